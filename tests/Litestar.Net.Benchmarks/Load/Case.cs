namespace Litestar.Benchmarks.Load;

/// <summary>One call that every contestant must answer in the same way.</summary>
internal sealed record Case(string Name, string Method, string Path, string Body, int Status, string ContentType, string Answer, string Header = "")
{
    private const string Text = "text/plain", Json = "application/json", Problem = "application/problem+json";

    private const string Orders = """{"customer":"Bob","lines":[{"sku":"A-1","quantity":2},{"sku":"B-2","quantity":3}]}""";

    public static readonly Case[] All =
    [
        new("greet", "GET", "/greet?name=Bob", "", 200, Text, "Hi, Bob!"),
        new("json", "GET", "/json", "", 200, Json, """{"text":"Hello, World!","number":42}"""),
        new("users", "GET", "/users/42?active=true&tags=a&tags=b", "", 200, Json, """{"id":42,"active":true,"tags":["a","b"]}"""),
        new("order", "POST", "/orders", Orders, 201, Json, """{"id":7,"quantity":5}"""),
        new("guarded", "GET", "/me", "", 200, Json, """{"name":"bob"}""", "Authorization: Bearer bob"),
        new("signup", "POST", "/signups", """{"name":"Bob","email":"bob@example.com","age":42,"wishes":[{"sku":"A-1","quantity":2},{"sku":"B-2","quantity":3}]}""", 201, Json, """{"id":7,"quantity":5}"""),
        new("refused", "POST", "/signups", """{"name":"B","email":"bob","age":7,"wishes":[{"sku":"A-1","quantity":2},{"sku":"","quantity":300}]}""", 400, Problem, ""),
        new("404", "GET", "/nothing/here", "", 404, Problem, ""),
        new("405", "PUT", "/users/42", "", 405, Problem, ""),
    ];

    public static Case Find(string name) => All.FirstOrDefault(one => one.Name == name)
        ?? throw new ArgumentException($"There is no case '{name}'. There are: {string.Join(", ", All.Select(one => one.Name))}.");

    /// <summary>Whether it is answered with a refusal; what a refusal says, each contestant words in its own way.</summary>
    public bool IsRejected => Status >= 400;

    /// <summary>Whether what it sends is checked by rules.</summary>
    public bool IsChecked => Name is "signup" or "refused";

    /// <summary>What the script of the load generator is told of it.</summary>
    public IEnumerable<string> Arguments => [Method, Path, Header, Body];

    /// <summary>Asks once and compares; says what was wrong.</summary>
    public async Task<string?> Verify(HttpClient client)
    {
        using var request = new HttpRequestMessage(new HttpMethod(Method), Path);
        if (Body.Length > 0)
        {
            request.Content = new StringContent(Body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        }

        if (Header.Split(": ") is [var name, var value])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await client.SendAsync(request);
        var got = $"{(int)response.StatusCode} {response.Content.Headers.ContentType?.MediaType} {(await response.Content.ReadAsStringAsync()).Trim()}";
        return got == $"{Status} {ContentType} {Answer}" || (IsRejected && (int)response.StatusCode == Status) ? null : $"{Method} {Path} answered '{got}' and not '{Status} {ContentType} {Answer}'";
    }
}
