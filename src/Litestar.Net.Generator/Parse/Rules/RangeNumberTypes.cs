using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Rules;

/// <summary>Selects the type in which a number is compared with the limits of a range.</summary>
internal static class RangeNumberTypes
{
    /// <summary>Returns the C# keyword; null if it is not a number.</summary>
    public static string? KeywordOf(ITypeSymbol number, bool isDouble) => number.SpecialType switch
    {
        SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32 => isDouble ? "double" : "int",
        SpecialType.System_UInt32 or SpecialType.System_Int64 => isDouble ? "double" : "long",
        SpecialType.System_UInt64 => isDouble ? "double" : "decimal",
        SpecialType.System_Single or SpecialType.System_Double => "double",
        SpecialType.System_Decimal => isDouble ? "double" : "decimal",
        _ => null,
    };

    /// <summary>Returns a limit of a range as a literal of that type.</summary>
    public static string Literal(object value, string keyword) => keyword switch
    {
        "double" when value is double.PositiveInfinity => "double.PositiveInfinity",
        "double" when value is double.NegativeInfinity => "double.NegativeInfinity",
        "double" when value is double.NaN => "double.NaN",
        "double" when Convert.ToDouble(value, CultureInfo.InvariantCulture) is double.MaxValue => "double.MaxValue",
        "double" when Convert.ToDouble(value, CultureInfo.InvariantCulture) is double.MinValue => "double.MinValue",
        "double" => Convert.ToDouble(value, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture) + "D",
        "decimal" => Convert.ToString(value, CultureInfo.InvariantCulture) + "M",
        "long" => Convert.ToString(value, CultureInfo.InvariantCulture) + "L",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
