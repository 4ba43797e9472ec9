using Litestar.Generated;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Pipeline;

/// <summary>
/// Requires the antiforgery token for a handler that reads a form, in an app that uses antiforgery, as minimal APIs do.
/// Any other antiforgery metadata overrides it.
/// </summary>
internal sealed class FormAntiforgery : IAntiforgeryMetadata
{
    private static readonly FormAntiforgery Instance = new();

    public bool RequiresValidation => true;

    public override string ToString() => "it reads a form";

    /// <summary>Returns it for a handler that reads a form if the antiforgery services are registered; else null.</summary>
    /// <param name="handler">The handler.</param>
    /// <param name="services">The app's container.</param>
    public static FormAntiforgery? For(HandlerDeclaration handler, IServiceProvider services) =>
        services.GetService<IServiceProviderIsService>()?.IsService(typeof(IAntiforgery)) is true && handler.Describe?.Invoke() is { } described && ReadsForm(described) ? Instance : null;

    // Only a handler reads a form; no function of a layer does.
    private static bool ReadsForm(DescribedHandler handler) => handler.Parameters.Any(IsOfForm);

    private static bool IsOfForm(DescribedParameter parameter) => parameter.Source is DescribedSource.Form || parameter.Members.Any(IsOfForm);
}
