using Litestar.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse;

/// <summary>Whether a constraint of the route and the type of the parameter agree on what may stand there.</summary>
internal static class ConstraintFit
{
    /// <summary>What texts say, as far as a constraint or a type tells.</summary>
    private enum Kind
    {
        Anything,
        Integer,
        Number,
        Flag,
        Character,
        Guid,
        Date,
        Time,
        Letters,
        Name,
    }

    /// <param name="asked">What is read from the route.</param>
    /// <param name="wireName">Its name there.</param>
    /// <param name="place">The function.</param>
    public static void Check(Asked asked, string wireName, ParameterPlace place)
    {
        var type = RulesOfValue.Bare(asked.Type);
        foreach (var (route, parameter) in place.TemplatesWith(wireName))
        {
            var names = parameter.Constraints.Select(Constraint.NameOf).ToList();
            var fault = names.Exists(name => !Agree(KindOf(name), KindOf(type))) ? Descriptors.ConstraintAgainstType
                : !names.Exists(IsBound) && names.Exists(name => IsWider(name, type.SpecialType)) ? Descriptors.ConstraintBeyondType
                : null;
            if (fault is not null)
            {
                place.Problems.Add(fault, asked.Location, CluesOf(asked, parameter, type), asked.Display, place.Function, Names.ShortOf(type), parameter.Text, $"{route.Method} {route.Path}", Remedy(parameter, type));
                return;
            }
        }
    }

    private static Clues CluesOf(Asked asked, TemplateParameter parameter, ITypeSymbol type) => asked.Display == asked.Name
        ? new() { [Clue.RouteParameter] = parameter.Name, [Clue.Type] = Constraint.TypeFor(parameter), [Clue.Constraint] = Constraint.NameFor(type) }
        : new();

    private static string Remedy(TemplateParameter parameter, ITypeSymbol type)
    {
        var better = Constraint.TypeFor(parameter);
        return $"Let it be of type '{better.Substring(better.LastIndexOf('.') + 1)}', or {(Constraint.NameFor(type) is { Length: > 0 } constraint ? $"change the constraint to ':{constraint}'" : "take the constraint off")}.";
    }

    private static bool Agree(Kind constraint, Kind type) => constraint == type || constraint is Kind.Anything || type is Kind.Anything || (constraint, type) switch
    {
        (Kind.Integer, Kind.Number or Kind.Flag or Kind.Character or Kind.Name) => true,
        (Kind.Number, Kind.Integer or Kind.Flag or Kind.Character or Kind.Name) => true,
        (Kind.Flag, Kind.Name) => true,
        (Kind.Date, Kind.Time) => true,
        (Kind.Letters, Kind.Flag or Kind.Character or Kind.Name) => true,
        _ => false,
    };

    // A number that does not fit the type is a 400 where the constraint would have made it a 404.
    private static bool IsWider(string constraint, SpecialType type) => (constraint, type) switch
    {
        ("int", SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_UInt64) => true,
        ("long", SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_Int32 or SpecialType.System_UInt64) => true,
        ("decimal" or "double" or "float", >= SpecialType.System_SByte and <= SpecialType.System_UInt64) => true,
        _ => false,
    };

    // {id:long:range(1,9)} says itself how far it goes.
    private static bool IsBound(string constraint) => constraint is "min" or "max" or "range" or "length" or "maxlength" or "regex";

    private static Kind KindOf(string constraint) => constraint switch
    {
        "int" or "long" or "min" or "max" or "range" => Kind.Integer,
        "decimal" or "double" or "float" => Kind.Number,
        "bool" => Kind.Flag,
        "guid" => Kind.Guid,
        "datetime" => Kind.Date,
        "alpha" => Kind.Letters,
        _ => Kind.Anything,
    };

    private static Kind KindOf(ITypeSymbol type) => type.TypeKind is TypeKind.Enum ? Kind.Name : type.SpecialType switch
    {
        >= SpecialType.System_SByte and <= SpecialType.System_UInt64 => Kind.Integer,
        SpecialType.System_Decimal or SpecialType.System_Double or SpecialType.System_Single => Kind.Number,
        SpecialType.System_Boolean => Kind.Flag,
        SpecialType.System_Char => Kind.Character,
        SpecialType.System_DateTime => Kind.Date,
        _ => Names.OfValue(type) switch
        {
            "global::System.Int128" or "global::System.UInt128" or "global::System.Numerics.BigInteger" => Kind.Integer,
            "global::System.Half" => Kind.Number,
            "global::System.Guid" => Kind.Guid,
            "global::System.DateTimeOffset" or "global::System.DateOnly" => Kind.Date,
            "global::System.TimeOnly" or "global::System.TimeSpan" => Kind.Time,
            _ => Kind.Anything,
        },
    };
}
