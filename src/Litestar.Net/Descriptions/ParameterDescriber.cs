using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Litestar.Generated;
using Litestar.Layers;
using Litestar.Routing;
using Litestar.Validation;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Descriptions;

/// <summary>Joins the build's facts about parameters with those of the running app: its lists, its container, its JSON.</summary>
/// <param name="route">The route.</param>
/// <param name="layers">The layers of lists and of the app around it, the outermost first.</param>
/// <param name="services">The app's container.</param>
/// <param name="json">The options that read bodies.</param>
/// <param name="types">The types whose members have rules.</param>
internal sealed class ParameterDescriber(Route route, IReadOnlyList<Layer> layers, IServiceProvider services, JsonSerializerOptions json, DescribedType[] types)
{
    public IReadOnlyList<ParameterDescription> Describe(IEnumerable<DescribedParameter> parameters) => [.. parameters.Select(parameter => Describe(parameter, null))];

    /// <summary>Returns the provider of a list or of the app that binds a parameter.</summary>
    public ProviderRegistration? ProviderOf(DescribedParameter parameter)
    {
        if (parameter.Source is not (DescribedSource.Service or DescribedSource.ServiceOrBody))
        {
            return null;
        }

        var fitting = layers.Reverse().SelectMany(layer => Enumerable.Reverse(layer.Providers)).Where(provider => provider.Type == parameter.Type).ToList();
        return fitting.Find(provider => parameter.WireName.Equals(provider.ParameterName, StringComparison.OrdinalIgnoreCase)) ?? fitting.Find(provider => provider.ParameterName is null);
    }

    /// <summary>Returns true if a parameter is read from the request before providers run.</summary>
    public bool IsRead(DescribedParameter parameter) =>
        SourceOf(parameter) is ParameterSource.Route or ParameterSource.Query or ParameterSource.Header or ParameterSource.Cookie or ParameterSource.Form or ParameterSource.Body
        && !typeof(Stream).IsAssignableFrom(parameter.Type) && parameter.Type != typeof(System.IO.Pipelines.PipeReader);

    // Rules on the members of a form's object belong to its type.
    private ParameterDescription Describe(DescribedParameter parameter, DescribedType? owner)
    {
        var source = SourceOf(parameter);
        return new()
        {
            Name = source is ParameterSource.Body or ParameterSource.Service or ParameterSource.KeyedService or ParameterSource.Provider or ParameterSource.Framework or ParameterSource.Group || parameter.WireName is "" ? parameter.Name : parameter.WireName,
            CSharpName = parameter.Name,
            Type = parameter.Type,
            Source = source,
            IsRequired = !parameter.IsOptional && source is not (ParameterSource.Framework or ParameterSource.Group or ParameterSource.Provider),
            IsNullable = parameter.IsNullable,
            Default = parameter.Default,
            Provider = ProviderOf(parameter) is { } provider ? provider.Name : parameter.Provider,
            Key = parameter.Key,
            Rules = [.. parameter.Rules.Concat(parameter.IsUnchecked ? [] : RulesOfType(parameter, source)).Concat(owner?.Members.FirstOrDefault(member => WireNames.PropertyOf(member.Name) == parameter.Name)?.Rules ?? []).Select(rule => RuleFormatter.Of(rule, parameter.Type))],
            Validators = parameter.IsUnchecked ? [] : ValidatorsOf(parameter.Type, source),
            Members = parameter.Members.Length > 0 ? MembersOf(parameter, source) : source is ParameterSource.Body && parameter.Source is DescribedSource.Body or DescribedSource.ServiceOrBody ? MembersOf(parameter.Type, []) : [],
        };
    }

    private IReadOnlyList<ParameterDescription> MembersOf(DescribedParameter parameter, ParameterSource source)
    {
        var type = source is ParameterSource.Form && !parameter.IsUnchecked ? DescribedTypeOf(ItemOf(parameter.Type) ?? Nullable.GetUnderlyingType(parameter.Type) ?? parameter.Type) : null;
        return [.. parameter.Members.Select(member => Describe(member, type))];
    }

