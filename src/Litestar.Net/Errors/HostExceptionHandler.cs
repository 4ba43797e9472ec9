using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Litestar.Errors;

/// <summary>
/// Finds ASP.NET Core's exception handler. If the application uses it (<c>UseExceptionHandler</c>), it answers
/// unexpected exceptions.
/// </summary>
/// <param name="services">The app's container.</param>
/// <param name="isDevelopment">True if the application has the developer page around everything, which it did not add itself.</param>
internal sealed class HostExceptionHandler(IServiceProvider services, bool isDevelopment)
{
    private const string Meter = "Microsoft.AspNetCore.Diagnostics";

    private bool? _isInUse;

    /// <summary>True if there is one. This is determined at the first exception, after every middleware has been made.</summary>
    public bool IsInUse => _isInUse ??= services.GetService<ExceptionMiddleware>() is { IsInUse: true }
        || (!MeasuresExceptions(out var isMeasured) ? IsConfigured : isMeasured && (!isDevelopment || (IsTold?.Invoke(services) ?? IsConfigured)));

    /// <summary>
    /// A function that separates the handler from the developer page in an application that is not a
    /// <see cref="LitestarApp"/>.
    /// </summary>
    public Func<IServiceProvider, bool>? IsTold { get; set; }

    private bool IsConfigured => services.GetService<IServiceProviderIsService>()?.IsService(typeof(IExceptionHandler)) is true
        || services.GetService<IOptions<ExceptionHandlerOptions>>()?.Value is { ExceptionHandler: not null } or { ExceptionHandlingPath.HasValue: true };

    // The middleware can be detected before its first exception: it creates its meter with the app's factory.
    private bool MeasuresExceptions(out bool isUsed)
    {
        var found = false;
        isUsed = false;
        if (services.GetService<IMeterFactory>() is not { } factory || (AppContext.TryGetSwitch("System.Diagnostics.Metrics.Meter.IsSupported", out var isSupported) && !isSupported))
        {
            return false;
        }

        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) => found |= instrument.Meter is { Name: Meter, Version: null } meter && ReferenceEquals(meter.Scope, factory),
        };
        listener.Start();
        isUsed = found;
        return true;
    }
}
