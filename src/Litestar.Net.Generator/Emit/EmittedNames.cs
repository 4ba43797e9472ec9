using Microsoft.CodeAnalysis.CSharp;

namespace Litestar.Generator.Emit;

/// <summary>The names that emitted files share.</summary>
internal static class EmittedNames
{
    /// <summary>They stand inside the namespace: there they win over types of the user's global namespace, such as a class Task.</summary>
    public static readonly string[] Usings =
    [
        "System",
        "System.Runtime.CompilerServices",
        "System.Threading.Tasks",
        "Microsoft.AspNetCore.Http",
        "Litestar.Generated",
    ];

    // The corridor's own locals.
    private static readonly HashSet<string> Taken = ["context", "bind", "call", "form", "made", "before", "result", "setup", "type", "exception", "kept", "filters"];

    private const string Prefix = "arg_";

    private static readonly HashSet<string> TakenFields = ["function", "json", "status", "blocking"];

    /// <summary>A parameter's name as a local. It is none of the corridor's own, none of its fields, and no type or function that the corridor names.</summary>
    /// <remarks>Fields begin with an underscore, types and functions with a capital letter. Two names never become one.</remarks>
    public static string Local(string name) =>
        name.Length > 0 && (name[0] is '_' || char.IsUpper(name[0])) || name.StartsWith(Prefix, StringComparison.Ordinal) ? Prefix + name
        : Taken.Contains(name.TrimEnd('_')) ? name + "_"
        : SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name
        : name;

    /// <summary>A member's name, with <c>@</c> where it is a keyword.</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>A parameter's name as a field.</summary>
    public static string Field(string name) => "_" + (TakenFields.Contains(name.TrimEnd('_')) ? name + "_" : name);

    /// <summary>An identifier, with <c>@</c> where it is a keyword.</summary>
    public static string Escaped(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>A name that is none of those taken, to which it is added.</summary>
    public static string Unique(string name, HashSet<string> taken)
    {
        var unique = name;
        for (var i = 2; !taken.Add(unique); i++)
        {
            unique = $"{name}{i}";
        }

        return unique;
    }
}
