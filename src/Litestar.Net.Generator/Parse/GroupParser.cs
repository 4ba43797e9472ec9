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
        var read = members.Select(member => ParameterParser.Parse(asked.With(member, place.NameOf(asked, member)), place) with { Setting = member.Setting }).ToArray();
        place.Groups.Pop();
        return model with { Members = new(read) };
    }
}
