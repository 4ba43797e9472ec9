namespace Litestar.Rejections;

/// <summary>What a client sent, fit to be quoted back: shortened, and without control characters.</summary>
internal static class Excerpt
{
    private const int Longest = 64;

    public static string Of(ReadOnlySpan<char> text)
    {
        var shown = text.Length > Longest ? text[..Longest] : text;
        var quoted = new char[shown.Length];
        for (var i = 0; i < shown.Length; i++)
        {
            quoted[i] = char.IsControl(shown[i]) || char.IsSurrogate(shown[i]) ? '\uFFFD' : shown[i];
        }

        return text.Length > Longest ? $"{new string(quoted)}…" : new string(quoted);
    }
}
