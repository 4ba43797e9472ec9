namespace Litestar.CodeFixes;

/// <summary>Finds the variables that a function captures.</summary>
internal static class Closure
{
    /// <summary>Returns true if a function uses variables, parameters or the instance around it, and so cannot be static.</summary>
    public static bool Captures(SyntaxNode function, ISymbol? symbol, SemanticModel model) =>
        function.DescendantNodes().Any(node => node is ThisExpressionSyntax or BaseExpressionSyntax
            || (node is SimpleNameSyntax name && model.GetSymbolInfo(name).Symbol is { } used && IsOutside(used, name, symbol)));

    private static bool IsOutside(ISymbol used, SimpleNameSyntax name, ISymbol? function) => used switch
    {
        ILocalSymbol { IsConst: true } => false,
        ILocalSymbol or IParameterSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction, IsStatic: false } => !IsWithin(used, function),
        IFieldSymbol or IPropertySymbol or IEventSymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary } => !used.IsStatic && IsOfThis(name),
        _ => false,
    };

    // After a dot, in a pattern or an initializer the instance is another one.
    private static bool IsOfThis(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == name,
        MemberBindingExpressionSyntax or NameColonSyntax or NameEqualsSyntax or ExpressionColonSyntax or QualifiedNameSyntax => false,
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment => assignment.Left != name,
        _ => true,
    };

    private static bool IsWithin(ISymbol? used, ISymbol? function) =>
        used is not null && (SymbolEqualityComparer.Default.Equals(used, function) || IsWithin(used.ContainingSymbol, function));
}
