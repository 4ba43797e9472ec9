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

    private const string WithoutHttps = "An address or a setting needs HTTPS, which an app with PublishAot supports only if it opts in. Write <LitestarHttps>true</LitestarHttps> into the project, or #:property LitestarHttps=true at the top of a script; or choose an address that begins with http://.";

    [Fact]
    public async Task A_script_runs_by_its_name_says_where_it_listens_and_leaves_at_a_key()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows runs no file by its first line.");
        var folder = feed.Folder(("app.cs", "#!/usr/bin/env dotnet\n" + Script));
        await CommandProcess.Run(folder, "chmod", "+x", "app.cs");

        await using var app = await RunningServer.Start(folder, "setsid", "env", "--default-signal=INT", "./app.cs", "--urls", "http://127.0.0.1:0");

        await AssertAnswers(app);

        // A second one at the same address has one line to say after the log, and no stack.
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => CommandProcess.Run(folder, "dotnet", "run", "app.cs", "--urls", $"{app.Client.BaseAddress}"));
        Assert.Contains("exited with 1:", refused.Message);
        Assert.Contains($"The app could not start. Failed to bind to address {app.Client.BaseAddress!.ToString().TrimEnd('/')}: address already in use. Stop the program that listens there, or choose another address: --urls http://localhost:5001.", refused.Message);
        Assert.DoesNotContain("Unhandled exception", refused.Message);

        // Nor has an address that is none.
        var none = await Assert.ThrowsAsync<InvalidOperationException>(() => CommandProcess.Run(folder, "dotnet", "run", "app.cs", "--urls", "http://localhost:99999"));
        Assert.Contains("exited with 1:", none.Message);
        Assert.Contains("(Parameter 'port'). Choose another address: --urls http://localhost:5001.", none.Message);

        Assert.Equal(0, await app.Interrupt());
    }

    [Fact]
    public async Task A_script_runs_with_dotnet_run_and_its_run_settings()
    {
        var folder = feed.Folder(
            ("app.cs", Script),
            ("app.run.json", """{"profiles":{"app":{"commandName":"Project","applicationUrl":"http://127.0.0.1:0","environmentVariables":{"ASPNETCORE_ENVIRONMENT":"Development"}}}}"""));

        await using var app = await RunningServer.Start(folder, "dotnet", "run", "app.cs");

        await AssertAnswers(app);
        await app.Prints("Hosting environment: Development");

        var routes = await CommandProcess.Run(folder, "dotnet", "run", "app.cs", "--", "routes");
        Assert.Contains("GET   /notes/{id:int}  Show     200 Note", routes);
        Assert.Contains("body, JSON", await CommandProcess.Run(folder, "dotnet", "run", "app.cs", "--", "explain", "POST", "/notes"));
        Assert.Contains("compiled as it runs (JIT)", await CommandProcess.Run(folder, "dotnet", "run", "app.cs", "--", "info"));
    }

    [Fact]
    public async Task A_script_that_is_run_from_elsewhere_reads_the_settings_beside_it()
    {
        var folder = feed.Folder(("app.cs", Script), ("appsettings.json", """{"Urls":"http://127.0.0.1:0"}"""));
        var other = feed.Folder(("appsettings.json", """{"Urls":"http://127.0.0.1:1"}"""));

        await using var app = await RunningServer.Start(other, "dotnet", "run", Path.Combine(folder, "app.cs"));

        await AssertAnswers(app);
        await app.Prints($"Content root path: {folder}");

        await using var told = await RunningServer.Start(folder, "dotnet", "run", "app.cs", "--contentRoot", other, "--urls", "http://127.0.0.1:0");
        await told.Prints($"Content root path: {other}");
    }

    [Fact]
    public async Task What_keeps_a_script_from_starting_is_one_sentence_and_what_it_throws_itself_keeps_its_stack()
    {
        var folder = feed.Folder(("app.cs", """
            #:package Litestar.Net@$VERSION

            // The services' usings are those of a web project.
            var builder = LitestarApp.CreateBuilder(args);
            builder.Services.AddSingleton<Faulty>();
            builder.Handlers.Add([Ask]);
            if (args is ["--mode=faulty"])
            {
                builder.Services.AddSingleton<Oracle>();
                builder.Build().Services.GetRequiredService<Faulty>();
            }
            else if (args is ["--mode=caught"])
            {
                try { builder.Build(); } catch (InvalidOperationException error) { Console.WriteLine($"Caught: {error.Message}"); }
                return;
            }

            else if (args is ["--mode=regex"])
            {
                builder.Handlers.Add(HandlerList.Under("/{code:regex(^a)}", [Answer]));
                builder.Services.AddSingleton<Oracle>();
            }
            else if (args is ["--mode=https"])
            {
                builder.Services.AddSingleton<Oracle>();
                builder.Configuration["Kestrel:Endpoints:All:Url"] = "https://127.0.0.1:0";
            }

            builder.Build().Run();

            [Get("/answer")]
            static string Answer() => "42";

            [Get("/ask")]
            static string Ask(Oracle oracle) => oracle.Answer;

            class Oracle { public string Answer => "42"; }
            class Faulty { public Faulty() => throw new InvalidOperationException("It is the constructor's fault."); }
            """));
        const string Sentence = "Ask (GET /ask) takes Oracle 'oracle', which is not registered in the container.";

        var unregistered = await Assert.ThrowsAsync<InvalidOperationException>(() => CommandProcess.Run(folder, "dotnet", "run", "app.cs"));
        var faulty = await Assert.ThrowsAsync<InvalidOperationException>(() => CommandProcess.Run(folder, "dotnet", "run", "app.cs", "--mode=faulty"));
        var caught = await CommandProcess.Run(folder, "dotnet", "run", "app.cs", "--mode=caught");

        Assert.Contains($"exited with 1:\nThe app could not start. {Sentence}", unregistered.Message);
        Assert.DoesNotContain("   at ", unregistered.Message);
        Assert.Contains("It is the constructor's fault.", faulty.Message);
        Assert.Contains("   at Faulty..ctor()", faulty.Message);
        Assert.Contains($"Caught: {Sentence}", caught);

        // A script is an app with PublishAot, whose features are those of the native binary.
        var regex = await Assert.ThrowsAsync<InvalidOperationException>(() => CommandProcess.Run(folder, "dotnet", "run", "app.cs", "--mode=regex"));
        var https = await Assert.ThrowsAsync<InvalidOperationException>(() => CommandProcess.Run(folder, "dotnet", "run", "app.cs", "--mode=https"));

        Assert.Contains("The app could not start. The constraint 'regex(^a)' on 'code' in 'GET /{code:regex(^a)}/answer' (Answer) needs the regex engine, which a native app contains only if a path in a handler's own attributes names it.", regex.Message);
        Assert.Contains($"The app could not start. {WithoutHttps}", https.Message);
    }

    [Fact]
    public async Task The_same_script_runs_as_a_native_binary_without_a_warning()
    {
        Native.SkipWithoutToolchain();
        var folder = feed.Folder(("app.cs", Script));

        var printed = await CommandProcess.Run(folder, "dotnet", "publish", "app.cs", "-o", "out");
        Assert.DoesNotContain("warning", printed);

        await using var app = await RunningServer.Start(folder, Path.Combine(folder, "out", "app"), "--urls", "http://127.0.0.1:0");
        await AssertAnswers(app);

        var https = await Assert.ThrowsAsync<InvalidOperationException>(() => CommandProcess.Run(folder, Path.Combine(folder, "out", "app"), "--urls", "https://127.0.0.1:0"));
        Assert.Contains($"The app could not start. {WithoutHttps}", https.Message);
    }

    private static async Task AssertAnswers(RunningServer app)
    {
        Assert.Equal("200 text/plain; charset=utf-8 Hi, Bob!", await app.Ask("/greet?name=Bob"));
        Assert.Equal("""200 application/json; charset=utf-8 {"id":3,"text":"buy milk","tags":["a","b"],"priority":1}""", await app.Ask("/notes/3?tags=a&tags=b"));
        Assert.StartsWith("400 application/problem+json {\"type\":\"https://tools.ietf.org/html/rfc9110#section-15.5.1\",\"title\":\"Bad Request\",\"status\":400,\"detail\":\"Missing required query parameter 'name'.\",\"instance\":\"/greet\",\"errors\":{\"name\":[\"Missing required query parameter 'name'.\"]},\"traceId\":\"", await app.Ask("/greet"));
        Assert.StartsWith("404 application/problem+json", await app.Ask("/notes/x"));

        using var added = await app.Client.PostAsync("/notes", new StringContent("""{"id":0,"text":"é","tags":[],"priority":0}""", null, "application/json"));
        Assert.Equal("""201 {"id":7,"text":"é","tags":[],"priority":0}""", $"{(int)added.StatusCode} {await added.Content.ReadAsStringAsync()}");
    }
}
