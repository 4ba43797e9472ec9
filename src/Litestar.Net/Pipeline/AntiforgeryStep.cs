using Litestar.Errors;
using Litestar.RequestBodies;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Litestar.Pipeline;

/// <summary><c>[RequireAntiforgeryToken]</c>: whether the form was filled in on a page of this app.</summary>
internal sealed class AntiforgeryStep(AppSteps steps) : PipelineStep(steps)
{
    public static AntiforgeryStep? For(EndpointMetadataCollection metadata, AppSteps steps) =>
        metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: true } ? steps.The(static steps => new AntiforgeryStep(steps)) : null;

    public override string Name => "antiforgery";

    public override bool AppliesTo(object metadata) => IsAsker(metadata);

    protected override string Attribute => "RequireAntiforgeryToken";

    protected override string Remedy => "builder.Services.AddAntiforgery()";

    protected override void Use(IApplicationBuilder pipeline) => pipeline.Use(Rejecting).UseAntiforgery();

    // The middleware only takes note. Whoever asks for the token means that nothing goes on without it, form or not.
    protected override Task Continue(HttpContext context, RequestDelegate next) => Checked(context, next, Errors);

    /// <summary>Whether a piece of metadata has a say in it.</summary>
    public static bool IsAsker(object metadata) => metadata is IAntiforgeryMetadata;

    /// <summary>Whether the nearest of them asks for it.</summary>
    public static bool IsRequired(IEnumerable<object> metadata) => metadata.OfType<IAntiforgeryMetadata>().LastOrDefault() is { RequiresValidation: true };

    /// <summary>The same behind the host's middleware.</summary>
    public static RequestDelegate Behind(IEnumerable<object> metadata, RequestDelegate next, ErrorBoundary errors) =>
        IsRequired(metadata) ? context => Checked(context, next, errors) : next;

    // The middleware reads the form, and lets out what .NET throws at a charset that it does not read. It has then taken no note.
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

    // It looks for the token in the form, which may be what is wrong.
    private static Rejection RejectionOf(HttpContext context, IAntiforgeryValidationFeature found) => found.Error?.InnerException switch
    {
        BodyTooLargeException large => Rejection.Thrown(large, large.Limit),
        BadHttpRequestException unreadable => Rejection.Thrown(unreadable, context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize),
        InvalidDataException malformed => Rejection.Faulty([FormFaults.Of(malformed)]),
        _ => Rejection.Faulty([FormFaults.NotFromHere]),
    };
}
