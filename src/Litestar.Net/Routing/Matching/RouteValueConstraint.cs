using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Litestar.Routing.Matching;

/// <summary>A constraint that is checked with all the route's values, after the path has matched.</summary>
internal readonly record struct RouteValueConstraint(string Parameter, IRouteConstraint Constraint)
{
    public bool Holds(HttpContext? context, RouteValueDictionary values) =>
        Constraint.Match(context, route: null, Parameter, values, RouteDirection.IncomingRequest);
}
