namespace Litestar.Samples.Tests.Docs;

/// <summary>The generated code that the explanation shows is the code that is generated.</summary>
public sealed class ArchitectureTests
{
    [Fact]
    public void The_page_shows_what_the_generator_writes()
    {
        var generated = Repository.Read("tests/Litestar.Net.Generator.Tests/Golden/Greet.handler.cs").ReplaceLineEndings("\n");

        Assert.Contains(generated[generated.IndexOf("// GET /greet", StringComparison.Ordinal)..], Repository.Read("docs/explanation/architecture.md").ReplaceLineEndings("\n"));
    }
}
