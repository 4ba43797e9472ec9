using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Litestar.Errors;

/// <summary>Makes a client's text safe to quote: shortened, and without control characters.</summary>
internal static class Excerpt
{
    /// <summary>The maximum number of characters of a quoted value, or of a name that the client chose.</summary>
    public const int Longest = 64;

    /// <summary>The maximum number of characters of a path in a request: <c>lines[1].quantity</c>.</summary>
    public const int LongestPath = 512;

    /// <summary>The maximum number of characters of a sentence of any source.</summary>
    public const int LongestSentence = 2048;

    /// <summary>Returns the text itself if it is safe already, as nearly every path is.</summary>
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

    /// <summary>Returns the excerpt of a value in a body. Only the shown part is decoded.</summary>
    public static string Of(JsonElement value)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value);
        return Of(Encoding.UTF8.GetString(raw.Length > 4 * (Longest + 1) ? raw[..(4 * (Longest + 1))] : raw));
    }

    /// <summary>Returns the beginning of a path in a request; only hostile paths are shortened.</summary>
    public static string Path(string path) => Beginning(path, LongestPath);

    /// <summary>Returns the beginning of a sentence.</summary>
    public static string Sentence(string sentence) => Beginning(sentence, LongestSentence);

    /// <summary>Returns that many characters of a text, and a mark if there were more.</summary>
    public static string Beginning(string text, int length) =>
        text.Length <= length ? text : $"{text.AsSpan(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)}…";

    private static bool IsHalf(ReadOnlySpan<char> text, int at) =>
        char.IsHighSurrogate(text[at]) ? at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1])
        : char.IsLowSurrogate(text[at]) && (at is 0 || !char.IsHighSurrogate(text[at - 1]));
}
