using Litestar.Generator.Caching;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Handlers;

/// <summary>What a model may be made of and no outline tells: it is read anew each time.</summary>
internal static class Uncacheable
{
    /// <summary>Whether an attribute takes from the compiler where it stands.</summary>
    public static bool Is(AttributeData attribute) =>
        attribute.AttributeConstructor is { } constructor && constructor.Parameters.Any(parameter => parameter.HasExplicitDefaultValue && parameter.GetAttributes().Any(IsCaller));

    /// <summary>Whether a function that a layer names is a handler as well, whose declaration is left to itself.</summary>
    public static bool Is(IMethodSymbol function) => function.DeclaringSyntaxReferences.Any(reference => PieceReader.IsApart(reference.GetSyntax()));

    private static bool IsCaller(AttributeData attribute) => attribute.AttributeClass is { Name: "CallerLineNumberAttribute" or "CallerFilePathAttribute" or "CallerMemberNameAttribute" or "CallerArgumentExpressionAttribute" } type && SymbolNames.IsIn(type, "System.Runtime.CompilerServices");
}
