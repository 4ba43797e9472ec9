namespace Litestar.CodeFixes.Tests;

/// <summary>A route's constraint and its parameter's type disagree.</summary>
public sealed class LIT211FixTests
{
    [Theory]
    [InlineData("{id:guid}", "int id", "Guid id")]
    [InlineData("{id:int}", "Guid id", "int id")]
    [InlineData("{id:bool?}", "long? id", "bool? id")]
    [InlineData("{id:min(1)}", "Guid id", "long id")]
    public Task The_type_follows_the_constraint(string part, string before, string after) => Fixed.Verify("LIT211", Todos(part, before), $"Change the type to '{after[..^3]}'", Todos(part, after));

    [Theory]
    [InlineData("{id:guid}", "{id:int}", "int id")]
    [InlineData("{id:int=5}", "{id:guid=5}", "Guid id")]
    [InlineData("{id:alpha}", "{id}", "DateOnly id")]
    public Task The_constraint_follows_the_type(string before, string after, string parameter) => Fixed.Verify("LIT211", Todos(before, parameter), $"Change '{before}' to '{after}'", Todos(after, parameter));

    private static string Todos(string part, string parameter) => $$"""using System; static class Todos { [Get("/todos/{{part}}")] public static string Show({{parameter}}) => ""; }""";
}
