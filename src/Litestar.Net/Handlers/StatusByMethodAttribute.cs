namespace Litestar;

/// <summary>Says for a handler, or for all handlers of a class or an assembly, whether the default status follows the method: 201 for POST, 204 for a DELETE that returns nothing.</summary>
/// <remarks>
/// With <c>[StatusByMethod(false)]</c> it is 200 for every method, as minimal APIs have it. A <c>Status</c> of the handler's own attribute, of
/// a <see cref="Response{T}"/> or of a result stands in any case. The nearest layer wins; <see cref="Layer.StatusByMethod"/> says it
/// for a list or the app.
/// </remarks>
/// <param name="isEnabled">False turns it off; true turns it on again within a layer that has turned it off.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly)]
public sealed class StatusByMethodAttribute(bool isEnabled = true) : Attribute
{
    /// <summary>True where the status follows the method.</summary>
    /// <value>True.</value>
    public bool IsEnabled { get; } = isEnabled;

    /// <summary>Returns what the nearest layer says; null where none says anything.</summary>
    /// <param name="metadata">What the layers say of an endpoint, the nearest last.</param>
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
