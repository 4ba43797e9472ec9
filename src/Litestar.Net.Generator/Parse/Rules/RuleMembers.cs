using Litestar.Generator.Parse.Json;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Rules;

/// <summary>The members of a type that rules may stand on.</summary>
internal static class RuleMembers
{
    // Members of JsonIgnoreCondition.
    private const int Always = 1, WhenReading = 5;

    /// <summary>Public properties, and what else JSON or a form sets; inherited ones first, each once.</summary>
    public static IEnumerable<ISymbol> Of(INamedTypeSymbol type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var found = new Stack<IEnumerable<ISymbol>>();
        foreach (var owner in BaseTypes.Of(type))
        {
            found.Push(owner.GetMembers().Where(member => IsOpen(member) && seen.Add(member.Name)).ToList());
        }

        return found.SelectMany(members => members);
    }

    /// <summary>The members with rules that are never asked, for nobody can set or read them.</summary>
    public static IEnumerable<ISymbol> Idle(INamedTypeSymbol type) => type.GetMembers()
        .Where(member => member is IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false, DeclaredAccessibility: Accessibility.Public } or IPropertySymbol { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod: null or { DeclaredAccessibility: not Accessibility.Public } })
        .Where(member => !IsOpen(member) && !IsSkipped(member.GetAttributes()));

    /// <summary>The type of a property or field.</summary>
    public static ITypeSymbol TypeOf(ISymbol member) => member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;

    /// <summary>The attributes of a property, of those that it overrides, and of the constructor's parameter that sets it.</summary>
    public static IEnumerable<AttributeData> AttributesOf(ISymbol property, INamedTypeSymbol type)
    {
        var found = new List<AttributeData>();
        for (var declared = property; declared is not null; declared = (declared as IPropertySymbol)?.OverriddenProperty)
        {
            Join(found, declared.GetAttributes());
        }

        // [property: Range(1, 5)] and [Range(1, 5)] on the parameter of a record are one rule, said twice; with other limits they are two.
        foreach (var attribute in ParametersOf(property, type).SelectMany(parameter => parameter.GetAttributes()))
        {
            if (!found.Exists(known => known.ToString() == attribute.ToString()))
            {
                found.Add(attribute);
            }
        }

        return found;
    }

    /// <summary>The attributes of a type, and of those it derives from.</summary>
    public static IEnumerable<AttributeData> AttributesOf(INamedTypeSymbol type)
    {
        var found = new List<AttributeData>();
        foreach (var owner in BaseTypes.Of(type))
        {
            Join(found, owner.GetAttributes());
        }

        return found;
    }

    /// <summary>Whether an interface is the one by which a type judges itself.</summary>
    public static bool IsValidatableObject(INamedTypeSymbol face) => face.Name is "IValidatableObject" && SymbolNames.IsIn(face, "System.ComponentModel.DataAnnotations");

    /// <summary>The name of a property, or behind <c>=</c> the one that an attribute gives it in JSON.</summary>
    public static string WireNameOf(ISymbol property) =>
        JsonAttributes.Find(property, "JsonPropertyNameAttribute")?.ConstructorArguments.FirstOrDefault().Value is string name ? "=" + name : property.Name;

    /// <summary>What messages call it.</summary>
    public static string? DisplayOf(IEnumerable<AttributeData> attributes) =>
        FrameworkTypes.Find(attributes, "System.ComponentModel.DataAnnotations", "DisplayAttribute") is { } display && display.NamedArguments.All(argument => argument.Key is not "ResourceType")
            ? display.NamedArguments.FirstOrDefault(argument => argument.Key is "Name").Value.Value as string
            : null;

    /// <summary>Whether a request can set it. What a getter makes up as it goes may lead round in circles.</summary>
    public static bool IsSettable(ISymbol property, INamedTypeSymbol type) => property is IFieldSymbol or IPropertySymbol { SetMethod: not null } || IsConstructed(property, type);

    /// <summary>True where a parameter of a constructor stands for it.</summary>
    public static bool IsConstructed(ISymbol property, INamedTypeSymbol type) => ParametersOf(property, type).Any();

    /// <summary>Whether JSON does not set a property, so that what it holds is not the client's fault. A form may set it all the same.</summary>
    public static bool IsIgnoredByJson(ISymbol property) =>
        property is IFieldSymbol && !JsonAttributes.Has(property, "JsonIncludeAttribute") || JsonAttributes.Find(property, "JsonIgnoreAttribute") is { } ignored && ignored.NamedArguments.All(argument => argument.Value.Value is Always or WhenReading);

    /// <summary>Whether an attribute exempts a parameter or member from validation: ours, that of Microsoft.Extensions.Validation, or MVC's.</summary>
    public static bool IsSkipped(IEnumerable<AttributeData> attributes) => attributes.Any(attribute =>
        FrameworkTypes.Is(attribute, "Litestar", "SkipValidationAttribute")
        || FrameworkTypes.Is(attribute, "Microsoft.Extensions.Validation", "SkipValidationAttribute")
        || FrameworkTypes.Is(attribute, "Microsoft.AspNetCore.Mvc.ModelBinding.Validation", "ValidateNeverAttribute"));

    // What overrides a member, or derives from a type, says an attribute anew in place of the inherited one.
    private static void Join(List<AttributeData> found, IEnumerable<AttributeData> more)
    {
        var known = found.Select(attribute => attribute.AttributeClass).ToList();
        found.AddRange(more.Where(attribute => !known.Contains(attribute.AttributeClass, SymbolEqualityComparer.Default)));
    }

    // record Der([Range(1, 5)] int N) : Base(N): the parameter of a derived type is the member that the client sends.
    private static IEnumerable<IParameterSymbol> ParametersOf(ISymbol property, INamedTypeSymbol type) => BaseTypes.ConstructorsFor(property, type)
        .SelectMany(constructor => constructor.Parameters)
        .Where(parameter => parameter.Name.Equals(property.Name, StringComparison.OrdinalIgnoreCase) && SymbolEqualityComparer.Default.Equals(parameter.Type, TypeOf(property)));

    private static bool IsOpen(ISymbol member) => !member.IsStatic && !IsSkipped(member.GetAttributes()) && member switch
    {
        IPropertySymbol { IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod.DeclaredAccessibility: Accessibility.Public } => true,
        IPropertySymbol { IsIndexer: false, GetMethod: { } getter } => IsIncluded(member) && IsInReach(getter),
        IFieldSymbol { IsImplicitlyDeclared: false } field => (field is { IsRequired: true, DeclaredAccessibility: Accessibility.Public } || IsIncluded(field)) && IsInReach(field),
        _ => false,
    };

    private static bool IsIncluded(ISymbol member) => JsonAttributes.Has(member, "JsonIncludeAttribute");

    private static bool IsInReach(ISymbol member) => member.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal;
}
