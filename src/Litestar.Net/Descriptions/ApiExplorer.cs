using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Litestar.Descriptions;

/// <summary>ASP.NET Core's API explorer, from which OpenAPI documents are made: it describes methods that ASP.NET Core binds by itself, and no handler.</summary>
internal static partial class ApiExplorer
{
    /// <summary>Warns where an app describes its endpoints: the document will not hold its handlers.</summary>
    /// <param name="services">The app's container.</param>
    public static void Warn(IServiceProvider services)
    {
        // Controllers alone bring an explorer that describes no endpoint.
        foreach (var provider in services.GetServices<IApiDescriptionProvider>())
        {
            if (provider.GetType().Name is "EndpointMetadataApiDescriptionProvider")
            {
                LogMissing(services.GetRequiredService<ILoggerFactory>().CreateLogger("Litestar"));
                return;
            }
        }
    }

    [LoggerMessage(14, LogLevel.Warning, "The app describes its endpoints (AddOpenApi or AddEndpointsApiExplorer), and no handler will be in that document: ASP.NET Core's API explorer does not see handlers. Keep endpoints that the document must hold mapped with MapGet and its like.")]
    private static partial void LogMissing(ILogger logger);
}
