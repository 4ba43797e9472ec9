using Litestar.Generator.Diagnostics;
using Litestar.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse;

/// <summary>Reads a parameter with <c>[AsParameters]</c>: each member of its type as a parameter would be read, groups within groups included.</summary>
internal static class GroupParser
{
    public static ParameterModel Parse(Asked asked, ParameterPlace place)
    {
        var type = asked.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : asked.Type;
        var model = ParameterParser.Of(asked, Source.Group) with { Value = Names.OfValue(type) };
        if (place.Groups.Contains(type, SymbolEqualityComparer.Default))
        {
            place.Problems.Add(Descriptors.EndlessType, asked.Location, asked.Display, place.Function, Names.ShortOf(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)));
            return model;
        }

        var members = Construction.Of(type, out var fault);
        if (fault is var (fact, remedy))
        {
            place.Problems.Add(Descriptors.UnmakeableGroup, asked.Location, asked.Display, place.Function, Names.ShortOf(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)), fact, remedy);
            return model;
        }

        place.Groups.Push(type);
        var read = members.Select(member => Member(member, ParameterParser.Parse(asked.With(member, place.NameOf(asked, member)), place))).ToArray();
        place.Groups.Pop();
        return model with
        {
            Members = new(read),
            ValidatesItself = type.AllInterfaces.Any(RulesMembers.IsOwnJudge),
            Kinds = new([.. KindsOf(type).Select(Names.OfValue)]),
        };
    }

    /// <summary>The handlers, once it is known which types have validators.</summary>
    public static EquatableArray<HandlerModel> Judge((EquatableArray<HandlerModel> Handlers, EquatableArray<string> Validated) found, CancellationToken _)
    {
        var validated = new HashSet<string>(found.Validated, StringComparer.Ordinal);
        return validated.Count is 0 ? found.Handlers : new([.. found.Handlers.Select(handler => handler with
        {
            Parameters = Judge(handler.Parameters, validated),
            Layers = handler.Layers.Select(function => function with { Parameters = Judge(function.Parameters, validated) }),
        })]);
    }

    // What comes as a whole, a body or a service, is no member in the request.
    private static ParameterModel Member(Member member, ParameterModel parsed) => parsed with
    {
        Setting = member.Setting,
        IsImplied = member.IsImplied && parsed.Source is (Source.Query or Source.Header or Source.Cookie or Source.Form or Source.File),
    };

    private static EquatableArray<ParameterModel> Judge(EquatableArray<ParameterModel> parameters, HashSet<string> validated) => new([.. parameters.Select(parameter =>
        parameter.Source is Source.Group ? parameter with { HasValidators = parameter.Kinds.Any(validated.Contains), Members = Judge(parameter.Members, validated) } : parameter)]);

    // A validator of a base judges what derives from it; of a struct only its own does.
    private static IEnumerable<ITypeSymbol> KindsOf(ITypeSymbol type)
    {
        yield return type;
        for (var owner = type.IsValueType ? null : type.BaseType; owner is { SpecialType: SpecialType.None }; owner = owner.BaseType)
        {
            yield return owner;
        }

        foreach (var face in type.IsValueType ? [] : type.AllInterfaces.Where(face => !Framework.Declares(face)))
        {
            yield return face;
        }
    }
}
