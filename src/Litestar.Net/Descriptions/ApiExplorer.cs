using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Litestar.Descriptions;

/// <summary>
/// Checks for ASP.NET Core's API explorer, the source of OpenAPI documents: it describes methods that ASP.NET Core
/// binds by itself, and no handlers.
/// </summary>
internal static partial class ApiExplorer
{
    /// <summary>Warns when an app describes its endpoints, because the document will not contain its handlers.</summary>
    /// <param name="services">The app's container.</param>
    public static void Warn(IServiceProvider services)
    {
        // Controllers alone register an explorer that describes no endpoint.
        foreach (var provider in services.GetServices<IApiDescriptionProvider>())
        {
            if (provider.GetType().Name is "EndpointMetadataApiDescriptionProvider")
            {
                LogMissing(services.GetRequiredService<ILoggerFactory>().CreateLogger("Litestar"));
                return;
            }
        }
    }

    [LoggerMessage(14, LogLevel.Warning, "The app describes its endpoints (AddOpenApi or AddEndpointsApiExplorer), but that document will contain no handlers, because ASP.NET Core's API explorer does not see them. Map the endpoints of the document with MapGet and similar methods.")]
    private static partial void LogMissing(ILogger logger);
}
