namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A layer's function reads the body.</summary>
public sealed class LIT103_LayerReadsBody
{
    [Theory]
    [InlineData("Guard", "static bool F(Stream body) => true")]
    [InlineData("Guard", "static bool F(byte[] body) => true")]
    [InlineData("Before", "static void F([Microsoft.AspNetCore.Mvc.FromBody] string body) { }")]
    [InlineData("After", "static void F(Microsoft.AspNetCore.Http.IFormFile file) { }")]
    [InlineData("AfterResponse", "static void F([Microsoft.AspNetCore.Mvc.FromForm] string name) { }")]
    public void Whatever_it_is_read_as(string kind, string function)
    {
        var build = Build.Of($"static class A {{ [Post(\"/a\"), {kind}(nameof(F))] public static string Show() => \"\"; {function}{(function.EndsWith('}') ? "" : ";")} }}");

        var problem = Assert.Single(build.Problems);
        Assert.Equal("LIT103", problem.Id);
        Assert.Contains($"of 'A.F', which [{kind}] on 'A.Show' names, is read from the body, which only the handler can read.", problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}
