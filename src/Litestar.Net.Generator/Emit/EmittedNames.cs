using Microsoft.CodeAnalysis.CSharp;

namespace Litestar.Generator.Emit;

/// <summary>The names that emitted files share.</summary>
internal static class EmittedNames
{
    /// <summary>The usings inside the namespace: there they win over types of the user's global namespace, such as a class Task.</summary>
    public static readonly string[] Usings =
    [
        "System",
        "System.Runtime.CompilerServices",
        "System.Threading.Tasks",
        "Microsoft.AspNetCore.Http",
        "Litestar.Generated",
    ];

    // The local variables of the generated method.
    private static readonly HashSet<string> Taken = ["context", "bind", "call", "form", "made", "before", "result", "setup", "type", "exception", "kept", "filters"];

    private const string Prefix = "arg_";

    private static readonly HashSet<string> TakenFields = ["function", "json", "status", "blocking"];

    /// <summary>
    /// Returns a parameter's name as a local variable. It differs from the method's own variables, from its fields, and
    /// from all types and functions that the method names.
    /// </summary>
    /// <remarks>Fields begin with an underscore, types and functions with a capital letter. Two names never become one.</remarks>
    public static string Local(string name) =>
        name.Length > 0 && (name[0] is '_' || char.IsUpper(name[0])) || name.StartsWith(Prefix, StringComparison.Ordinal) ? Prefix + name
        : Taken.Contains(name.TrimEnd('_')) ? name + "_"
        : SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name
        : name;

    /// <summary>Returns a member's name, with <c>@</c> if it is a keyword.</summary>
    public static string Escape(string name) => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>Returns a parameter's name as a field.</summary>
    public static string Field(string name) => "_" + (TakenFields.Contains(name.TrimEnd('_')) ? name + "_" : name);

    /// <summary>Returns an identifier, with <c>@</c> if it is a keyword.</summary>
    public static string Escaped(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>Returns a name that is not in the set, and adds it.</summary>
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
