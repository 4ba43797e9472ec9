namespace Litestar.CodeFixes.Tests;

/// <summary>An attribute cannot reach the endpoint.</summary>
public sealed class LIT311FixTests
{
    [Fact]
    public Task The_attribute_is_opened() => Fixed.Verify("LIT311",
        """static class Reports { private sealed class SlowAttribute : Attribute; [Slow] [Get("/reports")] public static string List() => ""; }""",
        "Make 'SlowAttribute' internal",
        """static class Reports { internal sealed class SlowAttribute : Attribute; [Slow] [Get("/reports")] public static string List() => ""; }""");
}
