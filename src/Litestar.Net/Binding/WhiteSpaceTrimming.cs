namespace Litestar.Binding;

/// <summary>
/// Removes white space around a value, which is significant only in text: <c>?id=%205</c> is 5, as ASP.NET Core reads
/// it.
/// </summary>
internal static class WhiteSpaceTrimming
{
    /// <summary>Returns the text without the white space around it.</summary>
    public static ReadOnlySpan<char> Off(ReadOnlySpan<char> text) => text.IsEmpty || text[0] > ' ' && text[0] < 0x7f && text[^1] > ' ' && text[^1] < 0x7f ? text : text.Trim();
}
