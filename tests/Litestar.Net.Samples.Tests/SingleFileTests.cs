using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Litestar.Samples.Tests;

/// <summary>The samples in one file.</summary>
[Collection(nameof(SourceTree))]
public sealed class SingleFileTests
{
    [Fact]
    public async Task Greet_runs_as_a_script()
    {
        await using var script = await RunningServer.Start(Repository.Root, "dotnet", "run", "samples/greet.cs", "--urls", "http://127.0.0.1:0");

        Assert.Equal("200 text/plain; charset=utf-8 Hi, Bob!", await script.Ask("/greet?name=Bob"));
        var rejection = await script.Ask("/greet");
        Assert.StartsWith("400 application/problem+json {", rejection);
        Assert.Contains("Missing required query parameter 'name'.", rejection);
    }

    [Fact]
    public async Task Json_takes_a_record_and_gives_one()
    {
        await using var app = TestApp.FromProgram(SourceProgram.Compile("json", Repository.Read("samples/json.cs")));

        var answer = await app.Client.PostAsJsonAsync("/orders", new { lines = new[] { new { article = "tea", price = 4.5m, quantity = 2 } } });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("""{"total":9.0,"note":null}""", await answer.Content.ReadAsStringAsync());

        var refusal = await app.Client.PostAsJsonAsync("/orders", new { note = "no lines" });
        Assert.Equal(HttpStatusCode.BadRequest, refusal.StatusCode);
    }

    [Fact]
    public async Task Mixed_answers_both_ways()
    {
        await using var app = TestApp.FromProgram(SourceProgram.Compile("mixed", Repository.Read("samples/mixed.cs")));

        Assert.Equal("An ordinary endpoint.", await app.Client.GetStringAsync("/"));
        Assert.Equal("Hi, Bob!", await app.Client.GetStringAsync("/api/greet?name=Bob"));
        Assert.Equal(HttpStatusCode.BadRequest, (await app.Get("/api/greet")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Get("/greet")).StatusCode);
    }

    [Fact]
    public async Task Guestbook_checks_a_body_guards_and_streams_what_is_written()
    {
        await using var app = TestApp.FromProgram(
            SourceProgram.Compile("guestbook", Repository.Read("samples/guestbook.cs")),
            host => host.ConfigureAppConfiguration(configuration => configuration.AddInMemoryCollection([new("Guestbook:Host", "secret")])));

        // The answer begins with the first entry that is written while somebody reads.
        var opening = app.Client.GetStreamAsync("/entries/live");
        while (await Task.WhenAny(opening, Task.Delay(20)) != opening)
        {
            Assert.Equal(HttpStatusCode.Created, (await app.Post("/entries", new { name = "Ann", text = "Lovely." })).StatusCode);
        }

        using var live = new StreamReader(await opening);
        var begin = new char[7];
        Assert.Equal(begin.Length, await live.ReadBlockAsync(begin));
        Assert.Equal("""[{"id":""", new string(begin));

        var refusal = await app.Post("/entries", new { name = "", text = new string('x', 1001) });
        Assert.Equal(HttpStatusCode.BadRequest, refusal.StatusCode);
        Assert.Contains("\"errors\":{\"name\":", await refusal.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Delete("/entries/1")).StatusCode);
        app.Client.DefaultRequestHeaders.Add("X-Host", "secret");
        Assert.Equal(HttpStatusCode.NoContent, (await app.Delete("/entries/1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Delete("/entries/1")).StatusCode);

        // The app ends although somebody still reads, and the stream ends as JSON.
        app.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        Assert.EndsWith("}]", await live.ReadToEndAsync());
    }
}
