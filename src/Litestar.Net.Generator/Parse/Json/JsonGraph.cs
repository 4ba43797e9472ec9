using Litestar.Generator.Model;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Litestar.Generator.Parse.Json;

/// <summary>
/// Follows the listed types to all inner types, because System.Text.Json's generator skips the second of two types with
/// the same short name.
/// </summary>
internal static class JsonGraph
{
    // The context's own members and files: a type with such a name needs another one there. The compiler compares file names in any case.
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        GeneratedNames.JsonContext, "Default", "Options", "GeneratedSerializerOptions", "GetTypeInfo", "Register", "Require", "Fill", "Name",
        "Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "ReferenceEquals",
        "GetJsonTypeInfo", "PropertyNames", "s_defaultOptions", "InstanceMemberBindingFlags", "TryGetTypeInfoForRuntimeCustomConverter", "GetRuntimeConverterForType", "ExpandConverter",
    };

    /// <summary>Returns the types listed in the context of a compilation, and types with equal short names under unique names.</summary>
    /// <param name="compilation">The compilation, with the context in it.</param>
    /// <param name="reached">All inner types, and they themselves.</param>
    /// <param name="spellings">
    /// The same, but a type counts several times if its items may be null in one place and not in another:
    /// <c>Page&lt;string&gt;</c> and <c>Page&lt;string?&gt;</c>.
    /// </param>
    public static IReadOnlyList<JsonType> Of(Compilation compilation, out IReadOnlyCollection<ITypeSymbol> reached, out IReadOnlyCollection<ITypeSymbol> spellings)
    {
        var listed = ListedTypes(compilation).ToList();
        var spelled = new HashSet<ITypeSymbol>(SymbolEqualityComparer.IncludeNullability);
        foreach (var type in listed)
        {
            Follow(type, spelled);
        }

        var found = new HashSet<ITypeSymbol>(spelled, SymbolEqualityComparer.Default);
        (reached, spellings) = (found, spelled);
        var alike = found.GroupBy(ShortNameOf, StringComparer.OrdinalIgnoreCase).ToList();
        var taken = new HashSet<string>(Reserved.Concat(alike.SelectMany(group => MembersFor(group.Key))), StringComparer.OrdinalIgnoreCase);
        var namesakes = new HashSet<ITypeSymbol>(
            alike.Where(group => group.Count() > 1 || SyntaxFacts.GetKeywordKind(group.Key) is not SyntaxKind.None || taken.Contains(group.Key) || group.Key.StartsWith("PropName_", StringComparison.OrdinalIgnoreCase)).SelectMany(group => group).Where(type => !IsBuiltIn(type)),
            SymbolEqualityComparer.Default);
        taken.UnionWith(alike.Select(group => group.Key));
        return [.. listed.Union(namesakes, SymbolEqualityComparer.Default).Cast<ITypeSymbol>()
            .Select(type => new JsonType(SymbolNames.OfValue(type), namesakes.Contains(type) ? PropertyNameOf(type, taken) : null))];
    }

    /// <summary>Returns the inner types of some listed types, and they themselves.</summary>
    public static IReadOnlyCollection<ITypeSymbol> Within(Compilation compilation, HashSet<string> names)
    {
        var reached = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        foreach (var type in ListedTypes(compilation).Where(type => names.Contains(SymbolNames.OfValue(type))))
        {
            Follow(type, reached);
        }

        return reached;
    }

    private static IEnumerable<ITypeSymbol> ListedTypes(Compilation compilation) => compilation.GetTypeByMetadataName($"{GeneratedNames.Namespace}.{GeneratedNames.JsonContext}")!.GetAttributes()
        .SelectMany(attribute => attribute.ConstructorArguments)
        .Select(argument => argument.Value)
        .OfType<ITypeSymbol>()
        .Where(type => type.TypeKind is not TypeKind.Error);

    /// <summary>Returns the enums among all types of JSON bodies.</summary>
    public static IEnumerable<string> EnumsOf(IEnumerable<ITypeSymbol> reached) =>
        reached.Where(type => type.TypeKind is TypeKind.Enum).Select(SymbolNames.OfValue).OrderBy(name => name, StringComparer.Ordinal);

    private static void Follow(ITypeSymbol type, HashSet<ITypeSymbol> reached)
    {
        type = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        if (type.TypeKind is TypeKind.Error or TypeKind.TypeParameter or TypeKind.Pointer || Reachability.FirstUnreachable(type) is not null || !reached.Add(type))
        {
            return;
        }

        foreach (var inner in Parts(type).Concat(Items(type)).Concat(JsonAttributes.DerivedOf(type)).Concat(Members(type)))
        {
            Follow(inner, reached);
        }
    }

    private static IEnumerable<ITypeSymbol> Parts(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => [array.ElementType],
        INamedTypeSymbol named => named.TypeArguments,
        _ => [],
    };

    /// <summary>The items of a user's collection.</summary>
    private static IEnumerable<ITypeSymbol> Items(ITypeSymbol type) => type.SpecialType is SpecialType.System_String ? [] : type.AllInterfaces
        .Where(face => face.Name is "IEnumerable" or "IAsyncEnumerable")
        .SelectMany(face => face.TypeArguments);

    // System.Text.Json handles the members of .NET's own types.
    private static IEnumerable<ITypeSymbol> Members(ITypeSymbol type) => Bases(type)
        .TakeWhile(owner => !FrameworkTypes.Declares(owner) || !SymbolNames.IsBelow(owner, "System"))
        .SelectMany(owner => owner.GetMembers())
        .Where(member => !member.IsStatic && (member is IPropertySymbol { DeclaredAccessibility: Accessibility.Public, IsIndexer: false } || JsonAttributes.Has(member, "JsonIncludeAttribute")))
        .Select(member => (member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type)
        .OfType<ITypeSymbol>();

    private static IEnumerable<ITypeSymbol> Bases(ITypeSymbol type)
    {
        if (type.TypeKind is TypeKind.Interface)
        {
            return type.AllInterfaces.Cast<ITypeSymbol>().Prepend(type);
        }

        var bases = new List<ITypeSymbol>();
        for (ITypeSymbol? owner = type; owner is not null; owner = owner.BaseType)
        {
            bases.Add(owner);
        }

        return bases;
    }

    // System.Text.Json's generator finds its own converters by these names: Int32Converter.
    private static bool IsBuiltIn(ITypeSymbol type) =>
        type is INamedTypeSymbol { IsGenericType: false } && type.ContainingNamespace?.ToDisplayString() is "System" or "System.Text.Json" or "System.Text.Json.Nodes";

    // The name that System.Text.Json's generator gives the context's member for a type.
    private static string ShortNameOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: > 1 and var rank } array => $"{ShortNameOf(array.ElementType)}Array{rank}D",
        IArrayTypeSymbol array => ShortNameOf(array.ElementType) + "Array",
        INamedTypeSymbol named => named.Name + string.Concat(SymbolNames.ArgumentsOf(named).Select(ShortNameOf)),
        _ => type.Name,
    };

    // The further members that it writes for that one.
    private static IEnumerable<string> MembersFor(string name) => ["_" + name, "Create_" + name, name + "PropInit", name + "SerializeHandler", name + "CtorParamInit"];

    private static string PropertyNameOf(ITypeSymbol type, HashSet<string> taken)
    {
        var name = string.Concat(SymbolNames.ReflectionTextOf(type).Select(letter => char.IsLetterOrDigit(letter) ? letter : '_'));
        // A type in the global namespace would get the same name again.
        name = type.ContainingNamespace is { IsGlobalNamespace: true } ? "global_" + name : name;
        while (!taken.Add(name))
        {
            name += "_";
        }

        return name;
    }
}
