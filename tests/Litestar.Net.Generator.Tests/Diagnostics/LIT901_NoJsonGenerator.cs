namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>System.Text.Json's generator is missing.</summary>
public sealed class LIT901_NoJsonGenerator
{
    [Fact]
    public void It_names_the_types_that_go_without()
    {
        var descriptor = Litestar.Generator.Diagnostics.Descriptors.NoJsonGenerator;

        var message = Microsoft.CodeAnalysis.Diagnostic.Create(descriptor, null, "global::User").GetMessage(System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal("System.Text.Json's source generator was not found next to the compiler, so no JSON metadata was made for global::User. Add a JsonSerializerContext that lists them.", message);
    }
}
