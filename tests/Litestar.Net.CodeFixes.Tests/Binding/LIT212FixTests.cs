namespace Litestar.CodeFixes.Tests;

/// <summary>A route's constraint accepts values that its parameter cannot hold.</summary>
public sealed class LIT212FixTests
{
    [Fact]
    public Task The_type_follows_the_constraint() => Fixed.Verify("LIT212", Todos("{id:long}", "int id"), "Change the type to 'long'", Todos("{id:long}", "long id"));

    [Theory]
    [InlineData("{id:long}", "{id:int}", "int id")]
    [InlineData("{id:int}", "{id:range(0,255)}", "byte id")]
    public Task The_constraint_follows_the_type(string before, string after, string parameter) => Fixed.Verify("LIT212", Todos(before, parameter), $"Change '{before}' to '{after}'", Todos(after, parameter));

    private static string Todos(string part, string parameter) => $$"""static class Todos { [Get("/todos/{{part}}")] public static string Show({{parameter}}) => ""; }""";
}
