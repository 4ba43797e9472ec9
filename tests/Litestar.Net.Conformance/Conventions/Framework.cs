using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Litestar.Conformance.Conventions;

/// <summary>Every public method of the shared framework that extends an application, a group, an endpoint or a host builder.</summary>
public static class Framework
{
    private static readonly Type[] Extended = [typeof(IEndpointConventionBuilder), typeof(RouteGroupBuilder), typeof(IApplicationBuilder), typeof(IHostApplicationBuilder)];

    public static IEnumerable<string> Conventions() =>
        from file in Directory.EnumerateFiles(Path.GetDirectoryName(typeof(WebApplication).Assembly.Location)!, "*.dll")
        from type in Assembly.Load(Path.GetFileNameWithoutExtension(file)).ExportedTypes
        where type is { IsAbstract: true, IsSealed: true }
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
        where method.IsDefined(typeof(ExtensionAttribute)) && Extends(method.GetParameters()[0].ParameterType)
        select NameOf(method);

    private static bool Extends(Type type) => Extended.Any(extended =>
        extended.IsAssignableFrom(type) || (type.IsGenericParameter && type.GetGenericParameterConstraints().Any(extended.IsAssignableFrom)));

    private static string NameOf(MethodInfo method)
    {
        var parameters = method.GetParameters();
        var receiver = parameters[0].ParameterType;
        return $"{(receiver.IsInterface || receiver.IsGenericParameter ? "" : $"{receiver.Name}.")}{method.Name}({string.Join(", ", parameters[1..].Select(parameter => NameOf(parameter.ParameterType)))})";
    }

    private static string NameOf(Type type) => type switch
    {
        { IsArray: true } => $"{NameOf(type.GetElementType()!)}[]",
        { IsGenericType: true } when Nullable.GetUnderlyingType(type) is { } value => $"{NameOf(value)}?",
        { IsGenericType: true } => $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>",
        _ => type.Name,
    };
}
