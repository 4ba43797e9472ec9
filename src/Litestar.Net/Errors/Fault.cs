using System.ComponentModel.DataAnnotations;
using Litestar.Generated;
using Litestar.Validation;

namespace Litestar.Errors;

/// <summary>A fault of a request, under the name that the client knows.</summary>
internal sealed class Fault
{
    private readonly string? _sentence;
    private readonly Func<RejectionTexts, string>? _message;

    /// <param name="source">The part of the request.</param>
    /// <param name="key">
    /// The name on the wire: <c>pageSize</c>, <c>X-Request-Id</c>, <c>lines[1].quantity</c>; empty for the body as a whole.
    /// </param>
    /// <param name="message">Formats the expected and the received value. The sentence is made when it is written.</param>
    public Fault(RequestSource source, string key, Func<RejectionTexts, string> message)
    {
        Source = source;
        Key = key;
        _message = message;
    }

    /// <param name="source">The part of the request.</param>
    /// <param name="key">The name on the wire.</param>
    /// <param name="sentence">The message of the user's own code or of a rule.</param>
    public Fault(RequestSource source, string key, string sentence)
    {
        Source = source;
        Key = key;
        _sentence = sentence;
    }

    public RequestSource Source { get; }

    public string Key { get; private set; }

    /// <summary>The status of a response with this fault alone: 400, 413 or 415.</summary>
    public int Status { get; init; } = 400;

    /// <summary>True if the value is missing.</summary>
    public bool IsMissing { get; init; }

    /// <summary>True if the body as a whole is not JSON, or not a form.</summary>
    public bool IsMalformed { get; init; }

    /// <summary>True if the value could be read and has broken a rule.</summary>
    public bool IsOfRule { get; init; }

    /// <summary>True if a rule exceeded its time limit: no other rule runs.</summary>
    public bool IsLate { get; init; }

    /// <summary>The type that the value was to be read as; null if the message does not name limits.</summary>
    public Type? Expected { get; set; }

    /// <summary>The member of a type that the value was for; null for a parameter.</summary>
    public (Type Type, string Name)? Member { get; set; }

    /// <summary>The limits that a rule sets for a value that could not be read.</summary>
    public (string From, string To)? Limits { get; set; }

    /// <summary>The broken rule, and its name for the value; null if the message has another author.</summary>
    public (ValidationAttribute Attribute, string Name)? Rule { get; init; }

    public string Message(RejectionTexts texts) => (Rule is var (rule, name) && CustomRuleMessage.AreNone(rule) ? texts.RuleBroken(CustomRuleMessage.Declared(rule), name) : null) ?? _sentence ?? _message!(texts);

    /// <summary>Returns the description of the expected value.</summary>
    public string ExpectedBy(RejectionTexts texts, Type type) => Limits is var (from, to) ? texts.Expected(type, from, to) : texts.Expected(type);

    /// <summary>Sets the name for the client, before the fault is written.</summary>
    public void Rename(string key) => Key = key;

    public static Fault Missing(RequestSource source, string name)
    {
        var told = Excerpt.Path(name);
        return new(source, told, texts => texts.Missing(source, told)) { IsMissing = true };
    }

    public static Fault Unreadable(RequestSource source, string name, Type type, ReadOnlySpan<char> text)
    {
        var got = Excerpt.Of(text);
        var expected = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(OptionalValue<>) ? type.GenericTypeArguments[0] : type;
        var told = Excerpt.Path(name);
        Fault fault = null!;
        fault = new(source, told, texts => texts.Unreadable(source, told, fault.ExpectedBy(texts, expected), got)) { Expected = Nullable.GetUnderlyingType(expected) ?? expected };
        return fault;
    }

    public static Fault BrokenEncoding(RequestSource source, string name, ReadOnlySpan<char> text)
    {
        var (got, told) = (Excerpt.Of(text), Excerpt.Path(name));
        return new(source, told, texts => texts.BrokenEncoding(source, told, got));
    }

    /// <summary>Returns the fault of a value that exceeded the time limit of a rule.</summary>
    public static Fault Late(RequestSource source, string name)
    {
        // The name grows while the fault passes outer objects.
        Fault fault = null!;
        fault = new(source, Excerpt.Path(name), texts => texts.RuleTimedOut(source, fault.Key)) { IsOfRule = true, IsLate = true };
        return fault;
    }

    public static Fault Nul(RequestSource source, string name)
    {
        var told = Excerpt.Path(name);
        return new(source, told, texts => texts.Nul(source, told));
    }
}
