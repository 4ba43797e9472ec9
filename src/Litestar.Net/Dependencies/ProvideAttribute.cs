namespace Litestar;

/// <summary>Makes a value for every parameter of its type below this layer, at most once in a request, and only where one asks.</summary>
/// <remarks>
/// The function returns the value, a task of it, or an <c>IAsyncEnumerable</c> of it with a single <c>yield</c>: what follows the
/// yield runs when the handler has succeeded and before the answer is sent, so that a commit that fails is never a success for the
/// client. On every failure only its <c>finally</c> and <c>using</c> run. C# runs these in one breath with what follows the yield;
/// where nothing does, they wait for the last byte. A value that is disposable is disposed after the last byte, streams included,
/// in reverse order of creation. Parameters of a type that is read from text, such as
/// <c>string</c>, are only filled where they have the function's name: <c>Greeting</c> fills <c>greeting</c>. Of several layers,
/// the nearest provider of a type wins. One that takes a value of its own type wraps that of the next layer outside, or the
/// container's: <c>static Db Begin(Db db)</c>.
/// </remarks>
/// <param name="function">The function, as <c>nameof(Deps.CurrentUser)</c>.</param>
public sealed class ProvideAttribute(string function) : LayerAttribute(function)
{
    /// <summary>Whether the value is disposed, if it can be, once the request is over.</summary>
    /// <value>True. Say false where the function hands out what others own, such as a service of the container.</value>
    public bool Disposes { get; set; } = true;

    /// <summary>The name of the parameters that are filled, in any case: <c>"celebrity"</c> fills <c>User celebrity</c>, and no other parameter of that type.</summary>
    /// <value>Null: the type alone decides, or for a type that is read from text the function's name. A provider with the parameter's name comes before one without a name, on whichever layer.</value>
    public string? Name { get; set; }
}
