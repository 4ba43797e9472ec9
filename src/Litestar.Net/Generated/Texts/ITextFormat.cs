using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Litestar.Generated;

/// <summary>Reads a value of one type from text on the wire. Empty structs implement it, so that a call costs nothing.</summary>
/// <remarks>
/// The text is decoded and contains no NUL. Only <see cref="StringText"/> and <see cref="CharText"/> accept blank text: all
/// others reject an empty text and white space around a value.
/// </remarks>
/// <typeparam name="T">The type of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITextFormat<T>
{
    /// <summary>Reads the value; returns false to reject the text.</summary>
    static abstract bool TryRead(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out T value);
}
