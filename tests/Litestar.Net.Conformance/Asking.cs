using System.Net.Http.Headers;
using System.Text;

namespace Litestar.Conformance;

/// <summary>What came back.</summary>
public sealed record Answer(int Status, string? ContentType, string Body, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    public string? Allow => ContentHeaders.Allow.Count > 0 ? string.Join(", ", ContentHeaders.Allow) : null;

    public override string ToString() => $"{Status} {ContentType} {Body}";
}

/// <summary>Requests as one line: <c>POST /users {"name":"Ann"}</c>.</summary>
public static class Asking
{
    public static async Task<Answer> Ask(this RunningApp app, string line, params (string Name, string Value)[] headers)
    {
        var parts = line.Split(' ', 3);
        var request = new HttpRequestMessage(new HttpMethod(parts[0]), parts[1]);
        if (parts.Length > 2)
        {
            request.Content = new StringContent(parts[2], Encoding.UTF8);
            request.Content.Headers.ContentType = new("application/json");
        }

        foreach (var (name, value) in headers)
        {
            if (name is "Content-Type")
            {
                request.Content!.Headers.Remove(name);
                request.Content.Headers.TryAddWithoutValidation(name, value);
            }
            else
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return await app.Ask(request);
    }

    public static async Task<Answer> Ask(this RunningApp app, HttpRequestMessage request)
    {
        using var answer = await app.Client.SendAsync(request);
        return new(
            (int)answer.StatusCode,
            answer.Content.Headers.ContentType?.ToString(),
            await answer.Content.ReadAsStringAsync(),
            answer.Headers,
            answer.Content.Headers);
    }
}
