using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Litestar.Errors;

/// <summary>The loggers that an application has made. Middleware makes its own as it is made itself, which tells that it is there.</summary>
internal sealed class MiddlewareLoggers : ILoggerProvider
{
    private bool _isTold, _hasExceptionHandler;

    /// <summary>Returns whether the application has <c>UseExceptionHandler</c> in use, where its logger factory can tell; true where it cannot.</summary>
    /// <remarks>Asked once, in Development: elsewhere nothing but the handler leaves the trace that the page for developers leaves as well.</remarks>
    /// <param name="services">The application's container.</param>
    public static bool HaveExceptionHandler(IServiceProvider services)
    {
        // A factory tells a new provider of every logger that it has made. Another one than ASP.NET Core's may tell nothing.
        var loggers = new MiddlewareLoggers();
        services.GetRequiredService<ILoggerFactory>().AddProvider(loggers);
        return loggers._hasExceptionHandler || !loggers._isTold;
    }

    public ILogger CreateLogger(string categoryName)
    {
        _isTold = true;
        _hasExceptionHandler |= categoryName == typeof(ExceptionHandlerMiddleware).FullName;
        return NullLogger.Instance;
    }

    public void Dispose()
    {
    }
}
