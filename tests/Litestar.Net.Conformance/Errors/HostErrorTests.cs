using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Litestar.Conformance.Apps;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Litestar.Conformance;

/// <summary>What ASP.NET Core's own error handling has to say of errors.</summary>
public sealed class HostErrorTests
{
    private const string Ours = "500 The server failed to answer this request.";

    public static TheoryData<bool, string, string> Rows => [.. from isMapped in (bool[])[true, false] from row in Hows select new TheoryDataRow<bool, string, string>(isMapped, row.How, row.Expected)];

    private static (string How, string Expected)[] Hows =>
    [
        ("none", Ours),
        ("handler", "418 IExceptionHandler: the secret"),
        ("handler that passes", "lambda"),
        ("lambda", "418 lambda: the secret"),
        ("path", "500 path: the secret"),
        ("problem", "500 An error occurred while processing your request."),
    ];

    [Theory, MemberData(nameof(Rows))]
    public async Task An_unforeseen_exception_is_the_hosts_where_it_has_a_handler(bool isMapped, string how, string expected)
    {
        var logged = new Logged();
        using var app = await Start(isMapped, how, logged: logged);

        var (status, body) = await Ask(app, "/failures/thrown");

        Assert.Equal(expected is "lambda" ? "418 lambda: the secret" : expected, $"{status} {body}");
        Assert.Equal(how is "handler" ? 0 : 1, logged.Errors.Count);

        // These are no exceptions that nobody foresaw.
        Assert.Equal((404, "No thing 7."), await Ask(app, "/failures/not-found"));
        Assert.Equal((409, "Taken."), await Ask(app, "/failures/conflict"));
        Assert.Equal((409, """{"reason":"f"}"""), await Ask(app, "/typed/error"));
    }

    [Fact]
    public async Task In_development_a_registered_handler_answers_and_the_developer_page_does_not()
    {
        using (var app = await Start(isMapped: true, "handler", "Development"))
        {
            Assert.Equal((418, "IExceptionHandler: the secret"), await Ask(app, "/failures/thrown"));
        }

        using (var app = await Start(isMapped: true, "none", "Development"))
        {
            Assert.Equal((500, "InvalidOperationException: the secret"), await Ask(app, "/failures/thrown"));
        }
    }

    [Theory, InlineData("Development"), InlineData("Production")]
    public async Task A_host_without_any_error_handling_has_the_error_body(string environment)
    {
        using var app = await new HostBuilder().ConfigureWebHost(web => web
            .UseTestServer()
            .UseEnvironment(environment)
            .ConfigureServices(services => services.AddRouting())
            .Configure(app => app.UseRouting().UseEndpoints(endpoints => endpoints.MapLitestar([typeof(Failures)])))).StartAsync(TestContext.Current.CancellationToken);

        Assert.Equal((500, environment is "Development" ? "InvalidOperationException: the secret" : Ours[4..]), await Ask(app, "/failures/thrown"));
    }

