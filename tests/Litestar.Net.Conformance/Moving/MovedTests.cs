using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Litestar.Conformance.Moving;

/// <summary>The checklist of existing-app.md: what a moved application answers otherwise, and that each switch makes it answer as before.</summary>
public sealed partial class MovedTests
{
    private static readonly string Root = typeof(MovedTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key is "Root").Value!;

    private static readonly Host[] Hosts = [Host.Mapped, Host.Memory];

    public static TheoryData<int, string> Rows => [.. MovedTable.Rows.Select((row, at) => (at, row.What))];

    public static TheoryData<int, string, Host> Switches =>
        [.. MovedTable.Rows.Select((row, at) => (row, at)).Where(one => one.row.Option is not null || one.row.IsRewritten).SelectMany(one => Hosts.Select(host => (one.at, one.row.What, host)))];

    [Theory, MemberData(nameof(Rows))]
    public async Task Each_row_differs_and_both_hosts_agree(int at, string what)
    {
        var row = MovedTable.Rows[at];
        var minimal = MovedTable.Cell(await Minimal(row), row);
        var handlers = await Task.WhenAll(Hosts.Select(async host => MovedTable.Cell(await Handlers(row, host, [typeof(Moved)], null), row)));

        Assert.Equal((what, handlers[0]), (what, handlers[1]));
        Assert.NotEqual((what, minimal), (what, handlers[0]));
    }

    [Theory, MemberData(nameof(Switches))]
    public async Task With_the_switch_it_answers_as_before(int at, string what, Host host)
    {
        var row = MovedTable.Rows[at];
        var before = await Minimal(row);
        var after = await Handlers(row, host, row.IsRewritten ? [typeof(Rewritten)] : [typeof(Moved)], row.Option);

        Assert.Equal((what, Told(before, row)), (what, Told(after, row)));
    }

    /// <remarks><c>UPDATE_GOLDEN=1</c> writes the table of the page anew.</remarks>
    [Fact]
    public async Task The_page_has_what_is_found()
    {
        var found = new List<(MovedRow, string, string)>();
        foreach (var row in MovedTable.Rows)
        {
            found.Add((row, MovedTable.Cell(await Minimal(row), row), MovedTable.Cell(await Handlers(row, Host.Mapped, [typeof(Moved)], null), row)));
        }

        var path = Path.Combine(Root, "docs", "how-to", "existing-app.md");
        var (page, table) = (File.ReadAllText(path), MovedTable.Of(found));
        var from = page.IndexOf(MovedTable.Head, StringComparison.Ordinal);
        var to = page.IndexOf("\n\n", from, StringComparison.Ordinal) + 1;
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") is "1")
        {
            File.WriteAllText(path, page[..from] + table + page[to..]);
            return;
        }

        Assert.Equal(table, page[from..to]);
    }

    private static string Told(IEnumerable<Answer> answers, MovedRow row) => string.Join('\n', answers.Select(answer => row.ComparesBody && answer.Status < 400 ? $"{answer.Status} {answer.ContentType} {answer.Body}" : $"{answer.Status}"));

    private static async Task<List<Answer>> Handlers(MovedRow row, Host host, HandlerList handlers, Action<LitestarOptions>? option)
    {
        await using var app = await RunningApp.Start(host, handlers, options: option);
        return await Ask(app.Client, row);
    }

    private static async Task<List<Answer>> Minimal(MovedRow row)
    {
        var builder = WebApplication.CreateBuilder(["--environment", "Production"]);
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Add(new DefaultJsonTypeInfoResolver()));
        await using var app = builder.Build();
        Map(app);
        await app.StartAsync();
        // The exception of an endpoint is what the server makes a 500 of: the server in memory hands it to the client.
        using var client = app.GetTestClient();
        return await Ask(client, row);
    }

    // By the attributes, so that both hosts have the same functions at the same paths.
    private static void Map(WebApplication app)
    {
        foreach (var function in typeof(Moved).GetMethods(BindingFlags.Static | BindingFlags.Public))
        {
            foreach (var verb in function.GetCustomAttributes<HandlerAttribute>())
            {
                app.MapMethods(verb.Paths[0], [verb.Method], function.CreateDelegate(System.Linq.Expressions.Expression.GetDelegateType([.. function.GetParameters().Select(parameter => parameter.ParameterType), function.ReturnType])))
                    .DisableAntiforgery();
            }
        }
    }

    private static async Task<List<Answer>> Ask(HttpClient client, MovedRow row)
    {
        var answers = new List<Answer>();
        foreach (var asked in row.Asked)
        {
            var parts = asked.Split(' ', 3);
            using var request = new HttpRequestMessage(new(parts[0]), parts[1]);
            request.Content = parts.Length < 3 ? null
                : parts[2].StartsWith("form ", StringComparison.Ordinal) ? new StringContent(parts[2][5..], new System.Net.Http.Headers.MediaTypeHeaderValue("application/x-www-form-urlencoded"))
                : new StringContent(parts[2], new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
            try
            {
                using var answer = await client.SendAsync(request);
                answers.Add(new((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, TraceId().Replace(await answer.Content.ReadAsStringAsync(), "\"traceId\":\"…\""), answer.Headers, answer.Content.Headers));
            }
            catch (Exception exception) when (exception is not HttpRequestException)
            {
                var refused = new HttpResponseMessage { Content = new ByteArrayContent([]) };
                answers.Add(new(500, null, "", refused.Headers, refused.Content.Headers));
            }
        }

        return answers;
    }

    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex TraceId();
}
