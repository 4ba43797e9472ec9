namespace Litestar.CodeFixes;

/// <summary>Makes an async function awaitable.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AsyncVoidFix() : HandlerFix("LIT307")
{
    internal override IEnumerable<Remedy> Remedies(LocatedDiagnostic fault)
    {
        var returned = fault.Function switch
        {
            MethodDeclarationSyntax method => method.ReturnType,
            LocalFunctionStatementSyntax function => function.ReturnType,
            _ => null,
        };
        if (returned is not null && fault.TypeNamed("System.Threading.Tasks.Task") is { } task)
        {
            yield return Remedy.Replace("Return Task", "task", returned, task.WithTriviaFrom(returned));
        }
    }
}
