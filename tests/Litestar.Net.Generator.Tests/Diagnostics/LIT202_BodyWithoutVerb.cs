namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A body is asked of a verb that carries none.</summary>
public sealed class LIT202_BodyWithoutVerb
{
    [Fact]
    public void From_body_on_get() => Generated.Verify("LIT202", """
        using Microsoft.AspNetCore.Mvc;
        static class Users { [Get("/")] public static string Show([FromBody] string[] tags) => ""; }
        """, "tags", """'tags' of 'Users.Show' is read from the body, and GET requests have none. Use [Post], [Put] or [Patch], or read 'tags' from the query.""");

    [Fact]
    public void A_stream_on_head() => Generated.Verify("LIT202", """static class Users { [Head("/")] public static void Show(Stream body) { } }""", "body");

    [Fact]
    public void Bytes_on_one_verb_of_two() => Generated.Verify("LIT202", """static class Users { [Post("/"), Get("/")] public static string Show(byte[] body) => ""; }""", "body");

    [Fact]
    public void Delete_may_carry_one_that_is_asked_for() => Generated.Ok("""
        using Microsoft.AspNetCore.Mvc;
        static class Users { [Delete("/")] public static void Remove([FromBody] string[] ids) { } }
        """);

    [Fact]
    public void Another_verb_may() => Generated.Ok("""static class Users { [Verb("QUERY", "/")] public static string Show(byte[] body) => ""; }""");
}
