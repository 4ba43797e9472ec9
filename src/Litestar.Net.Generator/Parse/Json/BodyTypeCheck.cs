using Litestar.Generator.Diagnostics;
using Litestar.Generator.Parse.Parameters;
using Litestar.Generator.Parse.Rules;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Json;

/// <summary>Checks that System.Text.Json can create the type of a body.</summary>
internal static class BodyTypeCheck
{
    /// <summary>Checks a parameter with a body attribute, which is certainly a body; others are checked when the app starts.</summary>
    public static void Check(BindingTarget asked, BindingContext place)
    {
        if (FaultOf(asked.Type, new(SymbolEqualityComparer.Default)) is var (type, fact, remedy))
        {
            place.Diagnostics.Add(Descriptors.UnreadableBody, asked.Location, asked.Display, place.Function, SymbolNames.ShortOf(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)), fact, remedy);
        }
        else
        {
            CheckTuples(asked, place);
        }
    }

    /// <summary>Rejects a tuple, which is read as an empty object from any JSON: no type with one is meant as a body.</summary>
    public static void CheckTuples(BindingTarget asked, BindingContext place)
    {
        if (TupleFinder.ReadIn(asked.Type) is { } tuple)
        {
            place.Diagnostics.Add(Descriptors.UnreadableBody, asked.Location, asked.Display, place.Function, SymbolNames.ShortOf(tuple), "is a tuple, whose elements are fields, which JSON ignores", "Take a record.");
        }
    }

    private static (ITypeSymbol Type, string Fact, string Remedy)? FaultOf(ITypeSymbol type, HashSet<ITypeSymbol> seen)
    {
        type = ValueRulesParser.Bare(type);
        if (!seen.Add(type))
        {
            return null;
        }

        return type switch
        {
            IArrayTypeSymbol { Rank: > 1 } => (type, "is an array of several dimensions", "Take an array of arrays."),
            _ when ValueRulesParser.ElementOf(type) is { } element => FaultOf(element, seen),
            { TypeKind: TypeKind.Delegate } => (type, "is a delegate", "Take a value."),
            INamedTypeSymbol named when !FrameworkTypes.Declares(named) && !JsonAttributes.SayHow(named) => FaultOfMade(named) ?? Needed(named).Select(member => FaultOf(member, seen)).FirstOrDefault(fault => fault is not null),
            _ => null,
        };
    }

    private static (ITypeSymbol Type, string Fact, string Remedy)? FaultOfMade(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => (type, "is an interface", "Use a record or class, or list its derived types with [JsonDerivedType]."),
        { IsAbstract: true } => (type, "is abstract", "Use a type that can be created, or list its derived types with [JsonDerivedType]."),
        { IsValueType: true } or { TypeKind: not TypeKind.Class } => null,
        _ when ConstructorOf(type) is not null => null,
        _ when type.InstanceConstructors.Count(IsOpen) is var open and > 1 => (type, $"has {open} public constructors", "Mark one of them with [JsonConstructor], or add one without parameters."),
        _ => (type, "has no public constructor", "Make one public, or mark one with [JsonConstructor]."),
    };

    // The required types: a nullable member, or one with a default, may always be missing.
    private static IEnumerable<ITypeSymbol> Needed(INamedTypeSymbol type) => (ConstructorOf(type)?.Parameters ?? [])
        .Where(parameter => !parameter.HasExplicitDefaultValue && parameter is { NullableAnnotation: NullableAnnotation.NotAnnotated } && !ValueRulesParser.IsNullable(parameter.Type))
        .Select(parameter => parameter.Type)
        .Concat(JsonMembers.Of(type).Where(property => property is { IsRequired: true, NullableAnnotation: NullableAnnotation.NotAnnotated } && !JsonAttributes.SayHow(property)).Select(property => property.Type));

    private static IMethodSymbol? ConstructorOf(INamedTypeSymbol type)
    {
        var open = type.InstanceConstructors.Where(IsOpen).ToList();
        return type.InstanceConstructors.FirstOrDefault(constructor => JsonAttributes.Has(constructor, "JsonConstructorAttribute"))
            ?? open.Find(constructor => constructor.Parameters.IsEmpty)
            ?? (open.Count is 1 ? open[0] : null);
    }

    private static bool IsOpen(IMethodSymbol constructor) => constructor.DeclaredAccessibility is Accessibility.Public;
}