    [Fact]
    public async Task The_developer_page_answers_in_an_app_that_has_called_it()
    {
        var builder = LitestarApp.CreateBuilder(["--environment", "Development"]);
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Handlers.Add(typeof(Failures));
        using var app = builder.Build();
        app.UseDeveloperExceptionPage();
        await app.StartAsync(TestContext.Current.CancellationToken);

        Assert.Contains("   at ", (await Ask(app, "/failures/thrown")).Body);
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Metrics_are_told(bool isMapped)
    {
        using var app = await Start(isMapped, "none");
        var seen = new ConcurrentQueue<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name is "http.server.request.duration" or "aspnetcore.diagnostics.exceptions" && ReferenceEquals(instrument.Meter.Scope, app.Services.GetRequiredService<IMeterFactory>()))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(seen, instrument, tags));
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(seen, instrument, tags));
        listener.Start();

        await Ask(app, "/failures/thrown");
        await Ask(app, "/failures/not-found");
        await Eventually.Until(() => seen.Count >= 3);
        Assert.Equal(
            ["aspnetcore.diagnostics.exceptions System.InvalidOperationException", "http.server.request.duration ", "http.server.request.duration System.InvalidOperationException"],
            seen.Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task A_500_is_not_stored(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Failures)]);

        var answer = await app.Ask("GET /failures/thrown");

        Assert.True(answer.Headers.CacheControl is { NoCache: true, NoStore: true });
        Assert.Equal("no-cache", answer.Headers.Pragma.Single().ToString());
        Assert.Equal("-1", answer.ContentHeaders.TryGetValues("Expires", out var expires) ? expires.Single() : "");
        Assert.Null((await app.Ask("GET /failures/not-found")).Headers.CacheControl);
    }

    public static TheoryData<Host, string, int> Documents =>
        [.. from host in Matrix.OwnHosts.Select(row => row.Data)
            from row in ((string, int)[])[("GET /nowhere", 404), ("POST /failures/thrown", 405), ("GET /sources/query?page=x", 400), ("POST /sources/body {\"customer\":", 400), ("GET /failures/thrown", 500), ("GET /failures/conflict", 409), ("GET /typed/problem", 409), ("GET /typed/problem/error/validation", 400), ("GET /typed/thrown/named", 409), ("GET /sources/denied", 401)]
            where !(host is Host.Mapped && row.Item2 is 404)
            select new TheoryDataRow<Host, string, int>(host, row.Item1, row.Item2)];

    [Theory, MemberData(nameof(Documents))]
    public async Task Every_document_is_customized(Host host, string request, int status)
    {
        await using var app = await RunningApp.Start(
            host,
            [typeof(Failures), typeof(Sources), typeof(Typed), typeof(Denied)],
            services => services.AddConformance().AddProblemDetails(options => options.CustomizeProblemDetails = context =>
            {
                var problem = context.ProblemDetails;
                problem.Extensions["node"] = "n1";
                problem.Extensions["seen"] = $"{problem.Status} {problem.Instance} {context.HttpContext.Request.Method} {context.Exception?.GetType().Name} {(problem as HttpValidationProblemDetails)?.Errors.Count}";
                problem.Type = "https://example.com/problem";
            }));

        var answer = await app.Ask(request);
        var body = JsonNode.Parse(answer.Body)!;

        Assert.Equal((status, "n1", "https://example.com/problem", status), (answer.Status, (string)body["node"]!, (string)body["type"]!, (int)body["status"]!));
        Assert.StartsWith($"{status} {request.Split(' ', '?')[1]} {request.Split(' ')[0]}", (string)body["seen"]!);
        Assert.NotNull(body["traceId"]);
        Assert.NotNull(body["detail"] ?? body["title"]);
        if (status is 400 || request.EndsWith("named", StringComparison.Ordinal))
        {
            Assert.NotEmpty(body["errors"]!.AsObject());
            Assert.EndsWith("1", (string)body["seen"]!);
        }
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task What_the_server_refuses_by_itself_is_customized_too(bool throws)
    {
        await using var app = await RunningApp.Start(Host.Kestrel, [typeof(Failures)], services => services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
            context.ProblemDetails.Extensions["node"] = throws ? throw new InvalidOperationException("x") : context.HttpContext.RequestServices.GetRequiredService<IHostEnvironment>().EnvironmentName));
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", app.Address.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream());
        var answer = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("HTTP/1.1 400", answer);
        Assert.Equal(!throws, answer.Contains("\"node\":\"Production\""));
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task A_customization_that_fails_is_a_500(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Failures)], services => services.AddProblemDetails(options => options.CustomizeProblemDetails = _ => throw new FormatException("x")));

        Assert.Equal(Ours, Summary.Of(await app.Ask("GET /failures/not-found")));
        Assert.Equal(Ours, Summary.Of(await app.Ask("GET /failures/thrown")));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task The_path_base_is_part_of_the_path_everywhere(bool isMapped)
    {
        using var app = await Start(isMapped, "base");

        var refused = JsonNode.Parse(await (await app.GetTestClient().PostAsync("/base/failures/thrown", null, TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        Assert.Equal(("/base/failures/thrown", "'/base/failures/thrown' does not answer POST; it answers GET, HEAD, OPTIONS."), ((string)refused["instance"]!, (string)refused["detail"]!));
        if (!isMapped)
        {
            Assert.Equal((404, "Nothing is found at '/base/nowhere'."), await Ask(app, "/base/nowhere"));
        }
    }

    private static void Note(ConcurrentQueue<string> seen, Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var type = "";
        foreach (var tag in tags)
        {
            type = tag.Key is "error.type" ? $"{tag.Value}" : type;
        }

        seen.Enqueue($"{instrument.Name} {type}");
    }

    private static async Task<(int Status, string Body)> Ask(IHost app, string path)
    {
        var answer = await app.GetTestClient().GetAsync(path);
        var body = await answer.Content.ReadAsStringAsync();
        var problem = answer.Content.Headers.ContentType?.MediaType is "application/problem+json" ? JsonNode.Parse(body) : null;
        return ((int)answer.StatusCode, (string?)problem?["detail"] ?? (string?)problem?["title"] ?? body);
    }

    private static async Task<IHost> Start(bool isMapped, string how, string environment = "Production", Logged? logged = null)
    {
        HandlerList handlers = [typeof(Failures), typeof(Typed)];
        if (isMapped)
        {
            var builder = WebApplication.CreateBuilder(["--environment", environment]);
            Configure(builder.Services, builder.Logging, builder.WebHost, how, logged);
            var app = builder.Build();
            Use(app, how);
            if (how is "base")
            {
                app.UseRouting();
            }

            app.MapLitestar(handlers);
            app.MapGet("/error", Told);
            await app.StartAsync();
            return app;
        }
        else
        {
            var builder = LitestarApp.CreateBuilder(["--environment", environment]);
            Configure(builder.Services, builder.Logging, builder.WebHost, how, logged);
            builder.Handlers.Add(handlers);
            var app = builder.Build();
            Use(app, how);
            app.MapGet("/error", Told);
            await app.StartAsync();
            return app;
        }
    }

    private static string Told(HttpContext context) => $"path: {context.Features.Get<IExceptionHandlerFeature>()!.Error.Message}";

    private static void Configure(IServiceCollection services, ILoggingBuilder logging, IWebHostBuilder web, string how, Logged? logged)
    {
        web.UseTestServer();
        logging.ClearProviders();
        if (logged is not null)
        {
            logging.AddProvider(logged);
        }

        _ = how switch
        {
            "handler" => services.AddExceptionHandler<Handler>().AddProblemDetails(),
            "handler that passes" => services.AddExceptionHandler<Passer>(),
            "problem" => services.AddProblemDetails(),
            _ => services,
        };
    }

    private static void Use(IApplicationBuilder app, string how) => _ = how switch
    {
        "handler" or "problem" => app.UseExceptionHandler(),
        "lambda" or "handler that passes" => app.UseExceptionHandler(branch => branch.Run(context =>
        {
            context.Response.StatusCode = 418;
            return context.Response.WriteAsync($"lambda: {context.Features.Get<IExceptionHandlerFeature>()!.Error.Message}");
        })),
        "path" => app.UseExceptionHandler("/error"),
        "base" => app.UsePathBase("/base"),
        _ => app,
    };

    private sealed class Handler : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            httpContext.Response.StatusCode = 418;
            await httpContext.Response.WriteAsync($"IExceptionHandler: {exception.Message}", cancellationToken);
            return true;
        }
    }

    private sealed class Passer : IExceptionHandler
    {
        public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken) => new(false);
    }
}

/// <summary>A guard that lets nobody pass.</summary>
public static class Denied
{
    [Get("/sources/denied"), Guard(nameof(Nobody))] public static string Get() => "";
    private static bool Nobody() => false;
}
