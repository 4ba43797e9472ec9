using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Litestar.Routing.Matching;

/// <summary>The route values of a request, read from its path at the first access.</summary>
/// <remarks>Binding reads the path itself; most requests never need the dictionary.</remarks>
internal sealed class LazyRouteValues(HttpContext context) : IRouteValuesFeature
{
    // One field for both: the context until the values are read, then the values. Every request with parameters pays for this object.
    private object _state = context;

    public RouteValueDictionary RouteValues
    {
        get
        {
            if (_state is HttpContext context)
            {
                var route = context.GetEndpoint()?.Metadata.GetMetadata<Route>();
                _state = route?.ReadValues(context.Request.Path.Value ?? "") ?? [];
            }

            return (RouteValueDictionary)_state;
        }
        set => _state = value;
    }
}
