using Litestar.Generator.Parse.Routes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Litestar.Generator.Parse.Handlers;

/// <summary>Finds the handlers of a layer.</summary>
internal static class LayerHandlers
{
    /// <summary>
    /// Returns the handler itself, or all handlers in a class, in its nested classes, or in an assembly, local
    /// functions included.
    /// </summary>
    public static IEnumerable<IMethodSymbol> Below(ISymbol layer, Compilation compilation) => layer switch
    {
        IMethodSymbol method => VerbAttributes.Marks(method) ? [method] : [],
        IAssemblySymbol assembly => Below(assembly.GlobalNamespace).SelectMany(type => Below(type, compilation)),
        INamedTypeSymbol type => type.GetMembers().SelectMany(member => member switch
        {
            INamedTypeSymbol nested => Below(nested, compilation),
            IMethodSymbol method => Below(method, compilation).Concat(LocalOnes(method, compilation)),
            _ => [],
        }),
        _ => [],
    };

    private static IEnumerable<INamedTypeSymbol> Below(INamespaceSymbol space) => space.GetTypeMembers().Concat(space.GetNamespaceMembers().SelectMany(Below));

    private static IEnumerable<IMethodSymbol> LocalOnes(IMethodSymbol method, Compilation compilation) => method.DeclaringSyntaxReferences
        .SelectMany(reference => reference.GetSyntax().DescendantNodes(node => node is not BaseTypeDeclarationSyntax).OfType<LocalFunctionStatementSyntax>())
        .Where(function => function.AttributeLists.Count > 0)
        .Select(function => compilation.GetSemanticModel(function.SyntaxTree).GetDeclaredSymbol(function))
        .OfType<IMethodSymbol>()
        .Where(VerbAttributes.Marks);
}
