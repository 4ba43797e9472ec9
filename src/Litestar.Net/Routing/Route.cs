using System.Diagnostics.CodeAnalysis;
using Litestar.Errors;
using Litestar.Layers;
using Litestar.Routing.Matching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Litestar.Routing;

/// <summary>One verb and one pattern, and how to read that pattern's values out of a path it matched.</summary>
internal sealed class Route
{
    private readonly ComplexSegment?[]? _complex;
    private Endpoint? _endpoint;

    public Route(string method, RoutePattern pattern)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(method);
        ArgumentNullException.ThrowIfNull(pattern);
        Method = HttpMethods.GetCanonicalizedValue(method);
        Pattern = pattern;
        HasParameters = pattern.Parameters.Count > 0;
        for (var i = 0; i < pattern.PathSegments.Count; i++)
        {
            if (!pattern.PathSegments[i].IsSimple)
            {
                (_complex ??= new ComplexSegment?[pattern.PathSegments.Count])[i] = new ComplexSegment(pattern.PathSegments[i]);
            }
        }
    }

    /// <summary>The verb, as it was declared, or the shared instance of a well-known one.</summary>
    public string Method { get; }

    public RoutePattern Pattern { get; }

    /// <summary>The status of a successful answer.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Where it comes from; none for the route of an ordinary endpoint.</summary>
    public RouteOrigin? Source { get; set; }

    /// <summary>Whether another route answers HEAD at this path.</summary>
    public bool HasOwnHead { get; set; }

    /// <summary>The host names that it answers; null for all.</summary>
    public HostCondition? Hosts { get; set; }

    /// <summary>The endpoint that our own matcher sets, made when it is first asked for: with thousands of routes most never are.</summary>
    public Endpoint Endpoint => _endpoint ?? Interlocked.CompareExchange(ref _endpoint, EndpointFactory.Known(this), null) ?? _endpoint;

    /// <summary>Whether the log tells of its endpoint after steps that may refuse; false where it does so at the match.</summary>
    public bool IsLoggedBehindSteps { get; set; }

    /// <summary>From a matched request to its answer.</summary>
    public RequestDelegate Corridor { get; set; } = null!;

    /// <summary>Answers a browser that asks whether a script of another origin may call the route; none where the route says nothing of that.</summary>
    public RequestDelegate? Preflight { get; set; }

    /// <summary>Who answers what is thrown there.</summary>
    public ErrorHandlers? ErrorHandlers { get; set; }

    /// <summary>The headers of every answer.</summary>
    public LayerHeaders? Headers { get; set; }

    public bool HasParameters { get; }

    /// <summary>The function behind the route, such as <c>Users.Find</c>, for start-up messages.</summary>
    public string? Origin { get; set; }

    /// <summary>Parses <paramref name="template"/>; a template ASP.NET Core refuses is refused by the route's name.</summary>
    /// <exception cref="InvalidOperationException">The template is malformed.</exception>
    public static Route Parse(string method, [StringSyntax("Route")] string template, string? origin = null, int status = StatusCodes.Status200OK)
    {
        try
        {
            return new Route(method, RoutePatternFactory.Parse(template)) { Origin = origin, Status = status };
        }
        catch (RoutePatternException rejection)
        {
            throw new InvalidOperationException(
                $"The route '{NameOf(method, template)}'{By(origin)} is malformed. {rejection.Message}", rejection);
        }
    }

    /// <summary>The same route below the prefix of a group.</summary>
    public Route Below(RoutePattern prefix) => new(Method, RoutePatternFactory.Combine(prefix, Pattern)) { Origin = Origin, Status = Status };

    /// <summary>Begins its endpoint, which is built once its conventions are known.</summary>
    /// <param name="answersHead">Whether a GET route answers HEAD too.</param>
    /// <param name="group">What lies outside of all layers has its say before them, so that the nearest has the last one.</param>
    public RouteEndpointBuilder Describe(bool answersHead, IReadOnlyList<Action<EndpointBuilder>> group) => Source!.App.Describe(this, Source, answersHead, group);

    /// <summary>Says what the route is, as the endpoint that was made of it stands.</summary>
    public RouteDescription Explain(Endpoint endpoint) => Source!.App.Explain(this, Source, endpoint);

    /// <summary>Where the text of a parameter stands in any path that this route matches.</summary>
    /// <exception cref="ArgumentException">The pattern has no such parameter.</exception>
    public RouteValueSlot Slot(string parameterName)
    {
        Pattern.Defaults.TryGetValue(parameterName, out var otherwise);
        for (var i = 0; i < Pattern.PathSegments.Count; i++)
        {
            foreach (var part in Pattern.PathSegments[i].Parts)
            {
                if (part is RoutePatternParameterPart parameter
                    && string.Equals(parameter.Name, parameterName, StringComparison.OrdinalIgnoreCase))
                {
                    return _complex?[i] is null
                        ? new RouteValueSlot(i, parameter.IsCatchAll, otherwise)
                        : new RouteValueSlot(this, parameter.Name);
                }
            }
        }
        return otherwise is not null
            ? new RouteValueSlot(otherwise)
            : throw new ArgumentException($"The route '{this}' has no parameter '{parameterName}'.", nameof(parameterName));
    }

    /// <summary>All values, defaults included, as endpoint routing would set them for a path that this route matched.</summary>
    public RouteValueDictionary ReadValues(string path)
    {
        var values = new RouteValueDictionary(Pattern.Defaults);
        var rest = PathSegments.Of(path);
        for (var i = 0; i < Pattern.PathSegments.Count; i++)
        {
            var from = rest.Start;
            var present = rest.TryNext(out var text);
            if (_complex?[i] is { } complex)
            {
                complex.TryMatch(text, values);
            }
            else if (Pattern.PathSegments[i].Parts[0] is RoutePatternParameterPart parameter)
            {
                if (present)
                {
                    values[parameter.Name] = parameter.IsCatchAll ? path[from..] : text.ToString();
                }
                else if (parameter.IsCatchAll)
                {
                    // ASP.NET Core sets the key of an absent catch-all, to null unless it has a default.
                    values.TryAdd(parameter.Name, null);
                }
            }
        }
        return values;
    }

    /// <summary>The verb and the pattern, such as <c>GET /users/{id}</c>.</summary>
    public override string ToString() => NameOf(Method, Pattern.RawText);

    /// <summary>The route with its origin, as start-up messages name it: <c>'GET /users/{id}' (Users.Find)</c>.</summary>
    internal string ToFullString() => $"'{this}'{By(Origin)}";

    private static string NameOf(string method, string? template) => $"{method} /{template?.TrimStart('/')}";

    private static string By(string? origin) => origin is null ? "" : $" ({origin})";
}
