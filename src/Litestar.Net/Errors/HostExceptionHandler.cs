using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Litestar.Errors;

/// <summary>ASP.NET Core's exception handler, where the application has it in use (<c>UseExceptionHandler</c>): unforeseen exceptions are its to answer.</summary>
/// <param name="services">The app's container.</param>
/// <param name="isDevelopment">Whether the application has the developer page around everything, which it did not ask for.</param>
internal sealed class HostExceptionHandler(IServiceProvider services, bool isDevelopment)
{
    private const string Meter = "Microsoft.AspNetCore.Diagnostics";

    private bool? _isInUse;

    /// <summary>Gets whether there is one. It is found out at the first exception, when every middleware has been made.</summary>
    public bool IsInUse => _isInUse ??= services.GetService<ExceptionMiddleware>() is { IsInUse: true }
        || (!MeasuresExceptions(out var isMeasured) ? IsConfigured : isMeasured && (!isDevelopment || (IsTold?.Invoke(services) ?? IsConfigured)));

    /// <summary>Gets or sets what tells the handler from the developer page in an application that is no <see cref="LitestarApp"/>.</summary>
    public Func<IServiceProvider, bool>? IsTold { get; set; }

    private bool IsConfigured => services.GetService<IServiceProviderIsService>()?.IsService(typeof(IExceptionHandler)) is true
        || services.GetService<IOptions<ExceptionHandlerOptions>>()?.Value is { ExceptionHandler: not null } or { ExceptionHandlingPath.HasValue: true };

    // The middleware leaves one trace before it has anything to do: it makes its meter with the app's factory.
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
