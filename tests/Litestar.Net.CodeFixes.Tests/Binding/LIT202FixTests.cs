namespace Litestar.CodeFixes.Tests;

/// <summary>A body is read for a method that has none.</summary>
public sealed class LIT202FixTests
{
    [Fact]
    public Task Text_is_read_from_the_query() => Fixed.Verify("LIT202", """
        using Microsoft.AspNetCore.Mvc;
        static class Search { [Get("/search")] public static int Find([FromBody] string[] words) => words.Length; }
        """, "Read 'words' from the query", """
        using Microsoft.AspNetCore.Mvc;
        static class Search { [Get("/search")] public static int Find(string[] words) => words.Length; }
        """);

    [Fact]
    public Task A_verb_with_a_body_is_taken() => Fixed.Verify("LIT202", """
        using Microsoft.AspNetCore.Http;
        static class Files { [Litestar.Get("/files", Name = "add")] public static string Add(IFormFile file) => file.Name; }
        """, "Use [Post]", """
        using Microsoft.AspNetCore.Http;
        static class Files { [Litestar.Post("/files", Name = "add")] public static string Add(IFormFile file) => file.Name; }
        """);

    [Fact]
    public Task Of_several_verbs_none_is_chosen() => Fixed.Offers("LIT202", """
        using Microsoft.AspNetCore.Http;
        static class Files { [Get("/files"), Post("/files")] public static string Add(IFormFile file) => file.Name; }
        """);
}
