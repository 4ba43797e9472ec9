using System.Text;

namespace Litestar.Conformance.LitestarCases;

/// <summary>F: JSON bodies and forms.</summary>
public sealed class BodyCases
{
    private const string UrlEncoded = "Content-Type: application/x-www-form-urlencoded";

    public static TheoryData<Host, string, string, string> Rows => Cases.Of(
        ("F2", "POST /cases/body/dictionary {}", "201 0"),
        ("F3", "POST /cases/body/default", """201 {"name":"default"}"""),
        ("F4", "POST /cases/body/list []", "400 : The field data must be a string or array type with a minimum length of '1'."),
        ("F4", "POST /cases/body/list [\"a\"]", "201 1"),
        ("F6", "POST /cases/body/called-body?body=a&body=b", "201 a|b"),
        ("F8", $"POST /cases/form/optional \n{UrlEncoded}", "201 none"),
        ("F22", $"POST /cases/form/value value=\n{UrlEncoded}", "201 []"));

    [Theory, MemberData(nameof(Rows))]
    public Task A_body_is_read_as_litestar_reads_it(Host host, string id, string request, string expected)
    {
        Assert.StartsWith("F", id);
        return Cases.Check(host, request, expected);
    }

    // The parts of a form, each as "name", "name/file" or "name/file/header", and what it holds.
    public static TheoryData<Host, string, string, string> Multipart => Cases.Of(
        ("F10", "model cv/a.pdf=1&diploma/b.pdf=2&photo/c.png=3&letter/d.txt=4", "201 a.pdf b.pdf c.png d.txt"),
        ("F10", "files cv/a.pdf=1&diploma/b.pdf=2&photo/c.png=3&letter/d.txt=4", "201 cv diploma photo letter"),
        ("F10", "list data/a.pdf=1&data/b.pdf=2&data/c.png=3&data/d.txt=4", "201 4"),
        ("F10", "file cv/a.pdf=1&diploma/b.pdf=2&photo/c.png=3&letter/d.txt=4", "201 a.pdf"),
        ("F12", "echo test/test.txt=<file content>", """201 {"filename":"test.txt","content":"<file content>","contentType":"text/plain"}"""),
        ("F14", "headers test/test.txt/x-custom: f2=a", "201 content-disposition=form-data; name=\"test\"; filename=\"test.txt\" content-type=text/plain x-custom=f2"),
        ("F16", "file-list files/a.txt=1", "201 1"),
        ("F16", "file-list files/a.txt=1&files/b.txt=2", "201 2"),
        ("F16", "file-list/optional files/a.txt=1", "201 1"),
        ("F16", "file-list/optional files/a.txt=1&files/b.txt=2", "201 2"),
        ("F17", "file/optional file/=", "201 none"),
        ("F22", "value value=", "201 []"));

    [Theory, MemberData(nameof(Multipart))]
    public async Task A_multipart_form_is_read_as_litestar_reads_it(Host host, string id, string form, string expected)
    {
        Assert.StartsWith("F", id);
        await using var app = await Cases.Start(host);
        var (path, parts) = (form.Split(' ', 2)[0], form.Split(' ', 2)[1]);
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes($"{string.Concat(parts.Split('&').Select(Part))}--b--\r\n"));
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");

        Cases.Check(host, app, await app.Ask(new HttpRequestMessage(HttpMethod.Post, $"/cases/form/{path}") { Content = content }), expected);
    }

    private static string Part(string part)
    {
        var (head, content) = (part.Split('=', 2)[0].Split('/'), part.Split('=', 2)[1]);
        var file = head.Length > 1 ? $"; filename=\"{head[1]}\"" : "";
        var header = head.Length > 2 ? $"{head[2]}\r\n" : "";
        var type = head.Length > 1 ? "Content-Type: text/plain\r\n" : "";
        return $"--b\r\nContent-Disposition: form-data; name=\"{head[0]}\"{file}\r\n{header}{type}\r\n{content}\r\n";
    }
}
