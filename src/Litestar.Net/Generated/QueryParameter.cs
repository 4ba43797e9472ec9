using System.ComponentModel;

namespace Litestar.Generated;

/// <summary>The name of a query parameter; or of a route parameter, where the prefix of a list turns out to hold one of that name.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class QueryParameter
{
    internal QueryParameter(string name, RouteParameter? route)
    {
        Name = name;
        Route = route;
        IsMarked = name.AsSpan().ContainsAny("%+=");
    }

    internal string Name { get; }

    internal RouteParameter? Route { get; }

    /// <summary>Whether it holds what a query string spells otherwise, as <c>c++</c> does: then it never stands there as it is.</summary>
    internal bool IsMarked { get; }
}
