using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Litestar.Generated;

/// <summary>A way to read a value of one type from text on the wire. Implemented by empty structs, so that a call costs nothing.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IText<T>
{
    /// <summary>Reads the value; false refuses the text.</summary>
    static abstract bool TryRead(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out T value);
}

/// <summary>Text as it is; also an empty one.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Text : IText<string>
{
    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, out string value)
    {
        value = text.ToString();
        return true;
    }
}

/// <summary>Any type that parses a span, in the invariant culture.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Parsed<T> : IText<T> where T : ISpanParsable<T>
{
    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out T value) => T.TryParse(text, CultureInfo.InvariantCulture, out value);
}

/// <summary>Any type that parses a string only, in the invariant culture.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ParsedString<T> : IText<T> where T : IParsable<T>
{
    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out T value) => T.TryParse(text.ToString(), CultureInfo.InvariantCulture, out value);
}

/// <summary><c>true</c>, <c>false</c>, <c>1</c> or <c>0</c>, the words in any case.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Flag : IText<bool>
{
    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, out bool value)
    {
        value = text is "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase);
        return value || text is "0" || text.Equals("false", StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>A point in time, in ISO 8601. One without an offset is taken as it stands.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Instant : IText<DateTime>
{
    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, out DateTime value) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out value);
}

/// <summary>An enum's member, by name in any case or by the value of a defined member.</summary>
/// <typeparam name="T">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Named<T> : IText<T> where T : struct, Enum
{
    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, out T value) => Enum.TryParse(text, ignoreCase: true, out value) && IsMember(text, value);

    // Enum.TryParse takes any number, and lists of names separated by commas: only what the enum declares is let through.
    private static bool IsMember(ReadOnlySpan<char> text, T value) =>
        Enum.IsDefined(value) || (IsFlags && !text.Contains(',') && !char.IsAsciiDigit(text[^1]));

    private static readonly bool IsFlags = typeof(T).IsDefined(typeof(FlagsAttribute), inherit: false);
}

/// <summary>An absolute or relative URI.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Link : IText<Uri>
{
    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, [MaybeNullWhen(false)] out Uri value)
    {
        value = null;
        return !text.IsEmpty && Uri.TryCreate(text.ToString(), UriKind.RelativeOrAbsolute, out value);
    }
}

/// <summary>The same value as a nullable one.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <typeparam name="TText">How it is read.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct OrNull<T, TText> : IText<T?> where T : struct where TText : struct, IText<T>
{
    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, out T? value)
    {
        var read = TText.TryRead(text, out var found);
        value = read ? found : null;
        return read;
    }
}
