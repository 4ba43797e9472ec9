using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Litestar.Dependencies;

/// <summary>What is left to do for one request after its last byte: background work, the hook after the response, then all that is to be disposed, the youngest first.</summary>
internal sealed partial class RequestCompletion
{
    private readonly HttpContext _context;
    private readonly List<OwnedDisposables> _owned = [];
    private readonly List<ProviderIterator> _begun = [];
    private List<Func<HttpContext, ValueTask>>? _hooks;
    private BackgroundWork? _work;
    private bool _hasRun;

    private RequestCompletion(HttpContext context) => _context = context;

    /// <summary>That of a request, which begins with the first thing that is left to do.</summary>
    public static RequestCompletion Of(HttpContext context)
    {
        if (context.Features.Get<RequestCompletion>() is { } aftermath)
        {
            return aftermath;
        }

        // The server calls back in reverse order, and the request's own scope of services, once asked for, is among what it
        // disposes: it must outlive what was made of its services.
        _ = context.RequestServices;
        aftermath = new(context);
        context.Features.Set(aftermath);
        context.Response.OnCompleted(static state => ((RequestCompletion)state).Run(), aftermath);
        return aftermath;
    }

    /// <summary>A value that was made for this request alone is disposed with it, if it can be.</summary>
    /// <param name="context">The request.</param>
    /// <param name="value">The value.</param>
    /// <param name="type">The type that it was provided as.</param>
    public static void Own(HttpContext context, object? value, Type type)
    {
        if (value is IAsyncDisposable or IDisposable)
        {
            var owned = Of(context)._owned;
            if (!owned.Exists(other => ReferenceEquals(other.Value, value)))
            {
                owned.Add(new(value, type));
            }
        }
    }

    /// <summary>Calls a hook after the last byte.</summary>
    public void Then(Func<HttpContext, ValueTask> hook) => (_hooks ??= []).Add(hook);

    /// <summary>Does a response's background work after the last byte, before the hooks.</summary>
    public void Then(BackgroundWork work) => _work = work;

    /// <summary>Runs a provider up to its <c>yield</c>, and returns what it yields.</summary>
    /// <param name="sequence">What the provider returned.</param>
    /// <param name="provider">The provider, for messages.</param>
    /// <param name="completes">Whether what stands behind the yield is to run once the handler has succeeded.</param>
    public async ValueTask<T> Begin<T>(IAsyncEnumerable<T> sequence, string provider, bool completes)
    {
        var yielded = new ProviderIterator<T>(sequence.GetAsyncEnumerator(_context.RequestAborted), provider);
        _owned.Add(new(yielded, null));
        await yielded.Begin();
        if (completes)
        {
            _begun.Add(yielded);
        }

        return yielded.Value;
    }

    /// <summary>Runs what stands behind the <c>yield</c> of every provider that was begun, the youngest first.</summary>
    public static ValueTask Complete(HttpContext context) => context.Features.Get<RequestCompletion>() is { _begun.Count: > 0 } aftermath ? aftermath.Complete() : default;

    /// <summary>Whether a provider stands at its <c>yield</c> with something left to do before the answer is sent.</summary>
    public static bool IsBegun(HttpContext context) => context.Features.Get<RequestCompletion>() is { _begun.Count: > 0 };

    private async ValueTask Complete()
    {
        for (var i = _begun.Count - 1; i >= 0; i--)
        {
            await _begun[i].Complete();
        }

        _begun.Clear();
    }

    /// <summary>Does all of it, once.</summary>
    public async Task Run()
    {
        if (_hasRun)
        {
            return;
        }

        _hasRun = true;
        foreach (var step in _work ?? [])
        {
            await Try(() => new(step()));
        }

        foreach (var hook in _hooks ?? [])
        {
            await Try(() => hook(_context));
        }

        for (var i = _owned.Count - 1; i >= 0; i--)
        {
            var owned = _owned[i];
            await Try(() => Dispose(owned));
        }
    }

    private ValueTask Dispose(OwnedDisposables owned)
    {
        if (IsService(owned))
        {
            return default;
        }

        if (owned.Value is IAsyncDisposable later)
        {
            return later.DisposeAsync();
        }

        ((IDisposable)owned.Value).Dispose();
        return default;
    }

    // A provider may have handed out what it took from the container, which disposes that itself.
    private bool IsService(OwnedDisposables owned)
    {
        try
        {
            return owned.Type is { } type
                && _context.RequestServices.GetService<IServiceProviderIsService>()?.IsService(type) is true
                && ReferenceEquals(_context.RequestServices.GetService(type), owned.Value);
        }
        catch (Exception)
        {
            // One that cannot be made is not what was handed out.
            return false;
        }
    }

    // The client has its answer: what fails now is for the log, and keeps nothing else from its end.
    private async ValueTask Try(Func<ValueTask> step)
    {
        try
        {
            await step();
        }
        catch (Exception exception)
        {
            var logger = _context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Litestar");
            LogFailed(logger, exception, _context.Request.Method, _context.Request.PathBase + _context.Request.Path);
        }
    }

    /// <param name="Value">What can be disposed.</param>
    /// <param name="Type">The type that it was provided as; none for a provider that stands at its <c>yield</c>.</param>
    private readonly record struct OwnedDisposables(object Value, Type? Type);

    [LoggerMessage(3, LogLevel.Error, "{Method} {Path} failed after the response was sent.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string method, PathString path);
}
