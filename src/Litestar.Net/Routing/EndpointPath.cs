using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;

namespace Litestar.Routing;

/// <summary>The path of an ASP.NET Core endpoint, for comparison with a request's path, whatever its methods.</summary>
internal sealed class EndpointPath
{
    private static readonly HostMatcherPolicy Hosts = new();

    private readonly TemplateMatcher _template;
    private readonly List<Constraint> _constraints = [];

    /// <param name="endpoint">The endpoint.</param>
    /// <param name="policies">Creates constraints from their names.</param>
    public EndpointPath(RouteEndpoint endpoint, ParameterPolicyFactory policies)
    {
        var pattern = endpoint.RoutePattern;
        Endpoint = endpoint;
        _template = new(new RouteTemplate(pattern), new(pattern.Defaults));
        foreach (var (name, references) in pattern.ParameterPolicies)
        {
            foreach (var reference in references)
            {
                if (policies.Create(pattern.GetParameter(name), reference) is IRouteConstraint constraint)
                {
                    _constraints.Add(new(name, constraint));
                }
            }
        }
    }

    public RouteEndpoint Endpoint { get; }

    /// <summary>The handler's route; null for an endpoint of the host's own.</summary>
    public Route? Route => Endpoint.Metadata.GetMetadata<Route>();

    /// <summary>The methods of the endpoint; empty for all.</summary>
    public IReadOnlyList<string> Methods => Endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];

    /// <summary>Returns true if the endpoint has a method.</summary>
    /// <param name="method">The method.</param>
    public bool Answers(string method) => Methods is not { Count: > 0 } methods || methods.Contains(method, StringComparer.OrdinalIgnoreCase);

    /// <summary>Compares the path of a request, and returns true if it has the shape of the endpoint's.</summary>
    /// <param name="context">The request.</param>
    /// <param name="isExact">True if it also meets constraints and host names.</param>
    public bool Matches(HttpContext context, out bool isExact)
    {
        var values = new RouteValueDictionary();
        if (!_template.TryMatch(context.Request.Path.HasValue ? context.Request.Path : "/", values) || !HasRequired(values))
        {
            return isExact = false;
        }

        isExact = _constraints.TrueForAll(one => one.Policy.Match(context, null, one.Name, values, RouteDirection.IncomingRequest)) && IsOfHost(context, values);
        return true;
    }

    // The router reads these as literals: the controller and the action of a conventional route.
    private bool HasRequired(RouteValueDictionary values)
    {
        foreach (var (name, required) in Endpoint.RoutePattern.RequiredValues)
        {
            if (!ReferenceEquals(RoutePattern.RequiredValueAny, required) && required is not (null or "") && !string.Equals(values[name]?.ToString(), required.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsOfHost(HttpContext context, RouteValueDictionary values)
    {
        if (Endpoint.Metadata.GetMetadata<IHostMetadata>() is not { Hosts.Count: > 0 })
        {
            return true;
        }

        var candidates = new CandidateSet([Endpoint], [values], [0]);
        Hosts.ApplyAsync(context, candidates);
        return candidates.IsValidCandidate(0);
    }

    private sealed record Constraint(string Name, IRouteConstraint Policy);
}
