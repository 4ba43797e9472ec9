namespace Litestar;

/// <summary>
/// Provides a value for every parameter of its type below this layer. The function runs at most once in a request, and
/// only if a parameter needs it.
/// </summary>
/// <remarks>
/// The function returns the value, a task of it, or an <c>IAsyncEnumerable</c> of it with a single <c>yield</c>. The code after the
/// yield runs after the handler has succeeded and before the response is sent, so that the client never sees a success when a
/// commit fails. On every failure only its <c>finally</c> and <c>using</c> run. C# runs these directly after the code that follows
/// the yield; without such code, they run after the last byte. A disposable value is disposed after the last byte, streams
/// included, in reverse order of creation. Parameters of a type that is read from text, such as <c>string</c>, are bound only if
/// they have the function's name: <c>Greeting</c> provides <c>greeting</c>. Of several layers, the nearest provider of a type wins.
/// A provider that takes a value of its own type wraps that of the next outer layer, or the container's:
/// <c>static Db Begin(Db db)</c>.
/// </remarks>
/// <param name="function">The function, as <c>nameof(Deps.CurrentUser)</c>.</param>
public sealed class ProvideAttribute(string function) : LayerAttribute(function)
{
    /// <summary>Sets whether a disposable value is disposed after the request.</summary>
    /// <value>True. Set false if the function returns an object with another owner, such as a service of the container.</value>
    public bool Disposes { get; set; } = true;

    /// <summary>
    /// The name of the parameters that are bound, in any case: <c>"celebrity"</c> binds <c>User celebrity</c>, and no
    /// other parameter of that type.
    /// </summary>
    /// <value>
    /// Null: the type alone decides; for a type that is read from text, the function's name. A provider with the
    /// parameter's name wins over one without a name, on any layer.
    /// </value>
    public string? Name { get; set; }
}
