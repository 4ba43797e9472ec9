using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace Litestar.Validation;

/// <summary>The members of what is checked as the client knows them.</summary>
internal abstract class WireNames
{
    private readonly RuleMessageCache _texts = new();

    /// <summary>What is wrong with the whole is wrong with this part of the request.</summary>
    public abstract RequestSource Source { get; }

    /// <summary>What stands in front of every name.</summary>
    public virtual string Prefix => "";

    /// <summary>The name of a member, given as generated code does: by its C# name; as <c>Count=amount</c>, with the name it has in JSON; or as <c>=</c>, which is the value itself.</summary>
    public abstract string NameOf(string member);

    /// <summary>The place of a path of C# members, as a validator says it: <c>Lines[0].Quantity</c>. Asked only where something is wrong.</summary>
    /// <param name="path">The path; empty for the value itself.</param>
    /// <param name="type">The type it begins at.</param>
    public abstract (RequestSource Source, string Name) Find(string path, Type type);

    /// <summary>A whole path as the client is told of it, where fields bear other names than their members.</summary>
    public virtual string WireNameOf(string path) => path;

    /// <summary>What a rule says of a member.</summary>
    public string Word(ValidationAttribute rule, string name) => _texts.Of(rule, name);

    /// <summary>The C# name of a member that generated code has given.</summary>
    public static string PropertyOf(string member) => member.IndexOf('=', StringComparison.Ordinal) is >= 0 and var mark ? member[..mark] : member;

    protected static string Camel(string path) => string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
