using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Litestar.Errors;

/// <summary>
/// Collects the loggers of an application. Middleware creates its logger when it is created, which shows that it is in
/// use.
/// </summary>
internal sealed class MiddlewareLoggers : ILoggerProvider
{
    private bool _isTold, _hasExceptionHandler;

    /// <summary>Returns true if the application uses <c>UseExceptionHandler</c>, or if its logger factory cannot tell.</summary>
    /// <remarks>
    /// Checked once, in Development: in other environments only the handler leaves this trace, because the developer
    /// page is not in use.
    /// </remarks>
    /// <param name="services">The application's container.</param>
    public static bool HaveExceptionHandler(IServiceProvider services)
    {
        // A factory passes the name of every existing logger to a new provider. A factory other than ASP.NET Core's may not.
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
