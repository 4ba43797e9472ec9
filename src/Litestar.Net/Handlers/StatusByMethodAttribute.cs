namespace Litestar;

/// <summary>
/// Sets whether the default status depends on the method: 201 for POST, 204 for a DELETE that returns nothing. Applies
/// to a handler, or to all handlers of a class or an assembly.
/// </summary>
/// <remarks>
/// With <c>[StatusByMethod(false)]</c> it is 200 for every method, as in minimal APIs. A <c>Status</c> of the handler's own
/// attribute, of a <see cref="Response{T}"/> or of a result always wins. The nearest layer wins;
/// <see cref="Layer.StatusByMethod"/> sets it for a list or the app.
/// </remarks>
/// <param name="isEnabled">False turns it off. True turns it on again within a layer that has turned it off.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly)]
public sealed class StatusByMethodAttribute(bool isEnabled = true) : Attribute
{
    /// <summary>True if the status depends on the method.</summary>
    /// <value>True.</value>
    public bool IsEnabled { get; } = isEnabled;

    /// <summary>Returns the setting of the nearest layer; null if no layer sets it.</summary>
    /// <param name="metadata">The endpoint's metadata from its layers, the nearest last.</param>
    internal static bool? SaidBy(IEnumerable<object> metadata)
    {
        bool? said = null;
        foreach (var item in metadata)
        {
            said = item is StatusByMethodAttribute status ? status.IsEnabled : said;
        }

        return said;
    }
}
