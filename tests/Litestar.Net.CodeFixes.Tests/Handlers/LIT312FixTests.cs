namespace Litestar.CodeFixes.Tests;

/// <summary>A handler that returns a task is marked as blocking.</summary>
public sealed class LIT312FixTests
{
    [Theory]
    [InlineData("Get(\"/reports\", Blocking = true)", "Get(\"/reports\")")]
    [InlineData("Get(\"/reports\", Blocking = true, Name = \"reports\")", "Get(\"/reports\", Name = \"reports\")")]
    public Task It_is_left_in_the_pool(string before, string after) => Fixed.Verify("LIT312",
        $$"""static class Reports { [{{before}}] public static Task<string> Make() => Task.FromResult(""); }""",
        "Remove 'Blocking = true'",
        $$"""static class Reports { [{{after}}] public static Task<string> Make() => Task.FromResult(""); }""");
}
