using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Litestar.Samples.Tests.Docs;

/// <summary>A C# block of a page.</summary>
/// <param name="Path">The page.</param>
/// <param name="Line">Where on it.</param>
/// <param name="Code">What the reader sees.</param>
/// <param name="With">What completes it: the text of a comment <c>&lt;!-- with: … --&gt;</c> right before the block, and the other files beside it.</param>
internal sealed record Block(string Path, int Line, string Code, IReadOnlyList<string> With)
{
    public List<Exchange> Exchanges { get; } = [];

    public List<Session> Sessions { get; } = [];

    public string AssemblyName => $"{System.IO.Path.ChangeExtension(Path, null).Replace('/', '_')}_{Line}";

    /// <summary>The whole source: all parts as one file, and for handlers that no list names, a program that lists them all.</summary>
    public string Source()
    {
        var parts = With.Prepend(Code).Select(part => SourceProgram.Parse(Plain(part))).ToList();
        var statements = parts.SelectMany(part => part.Members.OfType<GlobalStatementSyntax>()).ToList();
        var types = parts.SelectMany(part => part.Members.Where(member => member is not GlobalStatementSyntax)).ToList();
        var functions = statements.Select(statement => statement.Statement).OfType<LocalFunctionStatementSyntax>().ToList();
        var lists = functions.Where(function => IsHandler(function.AttributeLists)).Select(function => function.Identifier.Text)
            .Concat(types.OfType<ClassDeclarationSyntax>().Where(HoldsHandlers).Select(type => $"typeof({type.Identifier.Text})"))
            .ToList();
        var runsItself = statements.Count > functions.Count || types.OfType<ClassDeclarationSyntax>().Any(HoldsTests);
        return string.Concat(parts.SelectMany(part => part.Usings).Select(line => line.ToString() + "\n").Distinct())
            + string.Concat(parts.SelectMany(part => part.AttributeLists).Select(list => list.ToString() + "\n"))
            + (runsItself || lists.Count is 0 ? "" : $"LitestarApp.Create([{string.Join(", ", lists)}]).Run();\n")
            + string.Concat(statements.Select(statement => statement.ToFullString()))
            + "\n"
            + string.Concat(types.Select(type => type.ToFullString()));
    }

    public override string ToString() => $"{Path}:{Line}";

    private static string Plain(string code) => string.Join('\n', code.Split('\n').Where(line => !line.StartsWith("#:", StringComparison.Ordinal)));

    private static bool HoldsHandlers(ClassDeclarationSyntax type) => Functions(type).Any(function => IsHandler(function.AttributeLists));

    private static bool HoldsTests(ClassDeclarationSyntax type) => Functions(type).Any(function => Names(function.AttributeLists).Contains("Fact"));

    private static IEnumerable<MethodDeclarationSyntax> Functions(ClassDeclarationSyntax type) => type.DescendantNodes().OfType<MethodDeclarationSyntax>();

    private static IEnumerable<string> Names(IEnumerable<AttributeListSyntax> lists) => lists.SelectMany(list => list.Attributes).Select(attribute => attribute.Name.ToString());

    private static bool IsHandler(IEnumerable<AttributeListSyntax> lists) => Names(lists)
        .Any(name => name is "Get" or "Post" or "Put" or "Patch" or "Delete" or "Head" or "Options" or "Verb");
}
