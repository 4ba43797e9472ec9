using Litestar.Generator.Model;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Parameters;

/// <summary>A parameter's source in an attribute.</summary>
internal sealed record SourceMarker(ParameterKind Source, string? Name, string Key);

/// <summary>Reads ASP.NET Core's own source attributes of a parameter, and Litestar's for cookies.</summary>
internal static class MarkerAttributes
{
    private const string Mvc = "Microsoft.AspNetCore.Mvc";

    public static SourceMarker? Of(BindingTarget asked) => Of(asked.Attributes);

    public static SourceMarker? Of(IEnumerable<AttributeData> attributes)
    {
        foreach (var attribute in attributes)
        {
            if (SourceOf(attribute) is { } source)
            {
                var name = attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "Name").Value.Value as string;
                var key = source is ParameterKind.KeyedService && attribute.ConstructorArguments.Length > 0 ? ConstantText.Of(attribute.ConstructorArguments[0]) : "";
                return new(source, name, key);
            }
        }

        return null;
    }

    private static ParameterKind? SourceOf(AttributeData attribute) => attribute.AttributeClass is not { } type ? null : type.Name switch
    {
        "FromRouteAttribute" when SymbolNames.IsIn(type, Mvc) => ParameterKind.Route,
        "FromQueryAttribute" when SymbolNames.IsIn(type, Mvc) => ParameterKind.Query,
        "FromHeaderAttribute" when SymbolNames.IsIn(type, Mvc) => ParameterKind.Header,
        "FromBodyAttribute" when SymbolNames.IsIn(type, Mvc) => ParameterKind.Body,
        "FromFormAttribute" when SymbolNames.IsIn(type, Mvc) => ParameterKind.Form,
        "FromServicesAttribute" when SymbolNames.IsIn(type, Mvc) => ParameterKind.Service,
        "AsParametersAttribute" when SymbolNames.IsIn(type, "Microsoft.AspNetCore.Http") => ParameterKind.Group,
        "FromKeyedServicesAttribute" when SymbolNames.IsIn(type, "Microsoft.Extensions.DependencyInjection") => ParameterKind.KeyedService,
        "FromCookieAttribute" when SymbolNames.IsIn(type, "Litestar") => ParameterKind.Cookie,
        _ => null,
    };
}
