namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A handler reads a form and another body.</summary>
public sealed class LIT204_FormAndBody
{
    private const string Usings = "using Microsoft.AspNetCore.Http; using Microsoft.AspNetCore.Mvc; record Note(string Text); ";

    [Fact]
    public void A_file_and_json() => Generated.Verify("LIT204", Usings + """static class Notes { [Post("/")] public static string Add(IFormFile file, [FromBody] Note note) => ""; }""", "note", """'file' of 'Notes.Add' is read from the form and 'note' from the body, and a request has one body. Make both fields or files of the form, or read both from one JSON body.""");

    [Fact]
    public void Bytes_and_a_field() => Generated.Verify("LIT204", Usings + """static class Notes { [Post("/")] public static string Add(byte[] body, [FromForm] string text) => ""; }""", "text");

    [Fact]
    public void Within_a_group() => Generated.Verify("LIT204", Usings + """record Both([FromForm] string Text, Stream Body); static class Notes { [Post("/")] public static string Add([AsParameters] Both both) => ""; }""", "both", """'both.Text' of 'Notes.Add' is read from the form and 'both.Body' from the body, and a request has one body. Make both fields or files of the form, or read both from one JSON body.""");

    [Fact]
    public void A_service_stands_beside_a_form() => Generated.Ok(Usings + """static class Notes { [Post("/")] public static string Add(IFormFile file, [FromForm] Note note, TimeProvider clock) => ""; }""");
}
