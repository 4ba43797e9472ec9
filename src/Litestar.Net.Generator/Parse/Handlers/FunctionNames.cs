using System.Text;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Litestar.Generator.Parse.Handlers;

/// <summary>The names of a function: for display, for reflection, and for its generated class.</summary>
internal static class FunctionNames
{
    /// <summary>Returns <c>Users.Find</c>; for a local function of a program just <c>Greet</c>.</summary>
    public static string DisplayOf(IMethodSymbol method) =>
        method.MethodKind is MethodKind.LocalFunction && IsTopLevel(method) ? method.Name : $"{method.ContainingType.Name}.{method.Name}";

    /// <summary>Returns the same with the outer classes: <c>Articles.Deps.Current</c>.</summary>
    public static string WholeDisplayOf(IMethodSymbol method) => $"{DisplayOf(method.ContainingType)}.{method.Name}";

    /// <summary>Returns <c>Articles.Writing</c>: a class with its outer classes.</summary>
    public static string DisplayOf(ITypeSymbol type) => type.ContainingType is { } outer ? $"{DisplayOf(outer)}.{type.Name}" : type.Name;

    /// <summary>
    /// Returns <c>Find</c>, or <c>&lt;Main&gt;$.Greet</c> for a local function: the runtime's name of the delegate's
    /// method.
    /// </summary>
    public static string RuntimeNameOf(IMethodSymbol method) =>
        method.MethodKind is MethodKind.LocalFunction ? $"{RuntimeNameOf(OuterOf(method))}.{method.Name}" : method.Name;

    /// <summary>Returns <c>Users.Main</c>: the method of a local function.</summary>
    public static string OuterDisplayOf(IMethodSymbol method) =>
        IsTopLevel(method) ? "the program" : $"{method.ContainingType.Name}.{OuterOf(method).Name}";

    /// <summary>
    /// Returns true if another local function of the same method has the same name and parameters: in another block, or
    /// in an overload.
    /// </summary>
    public static bool HasTwin(IMethodSymbol method) => Namesakes(method)
        .Count(function => function.ParameterList.Parameters.Select(TypeText).SequenceEqual(method.Parameters.Select(parameter => TypeText(parameter)))) > 1;

    /// <summary>Returns <c>Shop_Users_Find</c>, with the types of the parameters if overloads share the name.</summary>
    /// <remarks>It always has an underscore, so it differs from all names of Litestar.Generated.</remarks>
    public static string ClassOf(IMethodSymbol method)
    {
        var name = new StringBuilder(SymbolNames.ReflectionOf(method.ContainingType)).Append('_');
        if (method.MethodKind is MethodKind.LocalFunction && !IsTopLevel(method))
        {
            name.Append(OuterOf(method).Name).Append('_');
        }

        name.Append(method.Name);
        if (HasNamesake(method))
        {
            foreach (var parameter in method.Parameters)
            {
                name.Append('_').Append(SymbolNames.ReflectionTextOf(parameter.Type));
            }
        }

        for (var i = 0; i < name.Length; i++)
        {
            name[i] = char.IsLetterOrDigit(name[i]) ? name[i] : '_';
        }

        return name.ToString();
    }

    private static bool HasNamesake(IMethodSymbol method) =>
        method.MethodKind is MethodKind.LocalFunction ? Namesakes(method).Skip(1).Any() : method.ContainingType.GetMembers(method.Name).Length > 1;

    // Local functions have the name of their method, which overloads share, and all initializers of a class.
    private static IEnumerable<LocalFunctionStatementSyntax> Namesakes(IMethodSymbol method)
    {
        var outer = RuntimeNameOf(OuterOf(method));
        return method.ContainingType.GetMembers().Where(member => RuntimeNameOf(member) == outer).DefaultIfEmpty(OuterOf(method))
            .SelectMany(member => member.DeclaringSyntaxReferences)
            .SelectMany(reference => Statements(reference.GetSyntax()))
            .OfType<LocalFunctionStatementSyntax>()
            .Where(function => function.Identifier.ValueText == method.Name);
    }

    // The program's method is declared by a whole file, which may also contain classes.
    private static IEnumerable<SyntaxNode> Statements(SyntaxNode member) =>
        member is CompilationUnitSyntax file ? file.Members.OfType<GlobalStatementSyntax>().SelectMany(statement => statement.DescendantNodes()) : member.DescendantNodes();

    private static string RuntimeNameOf(ISymbol member) =>
        member is IFieldSymbol or IPropertySymbol ? (member.IsStatic ? ".cctor" : ".ctor") : member.MetadataName;

    private static string TypeText(ParameterSyntax parameter) => parameter.Type?.ToString() ?? "";

    private static string TypeText(IParameterSymbol parameter) => parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is ParameterSyntax syntax ? TypeText(syntax) : "";

    private static bool IsTopLevel(IMethodSymbol method) => OuterOf(method).Name == "<Main>$";

    private static ISymbol OuterOf(ISymbol symbol)
    {
        while (symbol is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction })
        {
            symbol = symbol.ContainingSymbol;
        }

        return symbol;
    }
}
