using Litestar.Generator.Parse.Rules;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Litestar.Generator.Parse.Parameters;

/// <summary>A default whose value the build knows.</summary>
/// <param name="Value">The value; null if there is none.</param>
/// <param name="Text">The same as source text.</param>
/// <param name="IsInitializer">True if it is that of a property.</param>
internal sealed record KnownDefault(object? Value, string Text, bool IsInitializer)
{
    /// <summary>Returns the default of an optional parameter.</summary>
    public static KnownDefault? Of(IParameterSymbol parameter) =>
        parameter.HasExplicitDefaultValue ? new(parameter.ExplicitDefaultValue ?? ZeroOf(parameter.Type), ConstantText.DefaultOf(parameter), IsInitializer: false) : null;

    /// <summary>Returns the default of a property, if it is a literal.</summary>
    public static KnownDefault? Of(ExpressionSyntax? initializer, ITypeSymbol type) =>
        ValueOf(initializer) is { } value && As(ValueRulesParser.Bare(type).SpecialType, value) is { } known ? new(known, initializer!.ToString(), IsInitializer: true) : null;

    // default(int), which the compiler stores as null, is 0.
    private static object? ZeroOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double or SpecialType.System_Decimal or SpecialType.System_Single => 0,
        _ => null,
    };

    private static object? ValueOf(ExpressionSyntax? initializer) => initializer switch
    {
        LiteralExpressionSyntax literal => literal.Token.Value,
        PrefixUnaryExpressionSyntax { OperatorToken.Text: "-", Operand: LiteralExpressionSyntax { Token.Value: IConvertible number and not string } } => Negative(number),
        MemberAccessExpressionSyntax { Name.Identifier.Text: "Empty", Expression: PredefinedTypeSyntax { Keyword.Text: "string" } } => "",
        _ => null,
    };

    private static object? Negative(IConvertible number) => number switch
    {
        decimal exact => -exact,
        double or float => -Convert.ToDouble(number),
        int or long or uint => -Convert.ToInt64(number),
        _ => null,
    };

    // 1 as the initializer of a long is a long: rules that list values distinguish them.
    private static object? As(SpecialType type, object value)
    {
        try
        {
            return type switch
            {
                SpecialType.System_String => value as string,
                SpecialType.System_Char => value as char?,
                SpecialType.System_Boolean => value as bool?,
                SpecialType.System_Byte => Convert.ToByte(value),
                SpecialType.System_SByte => Convert.ToSByte(value),
                SpecialType.System_Int16 => Convert.ToInt16(value),
                SpecialType.System_UInt16 => Convert.ToUInt16(value),
                SpecialType.System_Int32 => Convert.ToInt32(value),
                SpecialType.System_UInt32 => Convert.ToUInt32(value),
                SpecialType.System_Int64 => Convert.ToInt64(value),
                SpecialType.System_UInt64 => Convert.ToUInt64(value),
                SpecialType.System_Single => Convert.ToSingle(value),
                SpecialType.System_Double => Convert.ToDouble(value),
                SpecialType.System_Decimal => Convert.ToDecimal(value),
                _ => null,
            };
        }
        catch (Exception exception) when (exception is OverflowException or InvalidCastException or FormatException)
        {
            return null;
        }
    }
}
