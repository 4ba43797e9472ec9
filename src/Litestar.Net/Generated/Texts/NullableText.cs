using System.ComponentModel;

namespace Litestar.Generated;

/// <summary>Reads the same value as a nullable one.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <typeparam name="TText">The format of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NullableText<T, TText> : ITextFormat<T?> where T : struct where TText : struct, ITextFormat<T>
{
    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, out T? value)
    {
        var read = TText.TryRead(text, out var found);
        value = read ? found : null;
        return read;
    }
}
