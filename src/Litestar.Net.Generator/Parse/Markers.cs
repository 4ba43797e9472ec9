using Litestar.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse;

/// <summary>What an attribute says of a parameter's source.</summary>
internal sealed record Marker(Source Source, string? Name, string Key);

/// <summary>ASP.NET Core's own markers on a parameter, and our one for cookies.</summary>
internal static class Markers
{
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

    private static Source? SourceOf(AttributeData attribute) => attribute.AttributeClass?.ToDisplayString() switch
    {
        "Microsoft.AspNetCore.Mvc.FromRouteAttribute" => Source.Route,
        "Microsoft.AspNetCore.Mvc.FromQueryAttribute" => Source.Query,
        "Microsoft.AspNetCore.Mvc.FromHeaderAttribute" => Source.Header,
        "Microsoft.AspNetCore.Mvc.FromBodyAttribute" => Source.Body,
        "Microsoft.AspNetCore.Mvc.FromFormAttribute" => Source.Form,
        "Microsoft.AspNetCore.Mvc.FromServicesAttribute" => Source.Service,
        "Microsoft.AspNetCore.Http.AsParametersAttribute" => Source.Group,
        "Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute" => Source.KeyedService,
        "Litestar.FromCookieAttribute" => Source.Cookie,
        _ => null,
    };
}
