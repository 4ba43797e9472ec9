using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace Litestar.Hosts.Tests;

/// <summary>A project of Aspire's service defaults, which knows nothing of Litestar, does in a <c>LitestarApp</c> what it does in a <c>WebApplication</c>.</summary>
/// <remarks>The source of ASP.NET Core's activities is the process's: spans of apps in other tests would be recorded too.</remarks>
[Collection(nameof(ServiceDefaultsTests))]
[CollectionDefinition(nameof(ServiceDefaultsTests), DisableParallelization = true)]
public sealed class ServiceDefaultsTests
{
    [Fact]
    public async Task Health_checks_answer_in_development()
    {
        await using var factory = Of();
        await using var production = Of(web => web.UseEnvironment("Production"));

        Assert.Equal("Healthy", await factory.CreateClient().GetStringAsync("/health"));
        Assert.Equal("Healthy", await factory.CreateClient().GetStringAsync("/alive"));
        Assert.Equal(HttpStatusCode.NotFound, (await production.CreateClient().GetAsync("/health")).StatusCode);
    }

    [Fact]
    public async Task Handlers_are_traced_by_their_route_and_health_checks_are_not()
    {
        var recorder = new Recorder();
        await using var factory = Of(web => web.ConfigureServices(services => services.ConfigureOpenTelemetryTracerProvider(tracing => tracing.AddProcessor(recorder))));
        var client = factory.CreateClient();

        await client.GetStringAsync("/health");
        await client.GetStringAsync("/hello/Ann");
        await client.GetAsync("/nowhere");
        await recorder.Has(2);

        Assert.Equal(["GET /hello/{name} 200", "GET 404"], recorder.Spans.Select(span => $"{span.DisplayName} {span.GetTagItem("http.response.status_code")}"));
        Assert.Equal("/hello/{name}", recorder.Spans.First().GetTagItem("http.route"));
    }

    [Fact]
    public async Task Requests_are_measured_by_their_route()
    {
        await using var factory = Of();
        var client = factory.CreateClient();
        var routes = new ConcurrentQueue<string>();
        using var meters = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name is "http.server.request.duration" && ReferenceEquals(instrument.Meter.Scope, factory.Services.GetRequiredService<IMeterFactory>()))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        meters.SetMeasurementEventCallback<double>((_, _, tags, _) => routes.Enqueue($"{tags.ToArray().FirstOrDefault(tag => tag.Key is "http.route").Value}"));
        meters.Start();

        await client.GetStringAsync("/hello/Ann");
        await Eventually.Until(() => !routes.IsEmpty);

        Assert.Equal(["/hello/{name}"], routes);
    }

    [Fact]
    public async Task Services_are_discovered_and_asked_again_where_they_fail()
    {
        var asked = 0;
        var web = WebApplication.CreateSlimBuilder();
        web.WebHost.UseUrls("http://127.0.0.1:0");
        await using var backend = web.Build();
        backend.MapGet("/hello/{name}", (string name) => asked++ is 0 ? Results.StatusCode(503) : Results.Text($"Hello from behind, {name}!"));
        await backend.StartAsync();
        await using var factory = Of(test => test.UseSetting("services:backend:http:0", backend.Urls.First()));

        Assert.Equal("Hello from behind, Ann!", await factory.CreateClient().GetStringAsync("/calls"));
        Assert.Equal(2, asked);
    }

    private static WebApplicationFactory<Program> Of(Action<IWebHostBuilder>? configure = null) => new WebApplicationFactory<Program>().WithWebHostBuilder(web =>
    {
        web.UseSetting("kind", "defaults");
        configure?.Invoke(web);
    });

    private sealed class Recorder : BaseProcessor<Activity>
    {
        public ConcurrentQueue<Activity> Spans { get; } = [];

        // A request is over for its client before it is for the server.
        public Task Has(int count) => Eventually.Until(() => Spans.Count >= count);

        public override void OnEnd(Activity data)
        {
            if (data.Kind is ActivityKind.Server)
            {
                Spans.Enqueue(data);
            }
        }
    }
}
