using System.ComponentModel;

namespace Litestar.Generated;

/// <summary>The name of a query parameter; or of a route parameter, if the prefix of a list has one with that name.</summary>
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

    /// <summary>True if the name has characters that a query string encodes, such as <c>c++</c>: then it never appears literally.</summary>
    internal bool IsMarked { get; }
}
