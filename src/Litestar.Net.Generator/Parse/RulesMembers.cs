using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse;

/// <summary>The members of a type that rules may stand on.</summary>
internal static class RulesMembers
{
    /// <summary>Public properties, inherited ones first, each once.</summary>
    public static IEnumerable<IPropertySymbol> Of(INamedTypeSymbol type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var found = new Stack<IEnumerable<IPropertySymbol>>();
        foreach (var owner in Owners(type))
        {
            found.Push(owner.GetMembers().OfType<IPropertySymbol>().Where(property => IsOpen(property) && seen.Add(property.Name)).ToList());
        }

        return found.SelectMany(properties => properties);
    }

    /// <summary>The attributes of a property, of those that it overrides, and of the constructor's parameter that sets it.</summary>
    public static IEnumerable<AttributeData> AttributesOf(IPropertySymbol property, INamedTypeSymbol type)
    {
        var found = new List<AttributeData>();
        for (var declared = property; declared is not null; declared = declared.OverriddenProperty)
        {
            Join(found, declared.GetAttributes());
        }

        foreach (var parameter in ParametersOf(property, type))
        {
            Join(found, parameter.GetAttributes());
        }

        return found;
    }

    /// <summary>The attributes of a type, and of those it derives from.</summary>
    public static IEnumerable<AttributeData> AttributesOf(INamedTypeSymbol type)
    {
        var found = new List<AttributeData>();
        foreach (var owner in Owners(type))
        {
            Join(found, owner.GetAttributes());
        }

        return found;
    }

    /// <summary>Whether an interface is the one by which a type judges itself.</summary>
    public static bool IsOwnJudge(INamedTypeSymbol face) => face.Name is "IValidatableObject" && Names.IsIn(face, "System.ComponentModel.DataAnnotations");

    /// <summary>The name of a property, or behind <c>=</c> the one that an attribute gives it in JSON.</summary>
    public static string WireNameOf(IPropertySymbol property) =>
        Find(property.GetAttributes(), "JsonPropertyNameAttribute")?.ConstructorArguments.FirstOrDefault().Value is string name ? "=" + name : property.Name;

    /// <summary>What messages call it.</summary>
    public static string? DisplayOf(IEnumerable<AttributeData> attributes) =>
        Find(attributes, "DisplayAttribute") is { } display && display.NamedArguments.All(argument => argument.Key is not "ResourceType")
            ? display.NamedArguments.FirstOrDefault(argument => argument.Key is "Name").Value.Value as string
            : null;

    /// <summary>Whether a request can set it. What a getter makes up as it goes may lead round in circles.</summary>
    public static bool IsSettable(IPropertySymbol property, INamedTypeSymbol type) => property.SetMethod is not null || ParametersOf(property, type).Any();

    /// <summary>Whether an attribute exempts a parameter or member from validation: ours, that of Microsoft.Extensions.Validation, or MVC's.</summary>
    public static bool IsSkipped(IEnumerable<AttributeData> attributes) => attributes.Any(attribute => attribute.AttributeClass?.Name is "SkipValidationAttribute" or "ValidateNeverAttribute");

    // [property: Range(…)] and [Range(…)] on the parameter of a record are one rule, said twice.
    private static void Join(List<AttributeData> found, IEnumerable<AttributeData> more)
    {
        var known = found.Select(attribute => attribute.AttributeClass).ToList();
        found.AddRange(more.Where(attribute => !known.Contains(attribute.AttributeClass, SymbolEqualityComparer.Default)));
    }

    private static IEnumerable<IParameterSymbol> ParametersOf(IPropertySymbol property, INamedTypeSymbol type) => Owners(type)
        .Where(owner => SymbolEqualityComparer.Default.Equals(owner, property.ContainingType))
        .SelectMany(owner => owner.InstanceConstructors)
        .SelectMany(constructor => constructor.Parameters)
        .Where(parameter => parameter.Name.Equals(property.Name, StringComparison.OrdinalIgnoreCase) && SymbolEqualityComparer.Default.Equals(parameter.Type, property.Type));

    // A member that the client cannot send is not the client's fault.
    private static bool IsOpen(IPropertySymbol property) =>
        property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsIndexer: false, GetMethod.DeclaredAccessibility: Accessibility.Public }
        && !IsSkipped(property.GetAttributes())
        && !(Find(property.GetAttributes(), "JsonIgnoreAttribute") is { } ignored && ignored.NamedArguments.All(argument => argument.Value.Value is 1));

    private static AttributeData? Find(IEnumerable<AttributeData> attributes, string name) => attributes.FirstOrDefault(attribute => attribute.AttributeClass?.Name == name);

    /// <summary>A type, then what it inherits from, up to the framework's own types.</summary>
    private static IEnumerable<INamedTypeSymbol> Owners(INamedTypeSymbol type)
    {
        if (type.TypeKind is TypeKind.Interface)
        {
            return type.AllInterfaces.Prepend(type);
        }

        var owners = new List<INamedTypeSymbol>();
        for (var owner = type; owner is not null && !IsFramework(owner); owner = owner.BaseType)
        {
            owners.Add(owner);
        }

        return owners;
    }

    /// <summary>Whether it is of .NET itself, whose types have no rules.</summary>
    public static bool IsFramework(ITypeSymbol type) => type.SpecialType is not SpecialType.None
        || type.ContainingNamespace is { IsGlobalNamespace: false } space && Root(space) is "System" or "Microsoft";

    private static string Root(INamespaceSymbol space)
    {
        while (space.ContainingNamespace is { IsGlobalNamespace: false } outer)
        {
            space = outer;
        }

        return space.Name;
    }
}
