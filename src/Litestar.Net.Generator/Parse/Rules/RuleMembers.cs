using Litestar.Generator.Parse.Json;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Rules;

/// <summary>Finds the members of a type that may have rules.</summary>
internal static class RuleMembers
{
    // Members of JsonIgnoreCondition.
    private const int Always = 1, WhenReading = 5;

    /// <summary>Returns public properties, and other members that JSON or a form sets; inherited ones first, each once.</summary>
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

    /// <summary>Returns the members whose rules are never checked, because they cannot be set or read.</summary>
    public static IEnumerable<ISymbol> Idle(INamedTypeSymbol type) => type.GetMembers()
        .Where(member => member is IFieldSymbol { IsStatic: false, IsImplicitlyDeclared: false, DeclaredAccessibility: Accessibility.Public } or IPropertySymbol { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod: null or { DeclaredAccessibility: not Accessibility.Public } })
        .Where(member => !IsOpen(member) && !IsSkipped(member.GetAttributes()));

    /// <summary>Returns the type of a property or field.</summary>
    public static ITypeSymbol TypeOf(ISymbol member) => member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;

    /// <summary>
    /// Returns the attributes of a property, of those that it overrides, and of the constructor's parameter that sets
    /// it.
    /// </summary>
    public static IEnumerable<AttributeData> AttributesOf(ISymbol property, INamedTypeSymbol type)
    {
        var found = new List<AttributeData>();
        for (var declared = property; declared is not null; declared = (declared as IPropertySymbol)?.OverriddenProperty)
        {
            Join(found, declared.GetAttributes());
        }

        // [property: Range(1, 5)] and [Range(1, 5)] on the parameter of a record are one rule, written twice; with
        // other limits they are two.
        foreach (var attribute in ParametersOf(property, type).SelectMany(parameter => parameter.GetAttributes()))
        {
            if (!found.Exists(known => known.ToString() == attribute.ToString()))
            {
                found.Add(attribute);
            }
        }

        return found;
    }

    /// <summary>Returns the attributes of a type and of its base types.</summary>
    public static IEnumerable<AttributeData> AttributesOf(INamedTypeSymbol type)
    {
        var found = new List<AttributeData>();
        foreach (var owner in BaseTypes.Of(type))
        {
            Join(found, owner.GetAttributes());
        }

        return found;
    }

    /// <summary>Returns true if an interface is the one by which a type validates itself.</summary>
    public static bool IsValidatableObject(INamedTypeSymbol face) => face.Name is "IValidatableObject" && SymbolNames.IsIn(face, "System.ComponentModel.DataAnnotations");

    /// <summary>Returns the name of a property, or after <c>=</c> the one that an attribute gives it in JSON.</summary>
    public static string WireNameOf(ISymbol property) =>
        JsonAttributes.Find(property, "JsonPropertyNameAttribute")?.ConstructorArguments.FirstOrDefault().Value is string name ? "=" + name : property.Name;

    /// <summary>Returns its name in messages.</summary>
    public static string? DisplayOf(IEnumerable<AttributeData> attributes) =>
        FrameworkTypes.Find(attributes, "System.ComponentModel.DataAnnotations", "DisplayAttribute") is { } display && display.NamedArguments.All(argument => argument.Key is not "ResourceType")
            ? display.NamedArguments.FirstOrDefault(argument => argument.Key is "Name").Value.Value as string
            : null;

    /// <summary>Returns true if a request can set it. A computed getter may form an endless cycle.</summary>
    public static bool IsSettable(ISymbol property, INamedTypeSymbol type) => property is IFieldSymbol or IPropertySymbol { SetMethod: not null } || IsConstructed(property, type);

    /// <summary>Returns true if a parameter of a constructor sets it.</summary>
    public static bool IsConstructed(ISymbol property, INamedTypeSymbol type) => ParametersOf(property, type).Any();

    /// <summary>
    /// Returns true if JSON does not set a property, so that its value is not the client's. A form may set it all the
    /// same.
    /// </summary>
    public static bool IsIgnoredByJson(ISymbol property) =>
        property is IFieldSymbol && !JsonAttributes.Has(property, "JsonIncludeAttribute") || JsonAttributes.Find(property, "JsonIgnoreAttribute") is { } ignored && ignored.NamedArguments.All(argument => argument.Value.Value is Always or WhenReading);

    /// <summary>
    /// Returns true if an attribute exempts a parameter or member from validation: ours, that of
    /// Microsoft.Extensions.Validation, or MVC's.
    /// </summary>
    public static bool IsSkipped(IEnumerable<AttributeData> attributes) => attributes.Any(attribute =>
        FrameworkTypes.Is(attribute, "Litestar", "SkipValidationAttribute")
        || FrameworkTypes.Is(attribute, "Microsoft.Extensions.Validation", "SkipValidationAttribute")
        || FrameworkTypes.Is(attribute, "Microsoft.AspNetCore.Mvc.ModelBinding.Validation", "ValidateNeverAttribute"));

    // An overriding member or a derived type replaces an inherited attribute by repeating it.
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
