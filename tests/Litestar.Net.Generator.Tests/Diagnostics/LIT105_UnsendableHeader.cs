namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A response header cannot be sent.</summary>
public sealed class LIT105_UnsendableHeader
{
    [Theory]
    [InlineData("X A", "a")]
    [InlineData("", "a")]
    [InlineData("X:A", "a")]
    [InlineData("Ä", "a")]
    [InlineData("X-A", "a\\r\\nSet-Cookie: b")]
    public void Of_such_a_name_or_value(string name, string value)
    {
        var build = Build.Of($"static class A {{ [Get(\"/a\"), ResponseHeader(\"{name}\", \"{value}\")] public static string Show() => \"\"; }}");
        Assert.Equal(["LIT105"], build.Problems.Select(problem => problem.Id));
    }
}
