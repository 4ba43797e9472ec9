using Litestar.Generator.Diagnostics;
using Litestar.Generator.Parse.Parameters;
using Litestar.Generator.Parse.Rules;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Routes;

/// <summary>Checks that a constraint of the route and the type of the parameter allow the same values.</summary>
internal static class ConstraintTypeMatch
{
    /// <summary>The kind of texts that a constraint or a type allows.</summary>
    private enum TextKind
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

    /// <param name="asked">The parameter.</param>
    /// <param name="wireName">Its name in the route.</param>
    /// <param name="place">The function.</param>
    public static void Check(BindingTarget asked, string wireName, BindingContext place)
    {
        var type = ValueRulesParser.Bare(asked.Type);
        foreach (var (route, parameter) in place.TemplatesWith(wireName))
        {
            var names = parameter.Constraints.Select(ConstraintRules.NameOf).ToList();
            var fault = names.Exists(name => !Agree(KindOf(name), KindOf(type))) ? Descriptors.ConstraintAgainstType
                : !names.Exists(IsBound) && names.Exists(name => IsWider(name, type.SpecialType)) ? Descriptors.ConstraintBeyondType
                : null;
            if (fault is not null)
            {
                place.Diagnostics.Add(fault, asked.Location, CluesOf(asked, parameter, type), asked.Display, place.Function, SymbolNames.ShortOf(type), parameter.Text, $"{route.Method} {route.Path}", Remedy(parameter, type));
                return;
            }
        }
    }

    private static DiagnosticProperties CluesOf(BindingTarget asked, TemplateParameter parameter, ITypeSymbol type) => asked.Display == asked.Name
        ? new() { [DiagnosticPropertyNames.RouteParameter] = parameter.Name, [DiagnosticPropertyNames.Type] = ConstraintRules.TypeFor(parameter), [DiagnosticPropertyNames.Constraint] = ConstraintRules.NameFor(type) }
        : new();

    private static string Remedy(TemplateParameter parameter, ITypeSymbol type)
    {
        var better = ConstraintRules.TypeFor(parameter);
        return $"Let it be of type '{better.Substring(better.LastIndexOf('.') + 1)}', or {(ConstraintRules.NameFor(type) is { Length: > 0 } constraint ? $"change the constraint to ':{constraint}'" : "take the constraint off")}.";
    }

    private static bool Agree(TextKind constraint, TextKind type) => constraint == type || constraint is TextKind.Anything || type is TextKind.Anything || (constraint, type) switch
    {
        (TextKind.Integer, TextKind.Number or TextKind.Flag or TextKind.Character or TextKind.Name) => true,
        (TextKind.Number, TextKind.Integer or TextKind.Flag or TextKind.Character or TextKind.Name) => true,
        (TextKind.Flag, TextKind.Name) => true,
        (TextKind.Date, TextKind.Time) => true,
        (TextKind.Letters, TextKind.Flag or TextKind.Character or TextKind.Name) => true,
        _ => false,
    };

    // A number that does not fit the type is a 400, but with a matching constraint it would be a 404.
    private static bool IsWider(string constraint, SpecialType type) => (constraint, type) switch
    {
        ("int", SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_UInt64) => true,
        ("long", SpecialType.System_Byte or SpecialType.System_SByte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_Int32 or SpecialType.System_UInt64) => true,
        ("decimal" or "double" or "float", >= SpecialType.System_SByte and <= SpecialType.System_UInt64) => true,
        _ => false,
    };

    // {id:long:range(1,9)} has its own limits.
    private static bool IsBound(string constraint) => constraint is "min" or "max" or "range" or "length" or "maxlength" or "regex";

    private static TextKind KindOf(string constraint) => constraint switch
    {
        "int" or "long" or "min" or "max" or "range" => TextKind.Integer,
        "decimal" or "double" or "float" => TextKind.Number,
        "bool" => TextKind.Flag,
        "guid" => TextKind.Guid,
        "datetime" => TextKind.Date,
        "alpha" => TextKind.Letters,
        _ => TextKind.Anything,
    };

    private static TextKind KindOf(ITypeSymbol type) => type.TypeKind is TypeKind.Enum ? TextKind.Name : type.SpecialType switch
    {
        >= SpecialType.System_SByte and <= SpecialType.System_UInt64 => TextKind.Integer,
        SpecialType.System_Decimal or SpecialType.System_Double or SpecialType.System_Single => TextKind.Number,
        SpecialType.System_Boolean => TextKind.Flag,
        SpecialType.System_Char => TextKind.Character,
        SpecialType.System_DateTime => TextKind.Date,
        _ => SymbolNames.OfValue(type) switch
        {
            "global::System.Int128" or "global::System.UInt128" or "global::System.Numerics.BigInteger" => TextKind.Integer,
            "global::System.Half" => TextKind.Number,
            "global::System.Guid" => TextKind.Guid,
            "global::System.DateTimeOffset" or "global::System.DateOnly" => TextKind.Date,
            "global::System.TimeOnly" or "global::System.TimeSpan" => TextKind.Time,
            _ => TextKind.Anything,
        },
    };
}
