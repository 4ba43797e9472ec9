using System.IO.Compression;
using System.Net;
using System.Text;

namespace Litestar.Conformance.Conventions;

/// <summary>The requests that every convention is asked.</summary>
public static class Situations
{
    public static readonly string[] All =
    [
        "GET /ok",
        "GET /number?n=x",
        "GET /secret",
        "GET /nowhere",
        "DELETE /ok",
        "OPTIONS /ok",
        "GET /taken",
        "GET /broken",
    ];

    /// <summary>A request of one line: <c>POST /echo text X-Name=value</c>, where <c>form</c>, <c>gzip</c> and <c>text</c> stand for bodies.</summary>
    public static HttpRequestMessage Request(string line, IEnumerable<(string Name, string Value)> headers)
    {
        var parts = line.TrimEnd('+').Split(' ');
        var request = new HttpRequestMessage(new HttpMethod(parts[0]), parts[1]) { Version = HttpVersion.Version11 };
        foreach (var part in parts[2..])
        {
            if (part.Split('=', 2) is [var name, var value])
            {
                headers = headers.Append((name, value));
            }
            else
            {
                request.Content = Body(part);
            }
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private static HttpContent Body(string kind)
    {
        if (kind is "form")
        {
            return new FormUrlEncodedContent([new("name", "Ann"), new("other", "Bob")]);
        }

        if (kind is "text")
        {
            return new StringContent("text");
        }

        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes("packed"));
        }

        return new ByteArrayContent(packed.ToArray()) { Headers = { ContentEncoding = { "gzip" } } };
    }
}
