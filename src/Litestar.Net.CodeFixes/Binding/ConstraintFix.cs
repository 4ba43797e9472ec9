using Litestar.Generator.Diagnostics;

namespace Litestar.CodeFixes;

/// <summary>Aligns the type of a parameter and the constraint of its route: one follows the other.</summary>
internal static class ConstraintFix
{
    public static IEnumerable<Remedy> Remedies(LocatedDiagnostic fault)
    {
        if (fault is not { Parameter.Type: { } type, Function: { } function, TypeOfClue: { } better } || fault[DiagnosticPropertyNames.RouteParameter] is not { } name)
        {
            yield break;
        }

        better = type is NullableTypeSyntax && better is not NullableTypeSyntax ? SyntaxFactory.NullableType(better) : better;
        yield return Remedy.Replace($"Change the type to '{TypeText.Short(fault[DiagnosticPropertyNames.Type]!)}'", "type", type, better.WithTriviaFrom(type));
        foreach (var part in RouteLiteral.Of(function, name).Where(part => part.Parameter.Constraints.Count is 1))
        {
            var constraint = fault[DiagnosticPropertyNames.Constraint] is { Length: > 0 } other ? ":" + other : "";
            var text = part.Parameter.Text.Replace(":" + part.Parameter.Constraints[0], constraint);
            yield return part.With($"Change '{part.Parameter.Text}' to '{text}'", "constraint", text);
        }
    }
}
