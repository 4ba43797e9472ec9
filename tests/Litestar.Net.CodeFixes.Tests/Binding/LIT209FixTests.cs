namespace Litestar.CodeFixes.Tests;

/// <summary>A default breaks its own rule.</summary>
public sealed class LIT209FixTests
{
    [Theory]
    [InlineData("[Range(1, 100)] int size = 0", "[Range(1, 100)] int size = 1")]
    [InlineData("[Range(1, 100)] int size = 101", "[Range(1, 100)] int size = 100")]
    [InlineData("[Range(0.5, 1)] double share = 0.25", "[Range(0.5, 1)] double share = 0.5")]
    [InlineData("[AllowedValues(\"a\", \"b\")] string sort = \"c\"", "[AllowedValues(\"a\", \"b\")] string sort = \"a\"")]
    public Task The_nearest_that_it_allows(string before, string after) => Fixed.Verify("LIT209",
        Users(before), $"Change the default to {after[(after.LastIndexOf('=') + 2)..]}", Users(after));

    [Fact]
    public Task The_initializer_of_a_groups_property() => Fixed.Verify("LIT209", Group("0"), "Change the default to 1", Group("1"));

    [Fact]
    public Task A_pattern_tells_none() => Fixed.Offers("LIT209", Users("[RegularExpression(\"[a-z]\")] string q = \"1\""));

    private static string Group(string size) => $$"""
        using System.ComponentModel.DataAnnotations;
        using Microsoft.AspNetCore.Http;
        static class Users { [Get("/")] public static string Show([AsParameters] Paging paging) => ""; }
        public class Paging { [Range(1, 100)] public int Size { get; set; } = {{size}}; }
        """;

    private static string Users(string parameter) => $$"""
        using System.ComponentModel.DataAnnotations;
        static class Users { [Get("/")] public static string Show({{parameter}}) => ""; }
        """;
}
