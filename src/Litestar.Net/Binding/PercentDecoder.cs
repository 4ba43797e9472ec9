using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Litestar.Binding;

/// <summary>Decodes <c>%xx</c> and <c>+</c> as in forms and query strings (WHATWG URL, application/x-www-form-urlencoded).</summary>
/// <remarks>The decoders of .NET leave invalid escapes as they are; here they must be reported.</remarks>
internal static class PercentDecoder
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("%+");

    private static readonly SearchValues<char> Suspects = SearchValues.Create("%+\0");

    /// <summary>Returns true if the text needs no decoding: it has no escape, and no NUL, which is rejected.</summary>
    public static bool IsPlain(ReadOnlySpan<char> text) => text.IndexOfAny(Suspects) < 0;

    /// <summary>Writes the decoded text, which is never longer. Returns false for an invalid escape or bytes that are not UTF-8.</summary>
    /// <param name="text">The encoded text.</param>
    /// <param name="decoded">Receives the decoded text.</param>
    /// <param name="length">Its length.</param>
    /// <param name="hasPlus">True if <c>+</c> means a space.</param>
    public static bool TryDecode(ReadOnlySpan<char> text, Span<char> decoded, out int length, bool hasPlus = true)
    {
        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            length = 0;
            return TryReadBytes(text, rented, out var count, hasPlus)
                && Utf8.ToUtf16(rented.AsSpan(0, count), decoded, out _, out length, replaceInvalidSequences: false) is OperationStatus.Done;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>Returns true if the path of a request target is well-formed.</summary>
    public static bool IsValidPath(string target)
    {
        var query = target.IndexOf('?');
        var path = query < 0 ? target : target[..query];
        return TryDecode(path, new char[path.Length], out _);
    }

    private static bool TryReadBytes(ReadOnlySpan<char> text, Span<byte> bytes, out int count, bool hasPlus)
    {
        count = 0;
        while (!text.IsEmpty)
        {
            var next = text.IndexOfAny(Marks);
            var plain = next < 0 ? text : text[..next];
            count += Encoding.UTF8.GetBytes(plain, bytes[count..]);
            if (next < 0)
            {
                return true;
            }

            text = text[next..];
            if (text[0] is '+')
            {
                bytes[count++] = (byte)(hasPlus ? ' ' : '+');
                text = text[1..];
            }
            else if (text.Length < 3 || Convert.FromHexString(text.Slice(1, 2), bytes[count..], out _, out _) is not OperationStatus.Done)
            {
                return false;
            }
            else
            {
                count++;
                text = text[3..];
            }
        }

        return true;
    }
}
