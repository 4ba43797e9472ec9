using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Litestar.Conformance.Conventions;

/// <summary>Notes what one app measures, traces and logs of the request under way.</summary>
public sealed class Watch : ILoggerProvider
{
    private static readonly ConcurrentDictionary<string, TaskCompletionSource<Activity>> Traces = new();

    private static readonly ActivityListener Listener = new()
    {
        ShouldListenTo = source => source.Name is "Microsoft.AspNetCore",
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        ActivityStopped = activity =>
        {
            if (Traces.TryRemove(activity.TraceId.ToHexString(), out var asked))
            {
                asked.SetResult(activity);
            }
        },
    };

    private MeterListener? _meters;

    static Watch()
    {
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        ActivitySource.AddActivityListener(Listener);
    }

    public Seen Seen { get; set; } = [];

    public void Measure(IServiceProvider services)
    {
        var factory = services.GetRequiredService<IMeterFactory>();
        _meters = new()
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name is "http.server.request.duration" or "aspnetcore.routing.match_attempts" or "aspnetcore.diagnostics.exceptions" && ReferenceEquals(instrument.Meter.Scope, factory))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Note(instrument, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Note(instrument, tags));
        _meters.Start();
    }

    /// <summary>Begins to wait for the end of a request, which the server knows later than the client.</summary>
    public static Task<Activity> End(HttpRequestMessage request)
    {
        var trace = ActivityTraceId.CreateRandom().ToHexString();
        request.Headers.TryAddWithoutValidation("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom().ToHexString()}-01");
        return Traces.GetOrAdd(trace, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose() => _meters?.Dispose();

    private void Note(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var told = tags.ToArray().Where(tag => tag.Key is "http.route" or "error.type" or "http.response.status_code" or "aspnetcore.routing.match_status" or "aspnetcore.routing.is_fallback" or "aspnetcore.request.is_unhandled" or "aspnetcore.diagnostics.exception.result" or "aspnetcore.diagnostics.handler");
        Seen.Note($"metric {instrument.Name.Split('.')[^1]}", string.Join(' ', told.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key.Split('.')[^1]}={tag.Value}")));
    }

    private sealed class Logger(Watch watch, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        // The server logs the beginning and the end of every request, and the app its own.
        private bool IsOfServer(EventId id) => category is "Microsoft.Hosting.Lifetime" || (category is "Microsoft.AspNetCore.Hosting.Diagnostics" && id.Id is 1 or 2);

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel) && !IsOfServer(eventId))
            {
                watch.Seen.Note($"log {category.Split('.')[^1]}", $"{logLevel} {eventId.Name ?? eventId.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
            }
        }
    }
}
