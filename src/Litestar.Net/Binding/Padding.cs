namespace Litestar.Binding;

/// <summary>White space around a value, which .NET's parsers overlook and this framework refuses: <c>?id=+5</c> says <c>" 5"</c>.</summary>
internal static class Padding
{
    /// <summary>Whether white space stands around the text, or there is no text at all.</summary>
    public static bool IsAround(ReadOnlySpan<char> text) => text.IsEmpty || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]);
}
