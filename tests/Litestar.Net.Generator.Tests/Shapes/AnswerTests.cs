namespace Litestar.Generator.Tests.Shapes;

/// <summary>Return types of every kind.</summary>
public sealed class AnswerTests
{
    private static readonly (string Type, string Value, string Expected)[] Cases =
    [
        ("string", "\"x\"", "x"),
        ("string?", "null", ""),
        ("int", "5", "5"),
        ("int?", "null", "null"),
        ("bool", "true", "true"),
        ("char", "'x'", "\"x\""),
        ("decimal", "1.50m", "1.50"),
        ("DateOnly", "new(2020, 2, 29)", "\"2020-02-29\""),
        ("Guid", "Guid.Empty", "\"00000000-0000-0000-0000-000000000000\""),
        ("Color", "Color.Green", "1"),
        ("Color?", "Color.Green", "1"),
        ("byte[]", "\"x\"u8.ToArray()", "x"),
        ("ReadOnlyMemory<byte>", "\"x\"u8.ToArray()", "x"),
        ("Stream", "new MemoryStream([120])", "x"),
        ("MemoryStream", "new([120])", "x"),
        ("int[]", "[1, 2]", "[1,2]"),
        ("int[][]", "[[1], [2]]", "[[1],[2]]"),
        ("User", "new(\"a\")", """{"name":"a"}"""),
        ("User?", "null", "null"),
        ("User[]?", "null", "null"),
        ("List<User?>", "[new(\"a\"), null]", """[{"name":"a"},null]"""),
        ("IReadOnlyList<User>", "[new(\"a\")]", """[{"name":"a"}]"""),
        ("IEnumerable<User>", "[new(\"a\")]", """[{"name":"a"}]"""),
        ("IAsyncEnumerable<User>", "Made.Users()", """[{"name":"a"}]"""),
        ("Sequence", "new()", "[1,2]"),
        ("Dictionary<string, User[]>", "new() { [\"k\"] = [new(\"a\")] }", """{"k":[{"name":"a"}]}"""),
        ("Dictionary<Color, int>", "new() { [Color.Green] = 1 }", """{"Green":1}"""),
        ("HashSet<string>", "[\"a\"]", "[\"a\"]"),
        ("System.Collections.Immutable.ImmutableArray<User>", "[new(\"a\")]", """[{"name":"a"}]"""),
        ("Page<User>", "new([new(\"a\")], null)", """{"items":[{"name":"a"}],"next":null}"""),
        ("Page<Page<int>>", "new([new([1], null)], null)", """{"items":[{"items":[1],"next":null}],"next":null}"""),
        ("KeyValuePair<string, int>", "new(\"a\", 1)", """{"key":"a","value":1}"""),
        ("Outer.Inner", "new(1)", """{"x":1}"""),
        ("object", "new User(\"a\")", """{"name":"a"}"""),
        ("System.Text.Json.JsonElement", "System.Text.Json.JsonDocument.Parse(\"[1]\").RootElement", "[1]"),
        ("System.Text.Json.Nodes.JsonNode?", "System.Text.Json.Nodes.JsonNode.Parse(\"{}\")", "{}"),
        ("IResult", "TypedResults.Text(\"x\")", "x"),
        ("Ok<User>", "TypedResults.Ok(new User(\"a\"))", """{"name":"a"}"""),
        ("Results<Ok<User>, NotFound>", "TypedResults.Ok(new User(\"a\"))", """{"name":"a"}"""),
        ("Results<Ok<List<User>>, BadRequest<Color[]>, NotFound>", "TypedResults.Ok(new List<User>())", "[]"),
        ("JsonHttpResult<Page<int>>", "TypedResults.Json(new Page<int>([], 1))", """{"items":[],"next":1}"""),
        ("Mine", "new()", "mine"),
    ];

    [Fact]
    public Task A_value_arrives()
    {
        var locals = Cases.Select((one, i) => $"[Get(\"/local/{i}\")] static {one.Type} Local{i}() => {one.Value};");
        var members = Cases.Select((one, i) => $$"""
                [Get("/name/{{i}}")] public static {{one.Type}} Name{{i}}(int a = 1) => {{one.Value}};
                [Get("/accessor/{{i}}")] private static {{one.Type}} Accessor{{i}}() => {{one.Value}};
                [Get("/task/{{i}}")] public static async Task<{{one.Type}}> Tasked{{i}}() { await Task.Yield(); return {{one.Value}}; }
                [Get("/valuetask/{{i}}")] private static async ValueTask<{{one.Type}}> ValueTasked{{i}}() { await Task.Yield(); return {{one.Value}}; }
            """);
        return Generated.Ask($$"""
            using Microsoft.AspNetCore.Http;
            using Microsoft.AspNetCore.Http.HttpResults;
            Serve([typeof(Holder), {{string.Join(", ", Cases.Select((_, i) => $"Local{i}"))}}]);
            {{string.Join("\n", locals)}}
            static class Holder
            {
            {{string.Join("\n", members)}}
            }
            static class Made
            {
                public static async IAsyncEnumerable<User> Users() { await Task.Yield(); yield return new("a"); }
            }
            enum Color { Red, Green }
            record User(string Name);
            record Page<T>(IReadOnlyList<T> Items, int? Next);
            class Outer { public record struct Inner(int X); }
            class Sequence : IAsyncEnumerable<int>
            {
                public async IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken stop) { await Task.Yield(); yield return 1; yield return 2; }
            }
            class Mine : IResult { public Task ExecuteAsync(HttpContext context) => context.Response.WriteAsync("mine"); }
            """,
            [.. Cases.SelectMany((one, i) => new[] { "local", "name", "accessor", "task", "valuetask" }.Select(way => ($"GET /{way}/{i}", one.Expected)))]);
    }

    [Fact]
    public async Task A_handler_may_return_nothing()
    {
        using var app = Running.Start("""
            Serve([typeof(Holder)]);
            static class Holder
            {
                [Delete("/void")] public static void Void() { }
                [Delete("/task")] public static async Task Tasked() => await Task.Yield();
                [Delete("/valuetask")] private static async ValueTask ValueTasked(int a = 1) => await Task.Yield();
                [Get("/get")] private static void Get() { }
                [Put("/put", Status = 204)] private static void Put() { }
                [Post("/post")] public static Task Post() => Task.CompletedTask;
            }
            """);
        await app.Ask("DELETE /void", 204, "");
        await app.Ask("DELETE /task", 204, "");
        await app.Ask("DELETE /valuetask", 204, "");
        await app.Ask("GET /get", 200, "");
        await app.Ask("PUT /put", 204, "");
        await app.Ask("POST /post", 201, "");
    }
}
