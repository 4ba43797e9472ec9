using Litestar.Rejections;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Litestar.Pipeline;

/// <summary><c>[OutputCache]</c>, and the app's base policies: an answer that was given before.</summary>
internal sealed class OutputCacheStep(PipelineSteps steps) : PipelineStep(steps)
{
    public static OutputCacheStep? For(EndpointMetadataCollection metadata, PipelineSteps steps)
    {
        // Base policies hold for every route, and the options do not tell whether there are any.
        foreach (object configured in steps.Services.GetServices<IConfigureOptions<OutputCacheOptions>>())
        {
            if (configured is ConfigureNamedOptions<OutputCacheOptions>)
            {
                return steps.The(static steps => new OutputCacheStep(steps));
            }
        }

        foreach (var item in metadata)
        {
            if (item is OutputCacheAttribute)
            {
                return steps.The(static steps => new OutputCacheStep(steps));
            }
        }

        return null;
    }

    // With "Cache-Control: only-if-cached" a client asks for nothing but what is stored.
    public override bool Refuses => true;

    public override string Name => "output cache";

    public override bool IsAskedBy(object metadata) => metadata is OutputCacheAttribute;

    protected override string Attribute => "OutputCache";

    protected override string Remedy => "builder.Services.AddOutputCache()";

    protected override void Use(IApplicationBuilder pipeline) => pipeline.UseOutputCache();

    public override Rejection RefusalOf(HttpContext context) => Rejection.NotStored(context.Response.StatusCode);
}
