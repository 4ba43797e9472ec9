using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Litestar.Dependencies;

/// <summary>
/// The work of one request after its last byte: background work, the hook after the response, then disposal in reverse
/// order.
/// </summary>
internal sealed partial class RequestCompletion
{
    private readonly HttpContext _context;
    private readonly List<OwnedDisposables> _owned = [];
    private readonly List<ProviderIterator> _begun = [];
    private List<Func<HttpContext, ValueTask>>? _hooks;
    private BackgroundWork? _work;
    private bool _hasRun;

    private RequestCompletion(HttpContext context) => _context = context;

    /// <summary>Returns the completion of a request; the first call creates it.</summary>
    public static RequestCompletion Of(HttpContext context)
    {
        if (context.Features.Get<RequestCompletion>() is { } aftermath)
        {
            return aftermath;
        }

        // The server calls back in reverse order, and disposes the request's own scope of services this way once it was used: the scope
        // must outlive values made from its services.
        _ = context.RequestServices;
        aftermath = new(context);
        context.Features.Set(aftermath);
        context.Response.OnCompleted(static state => ((RequestCompletion)state).Run(), aftermath);
        return aftermath;
    }

    /// <summary>Registers a value of this request for disposal, if it is disposable.</summary>
    /// <param name="context">The request.</param>
    /// <param name="value">The value.</param>
    /// <param name="type">The type under which it was provided.</param>
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

    /// <summary>Runs a provider up to its <c>yield</c>, and returns the yielded value.</summary>
    /// <param name="sequence">What the provider returned.</param>
    /// <param name="provider">The provider, for messages.</param>
    /// <param name="completes">True if the code after the yield runs when the handler has succeeded.</param>
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

    /// <summary>Runs the code after the <c>yield</c> of every started provider, in reverse order.</summary>
    public static ValueTask Complete(HttpContext context) => context.Features.Get<RequestCompletion>() is { _begun.Count: > 0 } aftermath ? aftermath.Complete() : default;

    /// <summary>Returns true if a provider is paused at its <c>yield</c> with code to run before the response is sent.</summary>
    public static bool IsBegun(HttpContext context) => context.Features.Get<RequestCompletion>() is { _begun.Count: > 0 };

    private async ValueTask Complete()
    {
        for (var i = _begun.Count - 1; i >= 0; i--)
        {
            await _begun[i].Complete();
        }

        _begun.Clear();
    }

    /// <summary>Runs all of it, once.</summary>
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

    // A provider may have returned a service of the container, which the container disposes itself.
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
            // A service that cannot be created is not the returned value.
            return false;
        }
    }

    // The client has its response: an exception now goes to the log, and the other steps still run.
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

    /// <param name="Value">The disposable value.</param>
    /// <param name="Type">The type under which it was provided; null for a provider that is paused at its <c>yield</c>.</param>
    private readonly record struct OwnedDisposables(object Value, Type? Type);

    [LoggerMessage(3, LogLevel.Error, "{Method} {Path} failed after the response was sent.")]
    private static partial void LogFailed(ILogger logger, Exception exception, string method, PathString path);
}
