using Litestar.Generator.Caching;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Handlers;

/// <summary>Finds parts of a model that no outline covers: such a model is parsed each time.</summary>
internal static class Uncacheable
{
    /// <summary>Returns true if an attribute receives its location from the compiler.</summary>
    public static bool Is(AttributeData attribute) =>
        attribute.AttributeConstructor is { } constructor && constructor.Parameters.Any(parameter => parameter.HasExplicitDefaultValue && parameter.GetAttributes().Any(IsCaller));

    /// <summary>Returns true if a function that a layer names is a handler as well, whose declaration is not in the outline.</summary>
    public static bool Is(IMethodSymbol function) => function.DeclaringSyntaxReferences.Any(reference => PieceReader.IsApart(reference.GetSyntax()));

    private static bool IsCaller(AttributeData attribute) => attribute.AttributeClass is { Name: "CallerLineNumberAttribute" or "CallerFilePathAttribute" or "CallerMemberNameAttribute" or "CallerArgumentExpressionAttribute" } type && SymbolNames.IsIn(type, "System.Runtime.CompilerServices");
}
