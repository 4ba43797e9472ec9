using System;
using System.Collections.Generic;
using Litestar;

namespace Kit;

/// <summary>Names the permission that a handler needs, in the description of its routes.</summary>
/// <param name="name">The permission.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PermissionAttribute(string name) : Attribute, IRouteFacts
{
    /// <summary>The permission.</summary>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public IEnumerable<RouteFact> FactsOf(RouteDescription route) => [new("permission", Name)];
}
