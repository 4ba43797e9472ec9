namespace Litestar.Benchmarks.Load;

/// <summary>One call that every contestant must answer in the same way.</summary>
internal sealed record Case(string Name, string Method, string Path, string Body, int Status, string ContentType, string Answer)
{
    private const string Text = "text/plain; charset=utf-8", Json = "application/json; charset=utf-8";

    public static readonly Case[] All =
    [
        new("greet", "GET", "/greet?name=Bob", "", 200, Text, "Hi, Bob!"),
        new("json", "GET", "/json", "", 200, Json, """{"text":"Hello, World!","number":42}"""),
        new("users", "GET", "/users/42?active=true&tags=a&tags=b", "", 200, Json, """{"id":42,"active":true,"tags":["a","b"]}"""),
        new("order", "POST", "/orders", """{"customer":"Bob","lines":[{"sku":"A-1","quantity":2},{"sku":"B-2","quantity":3}]}""", 201, Json, """{"id":7,"quantity":5}"""),
        new("signup", "POST", "/signups", """{"name":"Bob","email":"bob@example.com","age":42,"wishes":[{"sku":"A-1","quantity":2},{"sku":"B-2","quantity":3}]}""", 201, Json, """{"id":7,"quantity":5}"""),
        new("refused", "POST", "/signups", """{"name":"B","email":"bob","age":7,"wishes":[{"sku":"A-1","quantity":2},{"sku":"","quantity":300}]}""", 400, "application/problem+json", ""),
        new("missing", "GET", "/nothing/here", "", 404, "application/problem+json", ""),
        new("method", "PUT", "/users/42", "", 405, "application/problem+json", ""),
    ];

    public static Case Find(string name) => All.FirstOrDefault(one => one.Name == name)
        ?? throw new ArgumentException($"There is no case '{name}'. There are: {string.Join(", ", All.Select(one => one.Name))}.");

    /// <summary>Whether it is answered with a refusal; what a refusal says, each contestant words in its own way.</summary>
    public bool IsRefused => Status >= 400;

    /// <summary>Asks once and compares; false names what was wrong.</summary>
    public async Task<string?> Verify(HttpClient client)
    {
        using var request = new HttpRequestMessage(new HttpMethod(Method), Path);
        if (Body.Length > 0)
        {
            request.Content = new StringContent(Body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        }

        using var response = await client.SendAsync(request);
        var got = $"{(int)response.StatusCode} {response.Content.Headers.ContentType} {await response.Content.ReadAsStringAsync()}";
        var expected = $"{Status} {ContentType} {Answer}";
        return got == expected || (IsRefused && (int)response.StatusCode == Status && (Status != 400 || got.Contains("errors", StringComparison.Ordinal))) ? null : $"{Method} {Path} answered '{got}' and not '{expected}'";
    }
}