    private ParameterSource SourceOf(DescribedParameter parameter) => parameter.Source switch
    {
        DescribedSource.Query when route.Pattern.GetParameter(parameter.WireName) is not null => ParameterSource.Route,
        DescribedSource.Service or DescribedSource.ServiceOrBody when ProviderOf(parameter) is not null => ParameterSource.Provider,
        DescribedSource.ServiceOrBody => !HandlerSetup.TakesBody(route.Method) || services.GetRequiredService<IServiceProviderIsService>().IsService(parameter.Type) ? ParameterSource.Service : ParameterSource.Body,
        DescribedSource.Route => ParameterSource.Route,
        DescribedSource.Query => ParameterSource.Query,
        DescribedSource.Header => ParameterSource.Header,
        DescribedSource.Cookie => ParameterSource.Cookie,
        DescribedSource.Form => ParameterSource.Form,
        DescribedSource.Body => ParameterSource.Body,
        DescribedSource.Service => ParameterSource.Service,
        DescribedSource.KeyedService => ParameterSource.KeyedService,
        DescribedSource.Provider => ParameterSource.Provider,
        DescribedSource.Group => ParameterSource.Group,
        _ => ParameterSource.Framework,
    };

    private IEnumerable<System.ComponentModel.DataAnnotations.ValidationAttribute> RulesOfType(DescribedParameter parameter, ParameterSource source) =>
        source is ParameterSource.Body or ParameterSource.Form && DescribedTypeOf(parameter.Type) is { } type ? type.Rules : [];

    private static IReadOnlyList<Type> ValidatorsOf(Type type, ParameterSource source) =>
        source is ParameterSource.Body or ParameterSource.Form or ParameterSource.Group ? [.. HandlerRegistry.ValidatorsOf(type).Concat(ItemOf(type) is { } item ? HandlerRegistry.ValidatorsOf(item) : []).Select(validator => validator.Type)] : [];

    // Members as the app reads them. A type that contains itself is described once.
    private IReadOnlyList<ParameterDescription> MembersOf(Type type, Type[] within)
    {
        var held = Nullable.GetUnderlyingType(type) ?? type;
        held = ItemOf(held) ?? held;
        held = Nullable.GetUnderlyingType(held) ?? held;
        return within.Contains(held) || InfoOf(held) is not { Kind: JsonTypeInfoKind.Object } known ? [] :
        [
            .. known.Properties.Where(property => property.Set is not null || property.AssociatedParameter is not null).Select(property => new ParameterDescription
            {
                Name = property.Name,
                CSharpName = property.Name,
                Type = property.PropertyType,
                Source = ParameterSource.Body,
                IsRequired = property.IsRequired,
                IsNullable = property.IsSetNullable && !property.PropertyType.IsValueType,
                Rules = [.. RulesOf(held, property.Name).Select(rule => RuleFormatter.Of(rule, property.PropertyType))],
                Members = MembersOf(property.PropertyType, [.. within, held]),
            }),
        ];
    }

    private JsonTypeInfo? InfoOf(Type type)
    {
        try
        {
            return type.IsPrimitive || type == typeof(string) || type == typeof(object) ? null : json.GetTypeInfo(type);
        }
        catch (Exception exception) when (exception is NotSupportedException or InvalidOperationException)
        {
            return null;
        }
    }

    private System.ComponentModel.DataAnnotations.ValidationAttribute[] RulesOf(Type type, string name) => DescribedTypeOf(type)?.Members
        .FirstOrDefault(member => string.Equals(WireNameOf(member.Name), name, StringComparison.OrdinalIgnoreCase))?.Rules ?? [];

    private string WireNameOf(string member) => member.IndexOf('=', StringComparison.Ordinal) is >= 0 and var mark ? member[(mark + 1)..] : json.PropertyNamingPolicy?.ConvertName(member) ?? member;

    private DescribedType? DescribedTypeOf(Type type) => Array.Find(types, described => described.Type == type);

    private static Type? ItemOf(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) ? type.GenericTypeArguments[^1]
        : null;
}
