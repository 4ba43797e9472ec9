using Litestar.Descriptions;
using Litestar.Routing;
using Microsoft.Extensions.Logging;

namespace Litestar.Dependencies;

/// <summary>Finds the handlers whose body is of a type that a list or the app provides, but not to them. What attributes provide, the build knows (LIT325).</summary>
internal sealed partial class ForgottenProviders
{
    private readonly List<(Route Route, UnmarkedBody Body, IReadOnlyList<Layer> Layers)> _bodies = [];

    /// <summary>Notes the body of a handler that no attribute marks as one.</summary>
    public void Add(Route route, UnmarkedBody body, IReadOnlyList<Layer> layers) => _bodies.Add((route, body, layers));

    /// <summary>Logs a warning for each of them.</summary>
    /// <param name="layers">All layers of lists and of the app.</param>
    /// <param name="logger">The log.</param>
    public void Warn(IEnumerable<Layer> layers, ILogger logger)
    {
        var providers = layers.Distinct().SelectMany(layer => layer.Providers.Select(provider => (layer, provider))).ToList();
        foreach (var (route, body, around) in providers.Count is 0 ? [] : _bodies)
        {
            foreach (var (layer, provider) in providers)
            {
                if (IsAlike(provider.Type, body.Type))
                {
                    Warn(route, body, provider, around.Contains(layer), logger);
                    break;
                }

                // In reach, and nobody asks for it.
                if (around.Contains(layer) && provider.Type.IsSubclassOf(body.Type) && !body.Provided.Contains(provider))
                {
                    Warn(route, body, provider, true, logger);
                    break;
                }
            }
        }
    }

    private static void Warn(Route route, UnmarkedBody body, LayerProvider provider, bool isInReach, ILogger logger) => LogForgotten(
        logger,
        body.Parameter,
        route.Origin,
        route.ToString(),
        provider.Name,
        provider.Place,
        TypeName.Of(provider.Type),
        isInReach ? "and fills parameters of that type only. Let the parameter be of that type" : "but not for this handler. Put the handler on that list");

    private static bool IsAlike(Type one, Type other) => (Nullable.GetUnderlyingType(one) ?? one) == (Nullable.GetUnderlyingType(other) ?? other);

    [LoggerMessage(12, LogLevel.Warning, "'{Parameter}' of {Handler} ({Route}) is read from the body, so the client can send any value. '{Provider}' of {Place} makes a {Type}, {Fact}, or add [FromBody] if the client is to send it.")]
    private static partial void LogForgotten(ILogger logger, string parameter, string? handler, string route, string provider, string place, string type, string fact);
}

/// <summary>A body that no attribute marks as one.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Type">Its type.</param>
/// <param name="Provided">The providers of lists and of the app that the handler asks for.</param>
internal sealed record UnmarkedBody(string Parameter, Type Type, IReadOnlyList<LayerProvider> Provided);
