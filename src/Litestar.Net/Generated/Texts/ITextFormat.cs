using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Litestar.Generated;

/// <summary>A way to read a value of one type from text on the wire. Implemented by empty structs, so that a call costs nothing.</summary>
/// <remarks>
/// The text is decoded and holds no NUL. Only <see cref="StringText"/> and <see cref="CharText"/> take what others call blank:
/// everything else refuses an empty text and white space around a value.
/// </remarks>
/// <typeparam name="T">The type of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITextFormat<T>
{
    /// <summary>Reads the value; false refuses the text.</summary>
    static abstract bool TryRead(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out T value);
}
