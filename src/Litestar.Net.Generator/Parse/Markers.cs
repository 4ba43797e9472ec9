using Litestar.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse;

/// <summary>What an attribute says of a parameter's source.</summary>
internal sealed record Marker(Source Source, string? Name, string Key);

/// <summary>ASP.NET Core's own markers on a parameter, and our one for cookies.</summary>
internal static class Markers
{
    private const string Mvc = "Microsoft.AspNetCore.Mvc";

    public static Marker? Of(Asked asked) => Of(asked.Attributes);

    public static Marker? Of(IEnumerable<AttributeData> attributes)
    {
        foreach (var attribute in attributes)
        {
            if (SourceOf(attribute) is { } source)
            {
                var name = attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Name").Value.Value as string;
                var key = source is Source.KeyedService && attribute.ConstructorArguments.Length > 0 ? Constants.Of(attribute.ConstructorArguments[0]) : "";
                return new(source, name, key);
            }
        }

        return null;
    }

    private static Source? SourceOf(AttributeData attribute) => attribute.AttributeClass is not { } type ? null : type.Name switch
    {
        "FromRouteAttribute" when Names.IsIn(type, Mvc) => Source.Route,
        "FromQueryAttribute" when Names.IsIn(type, Mvc) => Source.Query,
        "FromHeaderAttribute" when Names.IsIn(type, Mvc) => Source.Header,
        "FromBodyAttribute" when Names.IsIn(type, Mvc) => Source.Body,
        "FromFormAttribute" when Names.IsIn(type, Mvc) => Source.Form,
        "FromServicesAttribute" when Names.IsIn(type, Mvc) => Source.Service,
        "AsParametersAttribute" when Names.IsIn(type, "Microsoft.AspNetCore.Http") => Source.Group,
        "FromKeyedServicesAttribute" when Names.IsIn(type, "Microsoft.Extensions.DependencyInjection") => Source.KeyedService,
        "FromCookieAttribute" when Names.IsIn(type, "Litestar") => Source.Cookie,
        _ => null,
    };
}
