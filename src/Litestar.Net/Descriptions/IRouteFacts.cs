namespace Litestar;

/// <summary>Adds facts to the description of a route. An attribute or any other object of endpoint metadata implements it.</summary>
/// <remarks>Only a description reads the facts: <c>explain</c>, <c>routes --json</c>, <see cref="LitestarApp.Routes"/>. No request does.</remarks>
public interface IRouteFacts
{
    /// <summary>Returns the facts about a route. Called each time the route is described.</summary>
    /// <param name="route">The description of the route, before facts are added.</param>
    IEnumerable<RouteFact> FactsOf(RouteDescription route);
}
