using Litestar.Descriptions;
using Litestar.Generated;
using Litestar.Layers;
using Litestar.Routing;
using Microsoft.Extensions.Logging;

namespace Litestar.Dependencies;

/// <summary>
/// Finds handlers whose body has a type that a list or the app provides, but not to them, and named providers that no
/// parameter uses. For attributes, the build reports these (LIT325, LIT326).
/// </summary>
internal sealed class ForgottenListProviders
{
    private static readonly EventId Forgotten = new(12, nameof(Forgotten));
    private static readonly EventId Unasked = new(13, nameof(Unasked));

    private readonly HashSet<ProviderRegistration> _asked = [];
    private readonly List<Body> _bodies = [];

    /// <summary>Adds the body of a handler that has no body attribute.</summary>
    public void Add(Route route, UnmarkedBody body, IReadOnlyList<Layer> layers) => _bodies.Add(new(route, body, layers));

    /// <summary>Adds the providers that a handler uses.</summary>
    public void Add(IReadOnlyList<ProviderRegistration> asked) => _asked.UnionWith(asked);

    /// <summary>
    /// Rejects a handler whose parameter is bound by type from an attribute's provider although a list or the app has a
    /// provider with its name: the build has chosen the nearer one.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is such a parameter.</exception>
    public static void Check(Route route, HandlerDeclaration handler, IReadOnlyList<Layer> layers)
    {
        foreach (var provider in layers.SelectMany(layer => layer.Providers).Where(provider => provider.ParameterName is not null))
        {
            var described = handler.Describe?.Invoke();
            foreach (var leaf in described is null ? [] : Leaves(described))
            {
                if (leaf.Source is DescribedSource.Provider && leaf.Type == provider.Type && leaf.WireName.Equals(provider.ParameterName, StringComparison.OrdinalIgnoreCase) && ProviderOf(leaf, described!) is { For: null } nearer)
                {
                    throw new InvalidOperationException($"{handler.Display} ({route}) takes '{leaf.Name}', which '{nearer.Name}' of {nearer.Layer} makes by its type, and '{provider.Name}' of {provider.Place} makes parameters of that name. An attribute lies nearer than a list: name the second one there as well, [Provide(nameof(…), Name = \"{provider.ParameterName}\")].");
                }
            }
        }
    }

    /// <summary>Logs a warning for each finding.</summary>
    /// <param name="layers">All layers of lists and of the app.</param>
    /// <param name="logger">The log.</param>
    public void Warn(IEnumerable<Layer> layers, ILogger logger)
    {
        var providers = layers.Distinct().SelectMany(layer => layer.Providers).ToList();
        foreach (var (route, body, around) in providers.Count is 0 ? [] : _bodies)
        {
            foreach (var provider in providers)
            {
                // A provider for another name, or out of scope, is not meant.
                var isInReach = around.Any(layer => layer.Providers.Contains(provider));
                if (IsAlike(provider.Type, body.Type) && (isInReach || provider.ParameterName is null || provider.ParameterName.Equals(body.Parameter, StringComparison.OrdinalIgnoreCase)))
                {
                    Warn(route, body, provider, isInReach, logger);
                    break;
                }

                // In scope, and not used.
                if (isInReach && provider.Type.IsSubclassOf(body.Type) && !body.Provided.Contains(provider))
                {
                    Warn(route, body, provider, true, logger);
                    break;
                }
            }
        }

        foreach (var provider in providers.Where(provider => provider.ParameterName is not null && !_asked.Contains(provider)))
        {
            logger.LogWarning(Unasked, "'{Provider}' of {Place} makes a {Type} for parameters named '{Name}', and no handler there has such a parameter. Give a parameter that name, or change the provider's.", provider.Name, provider.Place, TypeNameFormatter.Of(provider.Type), provider.ParameterName);
        }
    }

    private static void Warn(Route route, UnmarkedBody body, ProviderRegistration provider, bool isInReach, ILogger logger) => logger.LogWarning(
        Forgotten,
        "'{Parameter}' of {Handler} ({Route}) is read from the body, so the client can send any value. '{Provider}' of {Place} makes a {Type}, {Fact}, or add [FromBody] if the client sends it.",
        body.Parameter,
        route.Origin,
        route.ToString(),
        provider.Name,
        provider.Place,
        TypeNameFormatter.Of(provider.Type),
        isInReach && provider.ParameterName is { } name && !name.Equals(body.Parameter, StringComparison.OrdinalIgnoreCase) ? $"and fills parameters named '{name}' only. Give the parameter that name"
        : isInReach ? "and fills parameters of that type only. Let the parameter be of that type"
        : "but not for this handler. Put the handler on that list");

    private static DescribedFunction ProviderOf(DescribedParameter leaf, DescribedHandler handler) =>
        leaf.ProviderAt < 0 ? handler.Providers.First(provider => provider.Name == leaf.Provider) : handler.Providers[leaf.ProviderAt];

    private static IEnumerable<DescribedParameter> Leaves(DescribedHandler handler) =>
        Leaves(((DescribedFunction[])[.. handler.Guards, .. handler.Before, .. handler.Providers, .. handler.After, .. handler.AfterResponse, .. handler.ErrorHandlers]).SelectMany(function => function.Parameters))
            .Concat(Leaves(handler.Parameters));

    private static IEnumerable<DescribedParameter> Leaves(IEnumerable<DescribedParameter> some) =>
        some.SelectMany(parameter => parameter.Source is DescribedSource.Group ? Leaves(parameter.Members) : [parameter]);

    private static bool IsAlike(Type one, Type other) => (Nullable.GetUnderlyingType(one) ?? one) == (Nullable.GetUnderlyingType(other) ?? other);

    private sealed record Body(Route Route, UnmarkedBody Unmarked, IReadOnlyList<Layer> Layers);
}

/// <summary>A body parameter without an attribute.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Type">Its type.</param>
/// <param name="Provided">The providers of lists and of the app that the handler uses.</param>
internal sealed record UnmarkedBody(string Parameter, Type Type, IReadOnlyList<ProviderRegistration> Provided);
