using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Litestar.Routing;

/// <summary>Finds the application that endpoints are mapped in, which a group does not reveal.</summary>
internal static class EndpointRoot
{
    private const string OfUseEndpoints = "Microsoft.AspNetCore.Routing.DefaultEndpointRouteBuilder";

    /// <summary>Returns the application; null if an unknown builder is between.</summary>
    /// <param name="endpoints">The application, the builder of <c>UseEndpoints</c>, or a group of either.</param>
    public static IApplicationBuilder? Of(IEndpointRouteBuilder endpoints)
    {
        try
        {
            while (endpoints is RouteGroupBuilder group)
            {
                endpoints = Outer(group);
            }

            return endpoints as IApplicationBuilder ?? (endpoints.GetType().FullName is OfUseEndpoints ? App(endpoints) : null);
        }
        catch (MissingMemberException)
        {
            // Another version of ASP.NET Core, with another name for it.
            return null;
        }
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_outerEndpointRouteBuilder")]
    private static extern ref IEndpointRouteBuilder Outer(RouteGroupBuilder group);

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "get_ApplicationBuilder")]
    private static extern IApplicationBuilder App([UnsafeAccessorType(OfUseEndpoints + ", Microsoft.AspNetCore.Routing")] object endpoints);
}
