using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Litestar.Generator.Parse;

/// <summary>What a function is called: by people, by reflection, and as a generated class.</summary>
internal static class FunctionNames
{
    /// <summary><c>Users.Find</c>; a local function of a program is just <c>Greet</c>.</summary>
    public static string DisplayOf(IMethodSymbol method) =>
        method.MethodKind is MethodKind.LocalFunction && IsTopLevel(method) ? method.Name : $"{method.ContainingType.Name}.{method.Name}";

    /// <summary><c>Find</c>, or <c>&lt;Main&gt;$.Greet</c> for a local function: what the runtime makes of the delegate's method.</summary>
    public static string RuntimeNameOf(IMethodSymbol method) =>
        method.MethodKind is MethodKind.LocalFunction ? $"{OuterOf(method).MetadataName}.{method.Name}" : method.Name;

    /// <summary><c>Shop_Users_Find</c>, with the types of the parameters where overloads share the name.</summary>
    public static string ClassOf(IMethodSymbol method)
    {
        var name = new StringBuilder();
        if (!(method.MethodKind is MethodKind.LocalFunction && IsTopLevel(method)))
        {
            name.Append(Names.ReflectionOf(method.ContainingType)).Append('_');
        }

        if (method.MethodKind is MethodKind.LocalFunction && !IsTopLevel(method))
        {
            name.Append(OuterOf(method).Name).Append('_');
        }

        name.Append(method.Name);
        if (HasNamesake(method))
        {
            foreach (var parameter in method.Parameters)
            {
                name.Append('_').Append(Names.ReflectionTextOf(parameter.Type));
            }
        }

        for (var i = 0; i < name.Length; i++)
        {
            name[i] = char.IsLetterOrDigit(name[i]) ? name[i] : '_';
        }

        return name.ToString();
    }

    private static bool HasNamesake(IMethodSymbol method) =>
        method.MethodKind is MethodKind.LocalFunction
            ? OuterOf(method).DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is { } body
                && body.DescendantNodes().OfType<LocalFunctionStatementSyntax>().Count(function => function.Identifier.ValueText == method.Name) > 1
            : method.ContainingType.GetMembers(method.Name).Length > 1;

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
