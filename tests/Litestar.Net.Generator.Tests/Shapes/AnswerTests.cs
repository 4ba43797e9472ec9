namespace Litestar.Generator.Tests.Shapes;

/// <summary>Return types of every kind.</summary>
public sealed class AnswerTests
{
    [Theory]
    [InlineData("string", "\"x\"", "x")]
    [InlineData("string?", "null", "")]
    [InlineData("int", "5", "5")]
    [InlineData("int?", "null", "null")]
    [InlineData("bool", "true", "true")]
    [InlineData("char", "'x'", "\"x\"")]
    [InlineData("decimal", "1.50m", "1.50")]
    [InlineData("DateOnly", "new(2020, 2, 29)", "\"2020-02-29\"")]
    [InlineData("Guid", "Guid.Empty", "\"00000000-0000-0000-0000-000000000000\"")]
    [InlineData("Color", "Color.Green", "1")]
    [InlineData("Color?", "Color.Green", "1")]
    [InlineData("byte[]", "\"x\"u8.ToArray()", "x")]
    [InlineData("ReadOnlyMemory<byte>", "\"x\"u8.ToArray()", "x")]
    [InlineData("Stream", "new MemoryStream([120])", "x")]
    [InlineData("MemoryStream", "new([120])", "x")]
    [InlineData("int[]", "[1, 2]", "[1,2]")]
    [InlineData("int[][]", "[[1], [2]]", "[[1],[2]]")]
    [InlineData("User", "new(\"a\")", """{"name":"a"}""")]
    [InlineData("User?", "null", "null")]
    [InlineData("User[]?", "null", "null")]
    [InlineData("List<User?>", "[new(\"a\"), null]", """[{"name":"a"},null]""")]
    [InlineData("IReadOnlyList<User>", "[new(\"a\")]", """[{"name":"a"}]""")]
    [InlineData("IEnumerable<User>", "[new(\"a\")]", """[{"name":"a"}]""")]
    [InlineData("IAsyncEnumerable<User>", "Users()", """[{"name":"a"}]""")]
    [InlineData("Sequence", "new()", "[1,2]")]
    [InlineData("Dictionary<string, User[]>", "new() { [\"k\"] = [new(\"a\")] }", """{"k":[{"name":"a"}]}""")]
    [InlineData("Dictionary<Color, int>", "new() { [Color.Green] = 1 }", """{"Green":1}""")]
    [InlineData("HashSet<string>", "[\"a\"]", "[\"a\"]")]
    [InlineData("System.Collections.Immutable.ImmutableArray<User>", "[new(\"a\")]", """[{"name":"a"}]""")]
    [InlineData("Page<User>", "new([new(\"a\")], null)", """{"items":[{"name":"a"}],"next":null}""")]
    [InlineData("Page<Page<int>>", "new([new([1], null)], null)", """{"items":[{"items":[1],"next":null}],"next":null}""")]
    [InlineData("KeyValuePair<string, int>", "new(\"a\", 1)", """{"key":"a","value":1}""")]
    [InlineData("Outer.Inner", "new(1)", """{"x":1}""")]
    [InlineData("object", "new User(\"a\")", """{"name":"a"}""")]
    [InlineData("System.Text.Json.JsonElement", "System.Text.Json.JsonDocument.Parse(\"[1]\").RootElement", "[1]")]
    [InlineData("System.Text.Json.Nodes.JsonNode?", "System.Text.Json.Nodes.JsonNode.Parse(\"{}\")", "{}")]
    [InlineData("IResult", "TypedResults.Text(\"x\")", "x")]
    [InlineData("Ok<User>", "TypedResults.Ok(new User(\"a\"))", """{"name":"a"}""")]
    [InlineData("Results<Ok<User>, NotFound>", "TypedResults.Ok(new User(\"a\"))", """{"name":"a"}""")]
    [InlineData("Results<Ok<List<User>>, BadRequest<Color[]>, NotFound>", "TypedResults.Ok(new List<User>())", "[]")]
    [InlineData("JsonHttpResult<Page<int>>", "TypedResults.Json(new Page<int>([], 1))", """{"items":[],"next":1}""")]
    [InlineData("Mine", "new()", "mine")]
    public Task A_value_arrives(string type, string value, string expected)
    {
        var isAsync = type.StartsWith("IAsync", StringComparison.Ordinal);
        // object's own type stands in no signature: the other handler's shows it.
        return Generated.Ask($$"""
            using Microsoft.AspNetCore.Http;
            using Microsoft.AspNetCore.Http.HttpResults;
            Serve([Local, Known, typeof(Holder)]);
            [Get("/local")] static {{type}} Local() => {{value}};
            [Get("/known")] static User Known() => new("known");
            static class Holder
            {
                [Get("/name")] public static {{type}} Name(int a = 1) => {{value}};
                [Get("/accessor")] private static {{type}} Accessor() => {{value}};
                [Get("/task")] public static async Task<{{type}}> Tasked() { await Task.Yield(); return {{value}}; }
                [Get("/valuetask")] private static async ValueTask<{{type}}> ValueTasked() { await Task.Yield(); return {{value}}; }
                static async IAsyncEnumerable<User> Users() { await Task.Yield(); yield return new("a"); }
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
            """.Replace("Local() => Users()", "Local() => Holder.Users()").Replace("static async IAsyncEnumerable", "internal static async IAsyncEnumerable"),
            ("GET /local", expected), ("GET /name", expected), ("GET /accessor", expected), ("GET /task", expected), ("GET /valuetask", expected));
    }

    [Fact]
    public async Task Nothing()
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
