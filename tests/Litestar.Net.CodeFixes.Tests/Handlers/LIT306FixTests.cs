namespace Litestar.CodeFixes.Tests;

/// <summary>A handler's parameter is passed by reference.</summary>
public sealed class LIT306FixTests
{
    [Theory]
    [InlineData("in")]
    [InlineData("ref")]
    [InlineData("ref readonly")]
    public Task It_is_passed_by_value(string word) => Fixed.Verify("LIT306",
        $$"""static class Users { [Get("/users/{id}")] public static string Find({{word}} int id) => $"{id}"; }""",
        $"Remove '{word}'",
        """static class Users { [Get("/users/{id}")] public static string Find(int id) => $"{id}"; }""");
}
