namespace Litestar.CodeFixes.Tests;

/// <summary>Two parameters are read from the body.</summary>
public sealed class LIT205FixTests
{
    [Fact]
    public Task The_second_becomes_a_service() => Fixed.Verify("LIT205",
        Orders("[FromBody] Line first, [FromBody] Store store"), "Take 'store' from the container", Orders("[FromBody] Line first, [FromServices] Store store"));

    [Fact]
    public Task Text_is_read_from_the_query() => Fixed.Verify("LIT205",
        Orders("[FromBody] Line first, [FromBody] int count"), "Read 'count' from the query", Orders("[FromBody] Line first, int count"));

    private static string Orders(string parameters) => $$"""
        using Microsoft.AspNetCore.Mvc;
        public record Line(string Article);
        public class Store;
        static class Orders { [Post("/orders")] public static string Add({{parameters}}) => ""; }
        """;
}
