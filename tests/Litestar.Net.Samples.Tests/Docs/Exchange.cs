using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.TestHost;

namespace Litestar.Samples.Tests.Docs;

/// <summary>A request and the answer that a page promises. An ellipsis in the answer stands for anything.</summary>
internal sealed partial record Exchange(string Method, string Target, string Headers, string Body, string Expected)
{
    public static IEnumerable<Exchange> Parse(string block)
    {
        foreach (var exchange in Requests().Split(block).Where(part => part.Trim().Length > 0))
        {
            var parts = Answers().Split(exchange, 2);
            var (line, headers, body) = Cut(parts[0]);
            var target = line.Split(' ', 2);
            yield return new(target[0], target[1], headers, body, parts[1]);
        }
    }

    /// <summary>What differs from the promise; none where it is kept.</summary>
    public async Task<string?> Differs(TestServer server)
    {
        // Not by HttpClient: it would mend escapes that are broken on purpose.
        var context = await server.SendAsync(Ask);
        var (status, headers, body) = Cut(Expected);
        var answer = context.Response;
        var got = await new StreamReader(answer.Body).ReadToEndAsync();
        var isKept = status.StartsWith($"{answer.StatusCode}", StringComparison.Ordinal)
            && Fields(headers).All(field => Matches(field.Value, answer.Headers[field.Name].ToString()))
            && Matches(body, got);
        return isKept ? null : $"{Method} {Target}\npromised:\n{Expected}\ncame:\n{answer.StatusCode}\n{string.Join('\n', answer.Headers)}\n\n{got}\n";
    }

    private void Ask(HttpContext context)
    {
        var query = Target.IndexOf('?');
        var request = context.Request;
        request.Method = Method;
        request.Scheme = "http";
        request.Host = new("localhost");
        request.Path = PathString.FromUriComponent(query < 0 ? Target : Target[..query]);
        request.QueryString = new(query < 0 ? "" : Target[query..]);
        request.Body = new MemoryStream(Encoding.UTF8.GetBytes(Body));
        request.ContentLength = request.Body.Length;
        context.Features.Set<IHttpRequestBodyDetectionFeature>(new BodyDetection(Body.Length > 0));
        foreach (var (name, value) in Fields(Headers))
        {
            request.Headers[name] = value;
        }
    }

    // Layout says nothing: it is taken out of both.
    private static bool Matches(string expected, string actual) => Regex.IsMatch(
        Space().Replace(actual, ""),
        $"^{string.Join(".*", Space().Replace(expected, "").Split('…').Select(Regex.Escape))}$",
        RegexOptions.Singleline);

    private static (string Line, string Headers, string Body) Cut(string message)
    {
        var parts = message.Trim().Split("\n\n", 2);
        var lines = parts[0].Split('\n', 2);
        return (lines[0], lines.Length > 1 ? lines[1] : "", parts.Length > 1 ? parts[1].Trim() : "");
    }

    private static IEnumerable<(string Name, string Value)> Fields(string headers) => headers.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(':', 2)).Select(field => (field[0].Trim(), field[1].Trim()));

    // A server says it of each request; minimal APIs read no body without it.
    private sealed record BodyDetection(bool CanHaveBody) : IHttpRequestBodyDetectionFeature;

    [GeneratedRegex(@"^(?=[A-Z]+ /)", RegexOptions.Multiline)]
    private static partial Regex Requests();

    [GeneratedRegex(@"^(?=[1-5]\d\d [A-Z])", RegexOptions.Multiline)]
    private static partial Regex Answers();

    [GeneratedRegex(@"\s")]
    private static partial Regex Space();
}
