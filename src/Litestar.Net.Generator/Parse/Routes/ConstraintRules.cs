using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Routes;

/// <summary>The meaning of ASP.NET Core's constraints, as far as their names show it.</summary>
internal static class ConstraintRules
{
    /// <summary>Returns the qualified type for all values of a route parameter; <c>string</c> if nothing narrower is known.</summary>
    public static string TypeFor(TemplateParameter parameter) =>
        (parameter.Constraints.Select(constraint => TypeOf(NameOf(constraint))).FirstOrDefault(type => type is not null) ?? "string") + (parameter.IsOptional ? "?" : "");

    /// <summary>Returns the constraint for the values of a type: <c>int</c>; empty if there is none.</summary>
    public static string NameFor(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Int32 => "int",
        SpecialType.System_Int64 => "long",
        SpecialType.System_Boolean => "bool",
        SpecialType.System_Decimal => "decimal",
        SpecialType.System_Double => "double",
        SpecialType.System_Single => "float",
        SpecialType.System_DateTime => "datetime",
        SpecialType.System_Byte => "range(0,255)",
        SpecialType.System_UInt16 => "range(0,65535)",
        SpecialType.System_UInt32 => "range(0,4294967295)",
        SpecialType.System_UInt64 => "min(0)",
        SpecialType.System_SByte => "range(-128,127)",
        SpecialType.System_Int16 => "range(-32768,32767)",
        _ => SymbolNames.OfValue(type) is "global::System.Guid" ? "guid" : "",
    };

    /// <summary>Returns <c>range</c> for <c>range(1,5)</c>.</summary>
    public static string NameOf(string constraint) => constraint.Split('(')[0].Trim().ToLowerInvariant();

    private static string? TypeOf(string name) => name switch
    {
        "int" or "long" or "bool" or "decimal" or "double" or "float" => name,
        "min" or "max" or "range" => "long",
        "guid" => "global::System.Guid",
        "datetime" => "global::System.DateTime",
        _ => null,
    };
}
