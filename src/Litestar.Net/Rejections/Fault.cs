using Litestar.Generated;

namespace Litestar.Rejections;

/// <summary>One thing that is wrong with a request, under the name by which the client knows it. Its sentence is made when it is written.</summary>
/// <param name="Source">Where it was found.</param>
/// <param name="Key">The name on the wire: <c>pageSize</c>, <c>X-Request-Id</c>, <c>lines[1].quantity</c>; empty for the body as a whole.</param>
/// <param name="Message">What was expected and what came.</param>
internal sealed record Fault(RequestSource Source, string Key, Func<RejectionTexts, string> Message)
{
    /// <summary>The status this fault would have alone: 400, 413 or 415.</summary>
    public int Status { get; init; } = 400;

    /// <summary>Whether the value did not come at all.</summary>
    public bool IsMissing { get; init; }

    /// <summary>Whether the body is no JSON, or no form, at all.</summary>
    public bool IsMalformed { get; init; }

    /// <summary>Whether the value came and could be read, and has broken a rule.</summary>
    public bool IsOfRule { get; init; }

    public static Fault Missing(RequestSource source, string name) => new(source, name, texts => texts.Missing(source, name)) { IsMissing = true };

    public static Fault Unreadable(RequestSource source, string name, Type type, ReadOnlySpan<char> text)
    {
        var got = Excerpt.Of(text);
        var expected = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Given<>) ? type.GenericTypeArguments[0] : type;
        return new(source, name, texts => texts.Unreadable(source, name, texts.Expected(expected), got));
    }

    public static Fault BrokenEncoding(RequestSource source, string name, ReadOnlySpan<char> text)
    {
        var got = Excerpt.Of(text);
        return new(source, name, texts => texts.BrokenEncoding(source, name, got));
    }

    public static Fault Nul(RequestSource source, string name) => new(source, name, texts => texts.Nul(source, name));
}
