using Litestar.Generator.Diagnostics;
using Litestar.Generator.Model;
using Litestar.Generator.Parse.Handlers;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Rules;

/// <summary>Parses the validation attributes of a parameter or a member.</summary>
internal static class ValueRulesParser
{
    private const string Annotations = "System.ComponentModel.DataAnnotations";

    /// <summary>Returns the rules, the one that requires a value first.</summary>
    /// <param name="attributes">The attributes; those that are not rules are skipped.</param>
    /// <param name="type">The type of the value.</param>
    /// <param name="display">The parameter or member with its owner, for messages: <c>'size' of 'Users.List'</c>.</param>
    /// <param name="owner">The type that declares it.</param>
    /// <param name="diagnostics">Receives rules that can never apply.</param>
    public static EquatableArray<RuleModel> Parse(IEnumerable<AttributeData> attributes, ITypeSymbol type, string display, INamedTypeSymbol? owner, ParseDiagnostics diagnostics)
    {
        var rules = new List<RuleModel>();
        foreach (var attribute in attributes.Where(IsRule))
        {
            diagnostics.MarkUncacheable(Uncacheable.Is(attribute));
            var rule = WhyUnmakeable(attribute) is { } hidden ? new ParsedAttribute(null, hidden) : Read(attribute, type, owner);
            if (rule.Fault is { } fault)
            {
                diagnostics.Add(Descriptors.IdleRule, attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation(), NameOf(attribute), display, fault);
            }
            else if (rule.Model is { } model)
            {
                rules.Add(model);
            }
        }

        return new([.. rules.OrderBy(rule => !rule.IsRequired)]);
    }

    /// <summary>Reports the rules on a member that cannot be set or read.</summary>
    public static void ReportIdle(ISymbol member, ParseDiagnostics diagnostics)
    {
        foreach (var attribute in member.GetAttributes().Where(IsRule))
        {
            diagnostics.Add(Descriptors.IdleRule, attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation(), NameOf(attribute), $"'{member.Name}' of '{member.ContainingType.Name}'", member is IFieldSymbol
                ? "is on a field, which no request sets. Make it a property, or let JSON set it by [JsonInclude]."
                : "is on a property whose value cannot be read. Make its getter public.");
        }
    }

    /// <summary>Returns true if an attribute is a rule.</summary>
    public static bool IsRule(AttributeData attribute)
    {
        for (var type = attribute.AttributeConstructor is null ? null : attribute.AttributeClass; type is not null; type = type.BaseType)
        {
            if (type.Name is "ValidationAttribute" && SpaceOf(type) is Annotations)
            {
                // [DataType(DataType.Date)] controls the display of a value, and rejects none.
                return attribute.AttributeClass!.Name is not "DataTypeAttribute";
            }
        }

        return false;
    }

    /// <summary>Returns <c>Range</c>.</summary>
    public static string NameOf(AttributeData attribute)
    {
        var name = attribute.AttributeClass!.Name;
        return name.EndsWith("Attribute", StringComparison.Ordinal) && name.Length > "Attribute".Length ? name.Substring(0, name.Length - "Attribute".Length) : name;
    }

    private static ParsedAttribute Read(AttributeData attribute, ITypeSymbol type, INamedTypeSymbol? owner)
    {
        var value = Bare(type);
        return SpaceOf(attribute.AttributeClass!) is not Annotations ? new(Of(attribute, RuleForm.InContext)) : attribute.AttributeClass!.Name switch
        {
            "RequiredAttribute" => Required(attribute, type),
            "RangeAttribute" => Range(attribute, value, IsNullable(type)),
            "StringLengthAttribute" => StringLength(attribute, value),
            "MinLengthAttribute" => Length(attribute, value, IntAt(attribute, 0), int.MaxValue),
            "MaxLengthAttribute" => Length(attribute, value, 0, attribute.ConstructorArguments.Length is 0 || IntAt(attribute, 0) is -1 ? int.MaxValue : IntAt(attribute, 0)),
            "LengthAttribute" => Length(attribute, value, IntAt(attribute, 0), IntAt(attribute, 1)),
            "EmailAddressAttribute" or "UrlAttribute" or "PhoneAttribute" or "CreditCardAttribute" or "Base64StringAttribute" or "FileExtensionsAttribute" =>
                IsText(value) || IsAnything(value) ? new(Of(attribute, RuleForm.IsValid)) : Never(value, "It validates text."),
            "AllowedValuesAttribute" => ParseValueList(attribute, type, ""),
            "DeniedValuesAttribute" => ParseValueList(attribute, type, "!"),
            "CompareAttribute" => Compare(attribute, owner),
            "RegularExpressionAttribute" => new(Of(attribute, RuleForm.Matches) with { Creation = $"new RegexRule({string.Join(", ", attribute.ConstructorArguments.Select(ConstantText.Of))}){Members(attribute)}" }),
            "EnumDataTypeAttribute" => new(Of(attribute, RuleForm.IsValid)),
            _ => new(Of(attribute, RuleForm.InContext)),
        };
    }

