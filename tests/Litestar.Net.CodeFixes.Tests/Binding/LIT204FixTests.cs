namespace Litestar.CodeFixes.Tests;

/// <summary>A handler reads a form and another body.</summary>
public sealed class LIT204FixTests
{
    [Theory]
    [InlineData("IFormFile scan, [FromBody] Note note", "IFormFile scan, [FromForm] Note note")]
    [InlineData("[FromBody] Note note, IFormFile scan", "[FromForm] Note note, IFormFile scan")]
    public Task The_body_becomes_a_part_of_the_form(string before, string after) => Fixed.Verify("LIT204",
        Notes(before), "Read 'note' from the form", Notes(after));

    [Fact]
    public Task Raw_bytes_cannot() => Fixed.Offers("LIT204", Notes("IFormFile scan, Stream rest"));

    private static string Notes(string parameters) => $$"""
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        public record Note(string Text);
        static class Notes { [Post("/notes")] public static string Add({{parameters}}) => ""; }
        """;
}
