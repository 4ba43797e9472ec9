namespace Litestar.Package.Tests;

/// <summary>A single file and nothing else, as it comes from the README.</summary>
public sealed class ScriptTests(Feed feed)
{
    // File-based apps have JSON reflection off: an app whose metadata was not generated would answer 500 everywhere.
    private const string Script = """
        #:package Litestar.Net@$VERSION

        LitestarApp.Create([Greet, Show, Add]).Run();

        [Get("/greet")]
        static string Greet(string name) => $"Hi, {name}!";

        [Get("/notes/{id:int}")]
        static Note Show(int id, string[]? tags) => new(id, "buy milk", tags ?? [], Priority.High);

        [Post("/notes")]
        static async Task<Note> Add(Note note) { await Task.Yield(); return note with { Id = 7 }; }

        record Note(int Id, string Text, string[] Tags, Priority Priority);

        enum Priority { Low, High }
        """;

    [Fact]
    public async Task A_script_runs_with_dotnet_run()
    {
        var folder = feed.Folder(("app.cs", Script));

        await using var app = await RunningProcess.Start(folder, "dotnet", "run", "app.cs", "--urls", "http://127.0.0.1:0");

        await AssertAnswers(app);
    }

    [Fact]
    public async Task The_same_script_runs_as_a_native_binary_without_a_warning()
    {
        Native.SkipWithoutToolchain();
        var folder = feed.Folder(("app.cs", Script));

        var printed = await Command.Run(folder, "dotnet", "publish", "app.cs", "-o", "out");
        Assert.DoesNotContain("warning", printed);

        await using var app = await RunningProcess.Start(folder, Path.Combine(folder, "out", "app"), "--urls", "http://127.0.0.1:0");
        await AssertAnswers(app);
    }

    private static async Task AssertAnswers(RunningProcess app)
    {
        Assert.Equal("200 text/plain; charset=utf-8 Hi, Bob!", await app.Ask("/greet?name=Bob"));
        Assert.Equal("""200 application/json; charset=utf-8 {"id":3,"text":"buy milk","tags":["a","b"],"priority":1}""", await app.Ask("/notes/3?tags=a&tags=b"));
        Assert.StartsWith("400 application/problem+json {\"type\":\"https://tools.ietf.org/html/rfc9110#section-15.5.1\",\"title\":\"Bad Request\",\"status\":400,\"detail\":\"Missing required query parameter 'name'.\",\"instance\":\"/greet\",\"errors\":{\"name\":[\"Missing required query parameter 'name'.\"]},\"traceId\":\"", await app.Ask("/greet"));
        Assert.StartsWith("404 application/problem+json", await app.Ask("/notes/x"));

        using var added = await app.Client.PostAsync("/notes", new StringContent("""{"id":0,"text":"é","tags":[],"priority":0}""", null, "application/json"));
        Assert.Equal("""201 {"id":7,"text":"é","tags":[],"priority":0}""", $"{(int)added.StatusCode} {await added.Content.ReadAsStringAsync()}");
    }
}