    private static ParsedAttribute Required(AttributeData attribute, ITypeSymbol type)
    {
        // A value type is never missing.
        if (type.IsValueType && !IsNullable(type))
        {
            return default;
        }

        return new(IsText(type)
            ? Of(attribute, RuleForm.Straight) with { Before = "RuleComparison.Present(", After = Named(attribute, "AllowEmptyStrings") is true ? ", allowsEmpty: true)" : ", allowsEmpty: false)", IsRequired = true }
            : Of(attribute, RuleForm.Straight) with { After = " is not null", IsRequired = true });
    }

    private static ParsedAttribute Range(AttributeData attribute, ITypeSymbol value, bool isNullable)
    {
        var ends = attribute.ConstructorArguments;
        if (ends.Length is 3)
        {
            // Its limits are text, which is parsed once: the attribute itself would use reflection for that, and for comparing.
            return ends[0].Value is ITypeSymbol limit && SymbolEqualityComparer.Default.Equals(limit, value) && value.IsValueType && Implements(value, "IParsable") && Implements(value, "IComparable")
                ? new(Of(attribute, RuleForm.Allows) with
                {
                    Creation = $"new RangeRule<{SymbolNames.Of(value)}>({string.Join(", ", ends.Skip(1).Select(ConstantText.Of))}){Members(attribute, "ParseLimitsInInvariantCulture", "ConvertValueInInvariantCulture")}",
                })
                : IsText(value) || IsAnything(value) ? new(Of(attribute, RuleForm.IsValid))
                : Never(value, $"Its limits are of type '{(ends[0].Value is ITypeSymbol other ? SymbolNames.ShortOf(other) : "?")}'.");
        }

        if (ends.Length is not 2 || ends[0].Value is not { } from || ends[1].Value is not { } to)
        {
            return default;
        }

        if (RangeNumberTypes.KeywordOf(value, from is double) is { } keyword)
        {
            var exclusive = (Named(attribute, "MinimumIsExclusive") is true, Named(attribute, "MaximumIsExclusive") is true) switch
            {
                (false, false) => "",
                var (low, high) => $", fromExclusive: {(low ? "true" : "false")}, toExclusive: {(high ? "true" : "false")}",
            };
            var cast = value.ToDisplayString() == keyword ? "" : $"({keyword}{(isNullable ? "?" : "")})";
            return new(Of(attribute, RuleForm.Straight) with
            {
                Before = $"RuleComparison.Between({cast}",
                After = $", {RangeNumberTypes.Literal(from, keyword)}, {RangeNumberTypes.Literal(to, keyword)}{exclusive})",
            });
        }

        return IsText(value) || IsAnything(value) || value.TypeKind is TypeKind.Enum || value.SpecialType is SpecialType.System_Char or SpecialType.System_Boolean
            ? new(Of(attribute, RuleForm.IsValid))
            : Never(value, "It validates numbers.");
    }

    private static ParsedAttribute StringLength(AttributeData attribute, ITypeSymbol value) =>
        IsText(value) ? new(Between(attribute, Named(attribute, "MinimumLength") as int? ?? 0, IntAt(attribute, 0)))
        : IsAnything(value) ? new(Of(attribute, RuleForm.IsValid))
        : Never(value, "It validates text.");

    private static ParsedAttribute Length(AttributeData attribute, ITypeSymbol value, int from, int to) =>
        IsText(value) || ElementOf(value) is not null ? new(Between(attribute, from, to))
        : IsAnything(value) || value.AllInterfaces.Any(face => face.ToDisplayString() is "System.Collections.ICollection") ? new(Of(attribute, RuleForm.IsValid))
        : Never(value, "It validates text and collections.");

    private static RuleModel Between(AttributeData attribute, int from, int to) => Of(attribute, RuleForm.Straight) with
    {
        Before = "RuleComparison.Length(",
        After = $", {from}, {(to is int.MaxValue ? "int.MaxValue" : to.ToString())})",
    };

