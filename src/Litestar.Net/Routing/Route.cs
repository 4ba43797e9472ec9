using System.Diagnostics.CodeAnalysis;
using Litestar.Errors;
using Litestar.Layers;
using Litestar.Routing.Matching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Litestar.Routing;

/// <summary>A verb and a pattern, with the positions of the pattern's values in a matched path.</summary>
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

    /// <summary>The verb, as declared, or the shared instance of a well-known one.</summary>
    public string Method { get; }

    public RoutePattern Pattern { get; }

    /// <summary>The status of a successful response.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>The origin of the route; null for the route of an ordinary endpoint.</summary>
    public RouteOrigin? Source { get; set; }

    /// <summary>True if another route answers HEAD at this path.</summary>
    public bool HasOwnHead { get; set; }

    /// <summary>The host names of the route; null for all.</summary>
    public HostCondition? Hosts { get; set; }

    /// <summary>
    /// The endpoint that our own matcher sets. It is created at the first access: with thousands of routes most are
    /// never needed.
    /// </summary>
    public Endpoint Endpoint => _endpoint ?? Interlocked.CompareExchange(ref _endpoint, EndpointFactory.Known(this), null) ?? _endpoint;

    /// <summary>True if the log names its endpoint after steps that may reject; false if at the match.</summary>
    public bool IsLoggedBehindSteps { get; set; }

    /// <summary>The delegate that runs a matched request.</summary>
    public RequestDelegate Pipeline { get; set; } = null!;

    /// <summary>Answers a CORS preflight for the route; null if the route has no CORS policy.</summary>
    public RequestDelegate? Preflight { get; set; }

    /// <summary>The error handlers of its pipeline.</summary>
    public ErrorHandlers? ErrorHandlers { get; set; }

    /// <summary>The headers of every response.</summary>
    public LayerHeaders? Headers { get; set; }

    public bool HasParameters { get; }

    /// <summary>The function of the route, such as <c>Users.Find</c>, for start-up messages.</summary>
    public string? Origin { get; set; }

    /// <summary>Parses <paramref name="template"/>. The error for an invalid template names the route.</summary>
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

    /// <summary>Returns the same route below the prefix of a group.</summary>
    public Route Below(RoutePattern prefix) => new(Method, RoutePatternFactory.Combine(prefix, Pattern)) { Origin = Origin, Status = Status };

    /// <summary>Creates its endpoint builder; the endpoint is built when its conventions are known.</summary>
    /// <param name="answersHead">True if a GET route answers HEAD too.</param>
    /// <param name="group">The conventions outside of all layers. They run before the layers, so that the nearest wins.</param>
    public RouteEndpointBuilder Describe(bool answersHead, IReadOnlyList<Action<EndpointBuilder>> group) => Source!.App.Describe(this, Source, answersHead, group);

    /// <summary>Returns the description of the route, with the metadata of its endpoint.</summary>
    public RouteDescription Explain(Endpoint endpoint) => Source!.App.Explain(this, Source, endpoint);

    /// <summary>Returns the position of a parameter's text in any path that this route matches.</summary>
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

    /// <summary>Returns all values, defaults included, as endpoint routing would set them for a path that this route matched.</summary>
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

    /// <summary>Returns the verb and the pattern, such as <c>GET /users/{id}</c>.</summary>
    public override string ToString() => NameOf(Method, Pattern.RawText);

    /// <summary>Returns the route with its origin, for start-up messages: <c>'GET /users/{id}' (Users.Find)</c>.</summary>
    internal string ToFullString() => $"'{this}'{By(Origin)}";

    private static string NameOf(string method, string? template) => $"{method} /{template?.TrimStart('/')}";

    private static string By(string? origin) => origin is null ? "" : $" ({origin})";
}
