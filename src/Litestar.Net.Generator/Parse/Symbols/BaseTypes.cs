using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Symbols;

/// <summary>The types between a type and one of its bases.</summary>
internal static class BaseTypes
{
    /// <summary>Returns a type, then its base types, up to the framework's own types; for an interface, those it extends.</summary>
    public static IEnumerable<INamedTypeSymbol> Of(INamedTypeSymbol type)
    {
        if (type.TypeKind is TypeKind.Interface)
        {
            return type.AllInterfaces.Prepend(type);
        }

        var owners = new List<INamedTypeSymbol>();
        for (var owner = type; owner is not null && !FrameworkTypes.Declares(owner); owner = owner.BaseType)
        {
            owners.Add(owner);
        }

        return owners;
    }

    /// <summary>
    /// Returns the constructors that may set a member when an object of a type is created: those of the type, of the
    /// one that declares the member, and of all between them.
    /// </summary>
    public static IEnumerable<IMethodSymbol> ConstructorsFor(ISymbol member, INamedTypeSymbol type)
    {
        foreach (var owner in Of(type))
        {
            foreach (var constructor in owner.InstanceConstructors)
            {
                yield return constructor;
            }

            if (SymbolEqualityComparer.Default.Equals(owner.OriginalDefinition, member.ContainingType.OriginalDefinition))
            {
                yield break;
            }
        }
    }
}