    // A value is compared with constants of its own type only: for the attribute, too, 1 and 1L differ.
    private static ParsedAttribute ParseValueList(AttributeData attribute, ITypeSymbol type, string not)
    {
        var value = Bare(type);
        if (value.TypeKind is not TypeKind.Enum && value.SpecialType is not (>= SpecialType.System_Boolean and <= SpecialType.System_String) || attribute.ConstructorArguments.FirstOrDefault() is not { Kind: TypedConstantKind.Array, IsNull: false } list)
        {
            return new(Of(attribute, RuleForm.IsValid));
        }

        var mayBeNull = IsNullable(type) || type.IsReferenceType;
        var constants = list.Values
            .Where(constant => constant.IsNull ? mayBeNull : SymbolEqualityComparer.Default.Equals(constant.Type, value))
            .Select(constant => constant.IsNull ? "null" : ConstantText.Of(constant))
            .ToList();
        // Null is a missing value, and only [Required] rejects it.
        if (not is "" && mayBeNull && constants.Count > 0 && !constants.Contains("null"))
        {
            constants.Add("null");
        }

        return constants.Count is 0
            ? not is "" ? Never(value, "None of its values is of that type.") : default
            : new(Of(attribute, RuleForm.Straight) with { Before = not is "" ? "" : "!(", After = $" is {string.Join(" or ", constants)}{(not is "" ? "" : ")")}" });
    }

    private static ParsedAttribute Compare(AttributeData attribute, INamedTypeSymbol? owner)
    {
        var name = attribute.ConstructorArguments.FirstOrDefault().Value as string ?? "";
        return owner is not null && RuleMembers.Of(owner).FirstOrDefault(member => member.Name == name) is { } other
            ? new(Of(attribute, RuleForm.Straight) with
            {
                Creation = $"new {SymbolNames.OfValue(attribute.AttributeClass!)}(report.NameOf({CSharpLiteral.Quote(RuleMembers.WireNameOf(other))})){Members(attribute)}",
                Before = "object.Equals(",
                After = $", value.{SymbolNames.Identifier(name)})",
                IsMadeLate = true,
            })
            : new(null, $"looks for a member '{name}', and '{owner?.Name}' has none.");
    }

    private static ParsedAttribute Never(ITypeSymbol value, string why) => new(null, $"can never apply to '{SymbolNames.ShortOf(value)}'. {why}");

    private static RuleModel Of(AttributeData attribute, RuleForm ask) => new(
        NameOf(attribute),
        $"new {SymbolNames.OfValue(attribute.AttributeClass!)}({string.Join(", ", attribute.ConstructorArguments.Select(ConstantText.Of))}){Members(attribute)}",
        ask);

    private static string Members(AttributeData attribute, params string[] without)
    {
        var members = attribute.NamedArguments.Where(member => !without.Contains(member.Key)).Select(member => $"{SymbolNames.Identifier(member.Key)} = {ConstantText.Of(member.Value)}").ToList();
        return members.Count > 0 ? $" {{ {string.Join(", ", members)} }}" : "";
    }

    private static string? WhyUnmakeable(AttributeData attribute)
    {
        var arguments = attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(argument => argument.Value));
        var hidden = arguments.SelectMany(TypesOf).Prepend(attribute.AttributeClass!).Select(Reachability.FirstUnreachable).FirstOrDefault(type => type is not null)
            ?? (attribute.AttributeConstructor is { DeclaredAccessibility: Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal } ? null : attribute.AttributeClass);
        return hidden is null ? null : $"names '{SymbolNames.ShortOf(hidden)}', which is {Reachability.Why(hidden)}, so generated code cannot create the attribute. Make it internal or public.";
    }

    private static IEnumerable<ITypeSymbol> TypesOf(TypedConstant constant) =>
        constant.Kind is TypedConstantKind.Array ? constant.IsNull ? [] : constant.Values.SelectMany(TypesOf)
        : constant is { Kind: TypedConstantKind.Type, Value: ITypeSymbol named } ? [named]
        : constant.Type is { } type ? [type] : [];

    /// <summary>Returns the item type of a collection.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String } => null,
        IArrayTypeSymbol array => array.Rank is 1 ? array.ElementType : null,
        INamedTypeSymbol named => named.AllInterfaces.Prepend(named)
            .FirstOrDefault(face => face.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0],
        _ => null,
    };

    /// <summary>Returns the type itself, without the nullable mark.</summary>
    public static ITypeSymbol Bare(ITypeSymbol type) => IsNullable(type) ? ((INamedTypeSymbol)type).TypeArguments[0] : type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);

    public static bool IsNullable(ITypeSymbol type) => type.OriginalDefinition.SpecialType is SpecialType.System_Nullable_T;

    private static bool IsText(ITypeSymbol type) => type.SpecialType is SpecialType.System_String;

    private static bool IsAnything(ITypeSymbol type) => type.SpecialType is SpecialType.System_Object;

    private static bool Implements(ITypeSymbol type, string contract) =>
        type.AllInterfaces.Any(face => face.Name == contract && face.TypeArguments.Length is 1 && SymbolEqualityComparer.Default.Equals(face.TypeArguments[0], type));

    private static int IntAt(AttributeData attribute, int index) => attribute.ConstructorArguments.ElementAtOrDefault(index).Value as int? ?? 0;

    private static object? Named(AttributeData attribute, string name) => attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;

    private static string? SpaceOf(INamedTypeSymbol type) => type.ContainingNamespace?.ToDisplayString();

    /// <summary>The result for an attribute: a rule, nothing, or a fault.</summary>
    private readonly struct ParsedAttribute(RuleModel? model, string? fault = null)
    {
        public RuleModel? Model { get; } = model;

        public string? Fault { get; } = fault;
    }
}
