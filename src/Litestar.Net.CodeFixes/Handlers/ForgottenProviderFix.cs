using Litestar.Generator.Diagnostics;
using Microsoft.CodeAnalysis.Editing;

namespace Litestar.CodeFixes;

/// <summary>Provides a value to the handler or to its class, or marks it as sent by the client.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ForgottenProviderFix() : HandlerFix("LIT325")
{
    internal override IEnumerable<Remedy> Remedies(LocatedDiagnostic fault)
    {
        foreach (var provider in (fault[DiagnosticPropertyNames.Providers] ?? "").Split([','], StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var remedy in Provide(fault, provider))
            {
                yield return remedy;
            }
        }

        if (fault.Parameter is { } parameter && fault[DiagnosticPropertyNames.Attribute] is { } marker)
        {
            var name = TypeText.Short(marker);
            yield return new($"Add [{name}] to '{parameter.Identifier.ValueText}'", name, parameter.SyntaxTree, editor =>
            {
                var list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(SyntaxFactory.IdentifierName(name)))).WithTrailingTrivia(SyntaxFactory.Space);
                editor.ReplaceNode(parameter, parameter.WithoutLeadingTrivia().AddAttributeLists(list).WithLeadingTrivia(parameter.GetLeadingTrivia()));
                if (!fault.Sees(marker + "Attribute"))
                {
                    Imports.Add(editor, marker.Substring(0, marker.Length - name.Length - 1));
                }
            });
        }
    }

    // A function that cannot be named, such as a private one of another class, cannot be used as a provider either.
    private static IEnumerable<Remedy> Provide(LocatedDiagnostic fault, string provider)
    {
        var (type, rest) = (provider.Substring(0, provider.IndexOf(':')), provider.Substring(provider.LastIndexOf(':') + 1).Split('='));
        var name = rest[0];
        if (fault.Function is not { } function
            || fault.Model.GetDeclaredSymbol(function) is not IMethodSymbol handler
            || fault.Model.Compilation.GetTypeByMetadataName(type)?.GetMembers(name).FirstOrDefault() is not IMethodSymbol method
            || !fault.Model.IsAccessible(function.SpanStart, method))
        {
            yield break;
        }

        var attribute = SyntaxFactory.Attribute(
            SyntaxFactory.ParseName(fault.Sees("Litestar.ProvideAttribute") ? "Provide" : "Litestar.Provide"),
            SyntaxFactory.ParseAttributeArgumentList($"(nameof({NameOf(method, handler, fault)}){(rest.Length > 1 ? $", Name = \"{rest[1]}\"" : "")})"));
        var display = $"{method.ContainingType.Name}.{method.Name}";
        yield return new($"Provide '{display}' to '{handler.Name}'", $"function {display}", function.SyntaxTree, editor => Add(editor, function, attribute));
        if (function.Parent is TypeDeclarationSyntax owner)
        {
            yield return new($"Provide '{display}' to all of '{owner.Identifier.ValueText}'", $"class {display}", owner.SyntaxTree, editor => Add(editor, owner, attribute));
        }
    }

    private static string NameOf(IMethodSymbol method, IMethodSymbol handler, LocatedDiagnostic fault)
    {
        for (var around = handler.ContainingType; around is not null; around = around.ContainingType)
        {
            if (SymbolEqualityComparer.Default.Equals(around, method.ContainingType))
            {
                return method.Name;
            }
        }

        return $"{method.ContainingType.ToMinimalDisplayString(fault.Model, fault.Node.SpanStart)}.{method.Name}";
    }

    // Next to the existing attributes, in their brackets.
    private static void Add(SyntaxEditor editor, SyntaxNode owner, AttributeSyntax attribute) => editor.ReplaceNode(owner, (current, generator) =>
        ListsOf(current).LastOrDefault(list => list.Target is null) is { } list
            ? current.ReplaceNode(list, list.AddAttributes(attribute.WithLeadingTrivia(SyntaxFactory.Space)))
            : generator.AddAttributes(current, attribute));

    private static SyntaxList<AttributeListSyntax> ListsOf(SyntaxNode owner) => owner switch
    {
        MemberDeclarationSyntax member => member.AttributeLists,
        LocalFunctionStatementSyntax function => function.AttributeLists,
        _ => default,
    };
}
