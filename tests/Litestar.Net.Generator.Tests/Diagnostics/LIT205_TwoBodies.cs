namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>Two parameters are read from the body.</summary>
public sealed class LIT205_TwoBodies
{
    private const string Usings = "using Microsoft.AspNetCore.Http; using Microsoft.AspNetCore.Mvc; record Note(string Text); ";

    [Fact]
    public void Two_from_json() => Generated.Verify("LIT205", Usings + """static class Notes { [Post("/")] public static string Add([FromBody] Note a, [FromBody] Note b) => ""; }""", "b", """'a' and 'b' of 'Notes.Add' are both read from the body, and a request has one. Join them into one type, or use another source for one of them.""");

    [Fact]
    public void A_stream_and_bytes() => Generated.Verify("LIT205", """static class Notes { [Post("/")] public static string Add(Stream body, byte[] bytes) => ""; }""", "bytes");

    [Fact]
    public void A_form_has_room_for_many() => Generated.Ok(Usings + """static class Notes { [Post("/")] public static string Add([FromForm] Note a, [FromForm] int b, IFormFile file, IFormCollection form) => ""; }""");
}
