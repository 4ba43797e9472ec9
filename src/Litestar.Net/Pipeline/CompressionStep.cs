using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Litestar.Pipeline;

/// <summary>Compresses responses: <c>[ResponseCompression]</c>.</summary>
internal sealed class CompressionStep(AppSteps steps) : PipelineStep(steps)
{
    public static CompressionStep? For(EndpointMetadataCollection metadata, AppSteps steps)
    {
        foreach (var item in metadata)
        {
            if (item is ResponseCompressionAttribute)
            {
                return metadata.GetMetadata<ResponseCompressionAttribute>()!.IsEnabled ? steps.The(static steps => new CompressionStep(steps)) : null;
            }
        }

        return null;
    }

    public override string Name => "compression";

    public override bool AppliesTo(object metadata) => metadata is ResponseCompressionAttribute;

    protected override string Attribute => "ResponseCompression";

    protected override string Remedy => "builder.Services.AddResponseCompression()";

    protected override void Use(IApplicationBuilder pipeline) => pipeline.UseResponseCompression();
}
