using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace Litestar.Validation;

/// <summary>The names of a value's members as the client knows them.</summary>
internal abstract class WireNames
{
    private readonly RuleMessageCache _texts = new();

    /// <summary>The part of the request for faults of the whole value.</summary>
    public abstract RequestSource Source { get; }

    /// <summary>The text in front of every name.</summary>
    public virtual string Prefix => "";

    /// <summary>
    /// Returns the name of a member, given as in generated code: its C# name; <c>Count=amount</c>, with its name in
    /// JSON; or <c>=</c>, the value itself.
    /// </summary>
    public abstract string NameOf(string member);

    /// <summary>
    /// Returns the source and name of a path of C# members, as in a validator's error: <c>Lines[0].Quantity</c>. Called
    /// only for a fault.
    /// </summary>
    /// <param name="path">The path; empty for the value itself.</param>
    /// <param name="type">The type at its start.</param>
    public abstract (RequestSource Source, string Name) Find(string path, Type type);

    /// <summary>Returns a whole path for the client, if fields have other names than their members.</summary>
    public virtual string WireNameOf(string path) => path;

    /// <summary>Returns the message of a rule for a member.</summary>
    public string Word(ValidationAttribute rule, string name) => _texts.Of(rule, name);

    /// <summary>Returns the C# name of a member that generated code has given.</summary>
    public static string PropertyOf(string member) => member.IndexOf('=', StringComparison.Ordinal) is >= 0 and var mark ? member[..mark] : member;

    protected static string Camel(string path) => string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
