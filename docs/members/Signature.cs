using Microsoft.CodeAnalysis;

namespace Litestar.Members;

/// <summary>Declarations as they would stand in C#.</summary>
public static class Signature
{
    private const SymbolDisplayMiscellaneousOptions Readable = SymbolDisplayMiscellaneousOptions.UseSpecialTypes
        | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
        | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
        | SymbolDisplayMiscellaneousOptions.AllowDefaultLiteral;

    private static readonly SymbolDisplayFormat Types = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: Readable);

    private static readonly SymbolDisplayFormat Members = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        memberOptions: SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeType
            | SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeConstantValue,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeModifiers | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: Readable);

    private static readonly SymbolDisplayFormat Titles = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType,
        miscellaneousOptions: Readable);

    private static readonly SymbolDisplayFormat Declared = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints | SymbolDisplayGenericsOptions.IncludeVariance,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword,
        miscellaneousOptions: Readable);

    /// <summary>A type where it is used: <c>IReadOnlyList&lt;string&gt;?</c>.</summary>
    public static string Of(ITypeSymbol type) => type.ToDisplayString(Types);

    /// <summary>The heading of a member: its name, with the types of what it takes.</summary>
    public static string Title(ISymbol member) => member.ToDisplayString(Titles);

    /// <summary>The whole declaration, on several lines where one would be too long.</summary>
    public static string Of(ISymbol member)
    {
        var text = member.ToDisplayString(Members);
        if (member is IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } || text.Length <= 110 || member is not IMethodSymbol { Parameters.Length: > 1 } method)
        {
            return text;
        }

        var parameters = method.Parameters.Select((parameter, place) => (place is 0 && method.IsExtensionMethod ? "this " : "") + Own(parameter));
        return $"{text[..(text.IndexOf('(', StringComparison.Ordinal) + 1)]}\n    {string.Join(",\n    ", parameters)}{text[text.LastIndexOf(')')..]}";
    }

    /// <summary>The declaration of a type: modifiers, bases, interfaces, constraints.</summary>
    public static string Of(INamedTypeSymbol type)
    {
        if (type is { TypeKind: TypeKind.Delegate, DelegateInvokeMethod: { } method })
        {
            return $"public delegate {Of(method.ReturnType)} {Of((ITypeSymbol)type)}({string.Join(", ", method.Parameters.Select(Own))});";
        }

        var modifiers = type switch
        {
            { IsStatic: true } => "static ",
            { TypeKind: TypeKind.Class, IsAbstract: true } => "abstract ",
            { TypeKind: TypeKind.Class, IsSealed: true } => "sealed ",
            { TypeKind: TypeKind.Struct, IsReadOnly: true } => "readonly ",
            _ => "",
        };
        var declared = type.ToDisplayString(Declared);
        var where = declared.IndexOf(" where ", StringComparison.Ordinal);
        var bases = Bases(type).Select(Of).ToList();
        return $"public {modifiers}{(where < 0 ? declared : declared[..where])}{(bases.Count is 0 ? "" : $" : {string.Join(", ", bases)}")}{(where < 0 ? "" : declared[where..])}";
    }

    private static string Own(IParameterSymbol parameter) => parameter.ToDisplayString(Members);

    private static IEnumerable<ITypeSymbol> Bases(INamedTypeSymbol type)
    {
        var inherited = type.BaseType?.AllInterfaces ?? [];
        return (type is { TypeKind: TypeKind.Class, BaseType: { SpecialType: SpecialType.None } parent } ? [parent] : Array.Empty<ITypeSymbol>())
            .Concat(type.TypeKind is TypeKind.Enum ? [] : type.Interfaces.Where(face => face.Name is not "IEquatable" && !inherited.Contains(face, SymbolEqualityComparer.Default)));
    }
}
