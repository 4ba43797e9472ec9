namespace Litestar.CodeFixes.Tests;

/// <summary>A status without a body, and a value.</summary>
public sealed class LIT401FixTests
{
    [Theory]
    [InlineData("Delete(\"/users/{id}\", Status = 204)", "Delete(\"/users/{id}\")")]
    [InlineData("Delete(\"/users/{id}\", Status = 204, Name = \"remove\")", "Delete(\"/users/{id}\", Name = \"remove\")")]
    public Task The_status_is_left_to_the_verb(string before, string after) => Fixed.Verify("LIT401",
        $$"""static class Users { [{{before}}] public static string Remove(int id) => $"{id}"; }""",
        "Remove 'Status = 204'",
        $$"""static class Users { [{{after}}] public static string Remove(int id) => $"{id}"; }""");
}
