using Microsoft.CodeAnalysis.CSharp;

namespace Litestar.Generator.Emit;

/// <summary>The names that emitted files share.</summary>
internal static class Names
{
    /// <summary>Below the seam's own namespace, so that its words are found before any of the user's.</summary>
    public const string Namespace = "Litestar.Generated.Handlers";

    /// <summary>They stand inside the namespace: there they win over types of the user's global namespace, such as a class Task.</summary>
    public static readonly string[] Usings =
    [
        "System",
        "System.Runtime.CompilerServices",
        "System.Text.Json.Serialization.Metadata",
        "System.Threading.Tasks",
        "Microsoft.AspNetCore.Http",
        "Litestar.Generated",
    ];

    private static readonly HashSet<string> Taken = ["context", "bind", "result", "setup", "type"];

    /// <summary>A parameter's name as a local, which must not be one of the corridor's own.</summary>
    public static string Local(string name) =>
        Taken.Contains(name) ? name + "_"
        : SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name
        : name;
}
