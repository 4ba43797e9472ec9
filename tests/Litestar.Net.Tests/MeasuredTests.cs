using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using System.Text.Json;
using Litestar.Benchmarks.Contestants;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Tests;

/// <summary>The very app that the benchmarks measure keeps the contract while it is measured: nothing is switched off for a figure.</summary>
public sealed class MeasuredTests : IAsyncLifetime
{
    private readonly Witness _witness = new();
    private LitestarApp _app = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _app = (LitestarApp)LitestarNet.Build(["--urls", "http://127.0.0.1:0"], services => services.AddSingleton<IStartupFilter>(_witness));
        await _app.StartAsync();
        _client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Theory]
    [InlineData("GET", "/greet", 400, "Missing required query parameter 'name'.")]
    [InlineData("GET", "/users/42?active=maybe&tags=a", 400, "Query parameter 'active' must be true or false, not 'maybe'.")]
    [InlineData("GET", "/me", 401, "Authentication is required.")]
    [InlineData("GET", "/nothing/here", 404, "Nothing is found at '/nothing/here'.")]
    [InlineData("PUT", "/users/42", 405, "'/users/42' does not answer PUT; it answers GET, HEAD, OPTIONS.")]
    public async Task A_refusal_is_a_whole_problem_document(string method, string path, int status, string detail)
    {
        var answer = await _client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal((status, "application/problem+json"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.Contains(detail, problem.GetProperty("detail").GetString());
        Assert.Equal(path.Split('?')[0], problem.GetProperty("instance").GetString());
        Assert.NotEqual("", problem.GetProperty("traceId").GetString());
    }

    [Theory]
    [InlineData("/json", "/json")]
    [InlineData("/greet?name=Bob", "/greet")]
    [InlineData("/users/42?active=true&tags=a", "/users/{id:int}")]
    public async Task The_endpoint_its_metadata_and_route_values_are_there_for_who_looks(string path, string pattern)
    {
        await _client.GetStringAsync(path);

        var (endpoint, values) = Assert.Single(_witness.Seen);
        Assert.Equal(pattern, Assert.IsType<RouteEndpoint>(endpoint).RoutePattern.RawText);
        Assert.Equal(["GET", "HEAD"], endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods);
        Assert.Equal(pattern.Contains("{id", StringComparison.Ordinal) ? "42" : null, values["id"]);
    }

    [Fact]
    public async Task The_duration_of_a_request_is_measured_by_its_route()
    {
        var routes = new ConcurrentQueue<(object? Route, object? Status)>();
        var measured = new TaskCompletionSource();
        using var meters = new MeterListener();
        meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name is "http.server.request.duration" && ReferenceEquals(instrument.Meter.Scope, _app.Services.GetRequiredService<IMeterFactory>()))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        meters.SetMeasurementEventCallback<double>((_, _, tags, _) =>
        {
            var all = tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value);
            routes.Enqueue((all.GetValueOrDefault("http.route"), all.GetValueOrDefault("http.response.status_code")));
            measured.TrySetResult();
        });
        meters.Start();

        await _client.GetStringAsync("/users/42?active=true&tags=a");
        await Eventually.Ends(measured.Task);

        Assert.Equal([("/users/{id:int}", 200)], routes);
    }

    [Fact]
    public async Task A_trace_goes_through_it_and_a_refusal_names_it()
    {
        var traces = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = traces.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        var request = new HttpRequestMessage(HttpMethod.Get, "/greet") { Headers = { { "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" } } };

        var problem = await (await _client.SendAsync(request)).Content.ReadFromJsonAsync<JsonElement>();

        var own = Assert.Single(traces, trace => trace.TraceId.ToHexString() is "0af7651916cd43dd8448eb211c80319c" && trace.OperationName is "Microsoft.AspNetCore.Hosting.HttpRequestIn");
        Assert.Equal(own.Id, problem.GetProperty("traceId").GetString());
    }

    /// <summary>Middleware around everything, which looks when the answer is there.</summary>
    private sealed class Witness : IStartupFilter
    {
        public ConcurrentQueue<(Endpoint Endpoint, RouteValueDictionary Values)> Seen { get; } = [];

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, more) =>
            {
                await more(context);
                if (context.GetEndpoint() is { } endpoint)
                {
                    Seen.Enqueue((endpoint, new(context.Request.RouteValues)));
                }
            });
            next(app);
        };
    }
}
