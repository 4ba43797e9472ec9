using Litestar.Generator.Parse.Routes;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Handlers;

/// <summary>Finds the reason that an element of a handler list is not a handler: a fact about it, and the remedy.</summary>
internal static class HandlerListItem
{
    private const string Assembly = "Litestar.Net";

    /// <summary>Checks a function by its name.</summary>
    /// <remarks>Of overloads one is enough: the compiler selects it.</remarks>
    public static (string Fact, string Remedy)? FaultOf(IReadOnlyList<ISymbol> functions) =>
        functions[0].ContainingType is { } owner && OfAnotherLanguage(owner) is { } fault ? fault
        : functions.OfType<IMethodSymbol>().Any(VerbAttributes.Marks) ? null : ("has no verb attribute", $"Add one to '{functions[0].Name}', such as [Get(\"/path\")].");

    /// <summary>Checks a class in a <c>typeof</c>.</summary>
    public static (string Fact, string Remedy)? FaultOf(ITypeSymbol? type) => type switch
    {
        null or IErrorTypeSymbol => null,
        INamedTypeSymbol named when OfAnotherLanguage(named) is { } fault => fault,
        INamedTypeSymbol named when Holds(named) || MayHide(named) => null,
        _ => ("has no handlers", "Give one of its static functions a verb attribute such as [Get(\"/path\")], or take it off the list."),
    };

    /// <summary>Checks any other element, by its type alone.</summary>
    public static (string Fact, string Remedy)? FaultOfValue(ITypeSymbol? type, bool isCall) => type switch
    {
        null or IErrorTypeSymbol => null,
        _ when CanStand(type) => null,
        _ when isCall => ($"is the '{SymbolNames.ShortOf(type)}' that a function has returned", "Put the function's name on the list without calling it."),
        _ => ($"is a '{SymbolNames.ShortOf(type)}'", "Put a function's name, typeof(StaticClass) or another handler list there."),
    };

    /// <summary>Checks a collection that is spread into the list.</summary>
    public static (string Fact, string Remedy)? FaultOfSpread(ITypeSymbol? type)
    {
        var element = type switch
        {
            IArrayTypeSymbol array => array.ElementType,
            not null => type.AllInterfaces.Concat([type]).OfType<INamedTypeSymbol>()
                .FirstOrDefault(face => face.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0],
            _ => null,
        };
        return element is null or IErrorTypeSymbol || CanStand(element) ? null
            : ($"holds elements of type '{SymbolNames.ShortOf(element)}'", "Spread handler lists, or arrays of functions and types.");
    }

    // Generators run only for C#.
    private static (string Fact, string Remedy)? OfAnotherLanguage(INamedTypeSymbol type) =>
        !type.DeclaringSyntaxReferences.IsEmpty ? null
        : Has(type.ContainingAssembly, "FSharpInterfaceDataVersionAttribute") ? InAnotherLanguage("F#")
        : Has(type, "StandardModuleAttribute") ? InAnotherLanguage("Visual Basic")
        : null;

    private static (string Fact, string Remedy) InAnotherLanguage(string language) =>
        ($"is written in {language}", $"Handlers are generated only from C#: write it in a C# project, and call the {language} code from there.");

    private static bool Has(ISymbol? symbol, string attribute) => symbol?.GetAttributes().Any(found => found.AttributeClass?.Name == attribute) is true;

    private static bool CanStand(ITypeSymbol type)
    {
        for (ITypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (at.SpecialType is SpecialType.System_Delegate || at.ToDisplayString() is "Litestar.HandlerList" or "System.Type")
            {
                return true;
            }
        }

        // An object may be any of these; the app checks it at start-up.
        return type.SpecialType is SpecialType.System_Object || type.TypeKind is TypeKind.Dynamic or TypeKind.TypeParameter or TypeKind.Delegate;
    }

    private static bool Holds(INamedTypeSymbol type) => type.GetMembers().Any(member => member switch
    {
        IMethodSymbol function => VerbAttributes.Marks(function),
        INamedTypeSymbol nested => Holds(nested),
        _ => false,
    });

    // The private functions of another assembly are not visible here; but one that does not reference Litestar has none.
    private static bool MayHide(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.IsEmpty && type.ContainingModule.ReferencedAssemblies.Any(reference => reference.Name == Assembly);
}
