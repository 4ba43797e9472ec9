using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

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
    public async Task<string?> Differs(HttpClient client)
    {
        using var request = new HttpRequestMessage(new(Method), Target);
        if (Body.Length > 0)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body));
        }

        foreach (var (name, value) in Fields(Headers))
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                (request.Content ??= new ByteArrayContent([])).Headers.TryAddWithoutValidation(name, value);
            }
        }

        using var answer = await client.SendAsync(request);
        var (status, headers, body) = Cut(Expected);
        var got = await answer.Content.ReadAsStringAsync();
        var isKept = status.StartsWith($"{(int)answer.StatusCode}", StringComparison.Ordinal)
            && Fields(headers).All(field => Holds(answer.Headers, field) || Holds(answer.Content.Headers, field))
            && (Matches(body, got) || (body.Length is 0 && Method is "HEAD"));
        return isKept ? null : $"{Method} {Target}\npromised:\n{Expected}\ncame:\n{(int)answer.StatusCode} {answer.ReasonPhrase}\n{answer.Headers}{answer.Content.Headers}\n{got}\n";
    }

    private static bool Holds(HttpHeaders headers, (string Name, string Value) field) =>
        headers.TryGetValues(field.Name, out var values) && Matches(field.Value, string.Join(", ", values));

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

    [GeneratedRegex(@"^(?=[A-Z]+ /)", RegexOptions.Multiline)]
    private static partial Regex Requests();

    [GeneratedRegex(@"^(?=[1-5]\d\d [A-Z])", RegexOptions.Multiline)]
    private static partial Regex Answers();

    [GeneratedRegex(@"\s")]
    private static partial Regex Space();
}
