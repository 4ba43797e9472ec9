using Litestar.Generated;
using Microsoft.AspNetCore.Http.Metadata;

namespace Litestar.Routing;

/// <summary>
/// Rejects conventions for ASP.NET Core's own binder, which handlers do not use. Ignored silently, they could leave an
/// endpoint open, or closed.
/// </summary>
internal static class UnsupportedConventions
{
    /// <param name="route">The route.</param>
    /// <param name="handler">Its handler.</param>
    /// <param name="metadata">All metadata of its endpoint.</param>
    /// <exception cref="InvalidOperationException">
    /// One of them changes a part that the handler does by itself; the message names both, and the remedy.
    /// </exception>
    public static void Check(Route route, HandlerDeclaration handler, IEnumerable<object> metadata)
    {
        foreach (var item in metadata)
        {
            if (item is IDisableValidationMetadata && Described(handler) is var described && (described.Types.Length > 0 || Leaves(described.Parameters).Any(static parameter => parameter.Rules.Length > 0)))
            {
                throw new InvalidOperationException($"DisableValidation() is called for {route.ToFullString()}, whose rules are compiled into it. Put [SkipValidation] on its parameters, or map it outside of that group.");
            }

            if (item is FormMappingOptionsMetadata && Leaves(Described(handler).Parameters).Any(static parameter => parameter.Source is DescribedSource.Form))
            {
                throw new InvalidOperationException($"WithFormMappingOptions(…) is called for {route.ToFullString()}, whose form ASP.NET Core's mapper does not read. Limit it with WithFormOptions(…) or [RequestFormLimits], or map it outside of that group.");
            }
        }
    }

    private static DescribedHandler Described(HandlerDeclaration handler) => handler.Describe?.Invoke() ?? new DescribedHandler(typeof(void));

    private static IEnumerable<DescribedParameter> Leaves(IEnumerable<DescribedParameter> parameters) =>
        parameters.SelectMany(parameter => parameter.Source is DescribedSource.Group ? Leaves(parameter.Members) : [parameter]);
}
