using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Litestar.Generated;
using Litestar.Handlers;
using Litestar.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Route = Litestar.Routing.Route;

namespace Litestar.Filters;

/// <summary>
/// Adds the endpoint filters around a handler that conventions of its group, or of <c>MapLitestar</c>'s return value,
/// have added.
/// </summary>
internal static class EndpointFilters
{
    /// <exception cref="InvalidOperationException">
    /// A filter's factory needs the handler's function as a <see cref="MethodInfo"/>, and reflection cannot find it.
    /// </exception>
    public static void Apply(Route route, RouteEndpointBuilder builder, LitestarJson json)
    {
        if (builder.FilterFactories.Count is 0)
        {
            return;
        }

        var source = route.Source!;
        var asked = new EndpointFilterFactoryContext { MethodInfo = MethodOf(source.Resolved, route), ApplicationServices = builder.ApplicationServices };
        var count = 0;
        source.Code.Filters = new HandlerFilters(source.Code, json, route.Status, route.ToFullString(), handler =>
        {
            var pipeline = handler;
            for (var i = builder.FilterFactories.Count - 1; i >= 0; i--)
            {
                var filtered = builder.FilterFactories[i](asked, pipeline);
                count += filtered == pipeline ? 0 : 1;
                pipeline = filtered;
            }

            return pipeline;
        })
        {
            Count = count,
        };
    }

    /// <summary>Returns the function, which conventions find in the metadata of their endpoint; null if it was trimmed.</summary>
    public static MethodInfo? MethodOf(ResolvedHandler handler) => handler.Function?.Method ?? Find(handler);

    private static MethodInfo MethodOf(ResolvedHandler handler, Route route) => MethodOf(handler) ?? throw new InvalidOperationException(
        $"{route.ToFullString()} has an endpoint filter, whose factory needs the function, and reflection cannot find it. Put the function itself on the list in place of typeof({handler.Module?.Name}), or make its check a guard, [Guard(nameof(…))].");

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A function that was left out is missed at the start.")]
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A function that was left out is missed at the start.")]
    private static MethodInfo? Find(ResolvedHandler handler)
    {
        var declared = handler.Declaration;
        var methods = handler.Module?.Assembly.GetType(declared.DeclaringType)?.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) ?? [];
        var named = Array.FindAll(methods, method => FunctionName.Of(method.Name) == declared.Name);
        return named is [var only] ? only : Array.Find(named, method => declared.Parameters == string.Join(',', method.GetParameters().Select(parameter => parameter.ParameterType.ToString())));
    }
}
