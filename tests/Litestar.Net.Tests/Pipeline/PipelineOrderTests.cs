using System.Reflection;
using Litestar.Pipeline;

namespace Litestar.Tests.Pipeline;

/// <summary>The order of the pipeline is written once in code; the pages that show it agree.</summary>
public sealed class PipelineOrderTests
{
    [Fact]
    public void The_page_has_the_order_of_the_code() => Assert.Equal(Names(PipelineOrder.All.ToArray()), Order("pipeline.md"));

    [Fact]
    public void The_page_of_descriptions_has_the_order_of_a_host()
    {
        var builder = Microsoft.AspNetCore.Builder.WebApplication.CreateSlimBuilder();
        using IDisposable app = builder.Build();
        var host = new HostPipeline(((Microsoft.AspNetCore.Builder.WebApplication)app).Services, null!);

        Assert.Equal(Names(host.Parts), Order("routes.md"));
    }

    private static IEnumerable<string> Names(IEnumerable<PipelinePart> parts) => parts.Select(part => part.Name);

    // The block of the page that has arrows.
    private static string[] Order(string page)
    {
        var root = typeof(PipelineOrderTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "Root").Value!;
        var block = File.ReadAllText(Path.Combine(root, "docs", "reference", page)).Split("```").Single(block => block.Contains('→'));
        return block.Split('→', StringSplitOptions.TrimEntries);
    }
}
