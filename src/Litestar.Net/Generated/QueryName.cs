using System.ComponentModel;

namespace Litestar.Generated;

/// <summary>The name of a query parameter; or of a route parameter, where the prefix of a list turns out to hold one of that name.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class QueryName
{
    internal QueryName(string name, RouteText? route)
    {
        Name = name;
        Route = route;
    }

    internal string Name { get; }

    internal RouteText? Route { get; }
}
