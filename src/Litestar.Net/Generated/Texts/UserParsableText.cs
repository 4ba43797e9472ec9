using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Litestar.Binding;

namespace Litestar.Generated;

/// <summary>
/// Reads a user's type that parses only a string. The type decides which texts are valid, except that an empty text is
/// not.
/// </summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UserParsableText<T> : ITextFormat<T> where T : IParsable<T>
{
    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        try
        {
            return !text.IsEmpty && T.TryParse(text.ToString(), CultureInfo.InvariantCulture, out value);
        }
        catch (Exception exception) when (ParseExceptions.Says(exception))
        {
            return false;
        }
    }
}
