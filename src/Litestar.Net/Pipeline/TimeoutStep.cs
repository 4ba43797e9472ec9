using Litestar.Errors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Litestar.Pipeline;

/// <summary>
/// Limits the time of a handler: <c>[RequestTimeout]</c>, <c>[DisableRequestTimeout]</c>, and the default policy of the
/// app.
/// </summary>
internal sealed class TimeoutStep(AppSteps steps) : PipelineStep(steps)
{
    public static TimeoutStep? For(EndpointMetadataCollection metadata, AppSteps steps)
    {
        if (metadata.GetMetadata<DisableRequestTimeoutAttribute>() is not null)
        {
            return null;
        }

        object? byDefault = steps.Services.GetService<IOptions<RequestTimeoutOptions>>()?.Value.DefaultPolicy;
        if (byDefault is RequestTimeoutPolicy)
        {
            return steps.The(static steps => new TimeoutStep(steps));
        }

        foreach (var item in metadata)
        {
            if (item is RequestTimeoutAttribute)
            {
                return steps.The(static steps => new TimeoutStep(steps));
            }

            if (item is RequestTimeoutPolicy)
            {
                return steps.The(static steps => new TimeoutStep(steps));
            }
        }

        return null;
    }

    public override bool Rejects => true;

    public override bool AppliesTo(object metadata) => metadata is RequestTimeoutAttribute or RequestTimeoutPolicy;

    protected override string Attribute => "RequestTimeout";

    protected override string Remedy => "builder.Services.AddRequestTimeouts()";

    protected override void Use(IApplicationBuilder pipeline) => pipeline.UseRequestTimeouts();

    public override Rejection RejectionOf(HttpContext context) => Rejection.TimedOut(context.Response.StatusCode);

    protected override void Check(Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<RequestTimeoutPolicy>() is null
            && endpoint.Metadata.GetMetadata<RequestTimeoutAttribute>()?.PolicyName is { } name
            && !Options<RequestTimeoutOptions>().Policies.ContainsKey(name))
        {
            throw Unknown(endpoint, Attribute, "timeout policy", name, $"builder.Services.AddRequestTimeouts(options => options.AddPolicy(\"{name}\", …))");
        }
    }

    // The middleware answers for a handler that was cancelled at its timeout.
    protected override async Task Continue(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.Features.Get<IHttpRequestTimeoutFeature>() is { RequestTimeoutToken.IsCancellationRequested: true })
        {
            MiddlewareRejections.Hold(context, this);
            throw;
        }
    }
}
