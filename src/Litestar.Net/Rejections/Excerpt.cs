namespace Litestar.Rejections;

/// <summary>What a client sent, fit to be quoted back: shortened, and without control characters.</summary>
internal static class Excerpt
{
    private const int Longest = 64;

    /// <summary>The text itself where it is fit already, as nearly every path is.</summary>
    public static string Of(string? text) => text is { Length: <= Longest } && !text.AsSpan().ContainsAnyExceptInRange(' ', '~') ? text : Of(text.AsSpan());

    public static string Of(ReadOnlySpan<char> text)
    {
        var shown = text.Length > Longest ? text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)] : text;
        var quoted = new char[shown.Length];
        for (var i = 0; i < shown.Length; i++)
        {
            quoted[i] = char.IsControl(shown[i]) || IsHalf(shown, i) ? '\uFFFD' : shown[i];
        }

        return text.Length > Longest ? $"{new string(quoted)}…" : new string(quoted);
    }

    private static bool IsHalf(ReadOnlySpan<char> text, int at) =>
        char.IsHighSurrogate(text[at]) ? at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1])
        : char.IsLowSurrogate(text[at]) && (at is 0 || !char.IsHighSurrogate(text[at - 1]));
}
