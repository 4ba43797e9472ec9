using Litestar.Errors;
using Litestar.RequestBodies;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Litestar.Pipeline;

/// <summary>Checks that the form was filled in on a page of this app: <c>[RequireAntiforgeryToken]</c>.</summary>
internal sealed class AntiforgeryStep(AppSteps steps) : PipelineStep(steps)
{
    public static AntiforgeryStep? For(EndpointMetadataCollection metadata, AppSteps steps) =>
        metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: true } ? steps.The(static steps => new AntiforgeryStep(steps)) : null;

    public override bool AppliesTo(object metadata) => IsAsker(metadata);

    protected override string Attribute => "RequireAntiforgeryToken";

    protected override string Remedy => "builder.Services.AddAntiforgery()";

    protected override void Use(IApplicationBuilder pipeline) => pipeline.Use(Rejecting).UseAntiforgery();

    // The middleware only records the result. A route that requires the token runs only with a valid one, with a form or without.
    protected override Task Continue(HttpContext context, RequestDelegate next) => Checked(context, next, Errors);

    /// <summary>Returns true if an object of the metadata configures antiforgery.</summary>
    public static bool IsAsker(object metadata) => metadata is IAntiforgeryMetadata;

    /// <summary>Returns true if the nearest of them requires the token.</summary>
    public static bool IsRequired(IEnumerable<object> metadata) => metadata.OfType<IAntiforgeryMetadata>().LastOrDefault() is { RequiresValidation: true };

    /// <summary>Returns the check for a route behind the host's middleware.</summary>
    public static RequestDelegate Behind(IEnumerable<object> metadata, RequestDelegate next, ErrorBoundary errors) =>
        IsRequired(metadata) ? context => Checked(context, next, errors) : next;

    // The middleware reads the form, and does not catch .NET's exception for an unsupported charset. Then it has recorded no result.
    private async Task Rejecting(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (NotSupportedException) when (context.Features.Get<IAntiforgeryValidationFeature>() is null && context.Request.HasFormContentType)
        {
            await Errors.Reject(context, Rejection.Faulty([FormFaults.CharsetRejected]));
        }
    }

    private static Task Checked(HttpContext context, RequestDelegate next, ErrorBoundary errors) =>
        context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } found ? errors.Reject(context, RejectionOf(context, found)) : next(context);

    // It searches the token in the form, so the form itself may be the fault.
    private static Rejection RejectionOf(HttpContext context, IAntiforgeryValidationFeature found) => found.Error?.InnerException switch
    {
        BodyTooLargeException large => Rejection.Thrown(large, large.Limit),
        BadHttpRequestException unreadable => Rejection.Thrown(unreadable, context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize),
        InvalidDataException malformed => Rejection.Faulty([FormFaults.Of(malformed)]),
        _ => Rejection.Faulty([FormFaults.NotFromHere]),
    };
}
