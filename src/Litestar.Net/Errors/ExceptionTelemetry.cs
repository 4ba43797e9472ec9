using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Errors;

/// <summary>
/// Records answered exceptions in metrics and traces under ASP.NET Core's names: <c>error.type</c> and
/// <c>aspnetcore.diagnostics.exceptions</c>.
/// </summary>
/// <param name="services">The app's container.</param>
internal sealed class ExceptionTelemetry(IServiceProvider services)
{
    private const string ErrorType = "error.type";

    // The version separates it from the meter of ASP.NET Core's own middleware, which has none.
    private readonly Lazy<Counter<long>?> _exceptions = new(() => services.GetService<IMeterFactory>()?
        .Create(new MeterOptions("Microsoft.AspNetCore.Diagnostics") { Version = "Litestar.Net" })
        .CreateCounter<long>("aspnetcore.diagnostics.exceptions", "{exception}", "Number of exceptions caught by exception handling middleware."));

    public void Failed(HttpContext context, Exception exception)
    {
        var type = exception.GetType().FullName;
        if (context.Features.Get<IHttpMetricsTagsFeature>() is { } measured && measured.Tags.All(static tag => tag.Key is not ErrorType))
        {
            measured.Tags.Add(new(ErrorType, type));
        }

        if (context.Features.Get<IHttpActivityFeature>()?.Activity is { } activity)
        {
            activity.SetTag(ErrorType, type);
            activity.SetStatus(ActivityStatusCode.Error);
        }

        if (_exceptions.Value is { Enabled: true } exceptions)
        {
            exceptions.Add(1, new(ErrorType, type), new("aspnetcore.diagnostics.exception.result", "handled"));
        }
    }
}
