using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Litestar.Generator.Parse.Symbols;

/// <summary>Converts constants of the user's source to text of generated source.</summary>
internal static class ConstantText
{
    /// <summary>Returns the default of an optional parameter.</summary>
    public static string DefaultOf(IParameterSymbol parameter) =>
        parameter.ExplicitDefaultValue is { } value ? Of(value, parameter.Type)
        : parameter.Type.IsReferenceType || parameter.Type.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T ? "null"
        : "default";

    /// <summary>Returns an argument of an attribute.</summary>
    public static string Of(TypedConstant constant) => constant.Kind switch
    {
        _ when constant.IsNull => constant.Type is { } type ? $"({SymbolNames.OfValue(type)}?)null" : "null",
        TypedConstantKind.Array => $"new {SymbolNames.Of(constant.Type!)} {{ {string.Join(", ", constant.Values.Select(Of))} }}",
        TypedConstantKind.Type => constant.Value is ITypeSymbol type ? $"typeof({(type is INamedTypeSymbol { IsUnboundGenericType: true } ? SymbolNames.Of(type) : SymbolNames.OfValue(type))})" : "null",
        _ => Of(constant.Value!, constant.Type!),
    };

    /// <summary>Returns an initializer, if it has the same meaning anywhere: literals, members of enums, <c>string.Empty</c>.</summary>
    public static string? Of(ExpressionSyntax initializer, ITypeSymbol type) => initializer switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => Primitive(text),
        LiteralExpressionSyntax literal => literal.Token.Text,
        PrefixUnaryExpressionSyntax { OperatorToken.Text: "-", Operand: LiteralExpressionSyntax number } => $"-{number.Token.Text}",
        MemberAccessExpressionSyntax { Name.Identifier.Text: "Empty", Expression: PredefinedTypeSyntax { Keyword.Text: "string" } } => "\"\"",
        MemberAccessExpressionSyntax member => OfEnum(member, type),
        _ => null,
    };

    /// <summary>Returns a constant as people write it; null if that needs more than a literal.</summary>
    public static string? LiteralOf(object value, ITypeSymbol type) =>
        value is int or string or bool or char && type.TypeKind is not TypeKind.Enum ? Primitive(value)
        : value is double number && type.SpecialType is SpecialType.System_Double ? number.ToString("R", CultureInfo.InvariantCulture)
        : null;

    private static string? OfEnum(MemberAccessExpressionSyntax member, ITypeSymbol type)
    {
        var target = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        var owner = member.Expression is MemberAccessExpressionSyntax outer ? outer.Name : member.Expression as SimpleNameSyntax;
        var name = member.Name.Identifier.ValueText;
        return target.TypeKind is TypeKind.Enum && owner?.Identifier.ValueText == target.Name && target.GetMembers(name).Any()
            ? $"{SymbolNames.OfValue(target)}.{SymbolNames.Identifier(name)}"
            : null;
    }

    private static string Of(object value, ITypeSymbol type)
    {
        var target = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
        return target.TypeKind is not TypeKind.Enum ? Primitive(value)
            : MemberOf(target, value) is { } member ? $"{SymbolNames.Of(target)}.{SymbolNames.Identifier(member)}"
            : $"({SymbolNames.Of(target)})({Primitive(value)})";
    }

    private static string? MemberOf(ITypeSymbol type, object value) => type.GetMembers().OfType<IFieldSymbol>()
        .FirstOrDefault(member => member.HasConstantValue && Equals(member.ConstantValue, value) && member.GetAttributes().IsEmpty)?.Name;

    private static string Primitive(object value) => value switch
    {
        float.NaN => "float.NaN",
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        float number => number.ToString("R", CultureInfo.InvariantCulture) + "F",
        double number => number.ToString("R", CultureInfo.InvariantCulture) + "D",
        DateTime time => $"new global::System.DateTime({time.Ticks}L)",
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "M",
        long number => number.ToString(CultureInfo.InvariantCulture) + "L",
        ulong number => number.ToString(CultureInfo.InvariantCulture) + "UL",
        uint number => number.ToString(CultureInfo.InvariantCulture) + "U",
        byte or sbyte or short or ushort => $"({KeywordOf(value)})({Convert.ToString(value, CultureInfo.InvariantCulture)})",
        _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false) ?? "default!",
    };

    private static string KeywordOf(object value) => value switch { byte => "byte", sbyte => "sbyte", short => "short", _ => "ushort" };
}
