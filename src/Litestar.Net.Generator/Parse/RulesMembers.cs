using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse;

/// <summary>The members of a type that rules may stand on.</summary>
internal static class RulesMembers
{
    // Members of JsonIgnoreCondition.
    private const int Always = 1, WhenReading = 5;

    /// <summary>Public properties, inherited ones first, each once.</summary>
    public static IEnumerable<IPropertySymbol> Of(INamedTypeSymbol type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var found = new Stack<IEnumerable<IPropertySymbol>>();
        foreach (var owner in Inheritance.Of(type))
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
        foreach (var owner in Inheritance.Of(type))
        {
            Join(found, owner.GetAttributes());
        }

        return found;
    }

    /// <summary>Whether an interface is the one by which a type judges itself.</summary>
    public static bool IsOwnJudge(INamedTypeSymbol face) => face.Name is "IValidatableObject" && Names.IsIn(face, "System.ComponentModel.DataAnnotations");

    /// <summary>The name of a property, or behind <c>=</c> the one that an attribute gives it in JSON.</summary>
    public static string WireNameOf(IPropertySymbol property) =>
        JsonAttributes.Find(property, "JsonPropertyNameAttribute")?.ConstructorArguments.FirstOrDefault().Value is string name ? "=" + name : property.Name;

    /// <summary>What messages call it.</summary>
    public static string? DisplayOf(IEnumerable<AttributeData> attributes) =>
        Framework.Find(attributes, "System.ComponentModel.DataAnnotations", "DisplayAttribute") is { } display && display.NamedArguments.All(argument => argument.Key is not "ResourceType")
            ? display.NamedArguments.FirstOrDefault(argument => argument.Key is "Name").Value.Value as string
            : null;

    /// <summary>Whether a request can set it. What a getter makes up as it goes may lead round in circles.</summary>
    public static bool IsSettable(IPropertySymbol property, INamedTypeSymbol type) => property.SetMethod is not null || ParametersOf(property, type).Any();

    /// <summary>Whether JSON does not set a property, so that what it holds is not the client's fault. A form may set it all the same.</summary>
    public static bool IsIgnoredByJson(IPropertySymbol property) =>
        JsonAttributes.Find(property, "JsonIgnoreAttribute") is { } ignored && ignored.NamedArguments.All(argument => argument.Value.Value is Always or WhenReading);

    /// <summary>Whether an attribute exempts a parameter or member from validation: ours, that of Microsoft.Extensions.Validation, or MVC's.</summary>
    public static bool IsSkipped(IEnumerable<AttributeData> attributes) => attributes.Any(attribute =>
        Framework.Is(attribute, "Litestar", "SkipValidationAttribute")
        || Framework.Is(attribute, "Microsoft.Extensions.Validation", "SkipValidationAttribute")
        || Framework.Is(attribute, "Microsoft.AspNetCore.Mvc.ModelBinding.Validation", "ValidateNeverAttribute"));

    // What overrides a member, or derives from a type, says an attribute anew in place of the inherited one.
    private static void Join(List<AttributeData> found, IEnumerable<AttributeData> more)
    {
        var known = found.Select(attribute => attribute.AttributeClass).ToList();
        found.AddRange(more.Where(attribute => !known.Contains(attribute.AttributeClass, SymbolEqualityComparer.Default)));
    }

    // record Der([Range(1, 5)] int N) : Base(N): the parameter of a derived type is the member that the client sends.
    private static IEnumerable<IParameterSymbol> ParametersOf(IPropertySymbol property, INamedTypeSymbol type) => Inheritance.ConstructorsFor(property, type)
        .SelectMany(constructor => constructor.Parameters)
        .Where(parameter => parameter.Name.Equals(property.Name, StringComparison.OrdinalIgnoreCase) && SymbolEqualityComparer.Default.Equals(parameter.Type, property.Type));

    private static bool IsOpen(IPropertySymbol property) =>
        property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsIndexer: false, GetMethod.DeclaredAccessibility: Accessibility.Public }
        && !IsSkipped(property.GetAttributes());
}
