using Litestar.Generator.Diagnostics;
using Litestar.Generator.Model;
using Litestar.Generator.Parse.Rules;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Parameters;

/// <summary>Parses a parameter with <c>[AsParameters]</c>: each member of its type like a parameter, inner groups included.</summary>
internal static class GroupParser
{
    public static ParameterModel Parse(BindingTarget asked, BindingContext place)
    {
        var type = asked.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : asked.Type;
        var model = ParameterParser.Of(asked, ParameterKind.Group) with { Value = SymbolNames.OfValue(type) };
        if (place.Groups.Contains(type, SymbolEqualityComparer.Default))
        {
            place.Diagnostics.Add(Descriptors.RecursiveType, asked.Location, asked.Display, place.Function, SymbolNames.ShortOf(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)));
            return model;
        }

        var members = ObjectConstruction.Of(type, out var fault);
        if (fault is var (fact, remedy))
        {
            place.Diagnostics.Add(Descriptors.UnconstructibleGroup, asked.Location, asked.Display, place.Function, SymbolNames.ShortOf(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)), fact, remedy);
            return model;
        }

        place.Groups.Push(type);
        var read = members.Select(member => Member(member, ParameterParser.Parse(asked.With(member, place.NameOf(asked, member)), place))).ToArray();
        place.Groups.Pop();
        return model with
        {
            Members = new(read),
            ValidatesItself = type.AllInterfaces.Any(RuleMembers.IsValidatableObject),
            Kinds = new([.. KindsOf(type).Select(SymbolNames.OfValue)]),
        };
    }

    /// <summary>Returns the handlers with the types that have validators.</summary>
    public static EquatableArray<HandlerModel> WithValidators((EquatableArray<HandlerModel> Handlers, EquatableArray<string> Validated) found, CancellationToken _)
    {
        var validated = new HashSet<string>(found.Validated, StringComparer.Ordinal);
        return validated.Count is 0 ? found.Handlers : new([.. found.Handlers.Select(handler => handler with
        {
            Parameters = WithValidators(handler.Parameters, validated),
            Layers = handler.Layers.Select(function => function with { Parameters = WithValidators(function.Parameters, validated) }),
        })]);
    }

    // A member that is a whole body or a service has no name in the request.
    private static ParameterModel Member(ConstructionMember member, ParameterModel parsed) => parsed with
    {
        Setting = member.Setting,
        IsImplied = member.IsImplied && parsed.Source is (ParameterKind.Query or ParameterKind.Header or ParameterKind.Cookie or ParameterKind.Form or ParameterKind.File),
    };

    private static EquatableArray<ParameterModel> WithValidators(EquatableArray<ParameterModel> parameters, HashSet<string> validated) => new([.. parameters.Select(parameter =>
        parameter.Source is ParameterKind.Group ? parameter with { HasValidators = parameter.Kinds.Any(validated.Contains), Members = WithValidators(parameter.Members, validated) } : parameter)]);

    // A validator of a base also validates derived types; for a struct only its own does.
    private static IEnumerable<ITypeSymbol> KindsOf(ITypeSymbol type)
    {
        yield return type;
        for (var owner = type.IsValueType ? null : type.BaseType; owner is { SpecialType: SpecialType.None }; owner = owner.BaseType)
        {
            yield return owner;
        }

        foreach (var face in type.IsValueType ? [] : type.AllInterfaces.Where(face => !FrameworkTypes.Declares(face)))
        {
            yield return face;
        }
    }
}
