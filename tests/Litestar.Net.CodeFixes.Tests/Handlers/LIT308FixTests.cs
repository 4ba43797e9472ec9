namespace Litestar.CodeFixes.Tests;

/// <summary>A signature holds what generated code cannot hold.</summary>
public sealed class LIT308FixTests
{
    [Theory]
    [InlineData("params ReadOnlySpan<string> names", "params string[] names", "string[]")]
    [InlineData("ReadOnlySpan<char> names", "string names", "string")]
    [InlineData("Span<Guid> names", "Guid[] names", "Guid[]")]
    public Task A_span_becomes_what_it_is_made_from(string before, string after, string type) => Fixed.Verify("LIT308",
        $$"""static class Users { [Get("/users")] public static int Count({{before}}) => names.Length; }""",
        $"Take '{type}'",
        $$"""static class Users { [Get("/users")] public static int Count({{after}}) => names.Length; }""");

    [Fact]
    public Task Of_dynamic_nothing_can_be_made() => Fixed.Offers("LIT308", """static class Users { [Get("/users")] public static int Count(dynamic names) => 1; }""");
}
