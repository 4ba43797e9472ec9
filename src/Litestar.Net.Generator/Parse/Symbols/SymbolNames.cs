using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Litestar.Generator.Parse.Symbols;

/// <summary>The names of symbols, as source text and for reflection.</summary>
internal static class SymbolNames
{
    private static readonly SymbolDisplayFormat Qualified = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat Short = SymbolDisplayFormat.MinimallyQualifiedFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly Regex Partial = new(@"(?<![\w@])partial(?!\w)", RegexOptions.CultureInvariant);

    private static readonly SymbolDisplayFormat Unescaped = new(typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>Returns <c>global::Shop.User?</c>.</summary>
    public static string Of(ITypeSymbol type) =>
        KeywordOf(type.SpecialType) is { } keyword && (type.IsValueType || type.NullableAnnotation is not NullableAnnotation.Annotated) ? keyword : Escaped(type.ToDisplayString(Qualified));

    // The compiler escapes keywords, except the one contextual keyword that must not precede a type's name.
    private static string Escaped(string type) => type.IndexOf("partial", StringComparison.Ordinal) < 0 ? type : Partial.Replace(type, "@partial");

    /// <summary>Returns <c>global::Shop.User</c>, never nullable.</summary>
    public static string OfValue(ITypeSymbol type) => KeywordOf(type.SpecialType) ?? Of(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));

    /// <summary>Returns true if a symbol is in a namespace: <c>Microsoft.AspNetCore.Http</c>.</summary>
    public static bool IsIn(ISymbol symbol, string space)
    {
        var end = space.Length;
        var owner = symbol.ContainingNamespace;
        for (; owner is { IsGlobalNamespace: false } && end > 0; owner = owner.ContainingNamespace)
        {
            var start = space.LastIndexOf('.', end - 1) + 1;
            if (owner.Name.Length != end - start || string.CompareOrdinal(owner.Name, 0, space, start, end - start) is not 0)
            {
                return false;
            }

            end = start - 1;
        }

        return end < 0 && owner is { IsGlobalNamespace: true };
    }

    /// <summary>Returns true if a symbol is in a namespace or in one within it.</summary>
    public static bool IsBelow(ISymbol symbol, string space)
    {
        for (ISymbol? owner = symbol; owner?.ContainingNamespace is { IsGlobalNamespace: false } around; owner = around)
        {
            if (IsIn(owner, space))
            {
                return true;
            }
        }

        return false;
    }

    // The most frequent types are written without a call of the compiler.
    private static string? KeywordOf(SpecialType type) => type switch
    {
        SpecialType.System_Void => "void",
        SpecialType.System_Object => "object",
        SpecialType.System_String => "string",
        SpecialType.System_Boolean => "bool",
        SpecialType.System_Char => "char",
        SpecialType.System_Byte => "byte",
        SpecialType.System_Int32 => "int",
        SpecialType.System_Int64 => "long",
        SpecialType.System_Double => "double",
        SpecialType.System_Decimal => "decimal",
        _ => null,
    };

    /// <summary>Returns <c>User</c>.</summary>
    public static string ShortOf(ITypeSymbol type) => type.IsValueType && KeywordOf(type.SpecialType) is { } keyword ? keyword : type.ToDisplayString(Short);

    /// <summary>Returns <c>Shop.Outer+Inner</c>, as in <c>Type.FullName</c>.</summary>
    public static string ReflectionOf(INamedTypeSymbol type)
    {
        if (type.ContainingType is { } outer)
        {
            return $"{ReflectionOf(outer)}+{type.MetadataName}";
        }

        return type.ContainingNamespace is { IsGlobalNamespace: false } space ? $"{space.ToDisplayString(Unescaped)}.{type.MetadataName}" : type.MetadataName;
    }

    /// <summary>Returns <c>System.Nullable`1[System.Int32]</c>, as in <c>Type.ToString()</c>.</summary>
    public static string ReflectionTextOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => $"{ReflectionTextOf(array.ElementType)}[{new string(',', array.Rank - 1)}]",
        INamedTypeSymbol named when ArgumentsOf(named).ToList() is { Count: > 0 } arguments =>
            $"{ReflectionOf(named.OriginalDefinition)}[{string.Join(",", arguments.Select(ReflectionTextOf))}]",
        INamedTypeSymbol named => ReflectionOf(named),
        _ => type.ToDisplayString(),
    };

    /// <summary>Returns the arguments of a generic type, those of its outer types first.</summary>
    public static IEnumerable<ITypeSymbol> ArgumentsOf(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? ArgumentsOf(outer).Concat(type.TypeArguments) : type.TypeArguments;

    /// <summary>Returns an identifier, with <c>@</c> if it is a keyword.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
}
