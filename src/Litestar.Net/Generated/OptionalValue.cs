using System.ComponentModel;

namespace Litestar.Generated;

/// <summary>A value with a mark of its presence, for members whose default only their own type can make.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct OptionalValue<T> : IOptionalValue
{
    internal OptionalValue(T value)
    {
        Value = value;
        IsGiven = true;
    }

    /// <summary>The value.</summary>
    public T Value { get; }

    /// <summary>True if the value is present.</summary>
    public bool IsGiven { get; }

    object? IOptionalValue.Value => Value;
}

/// <summary>A value of any type with a mark of its presence.</summary>
internal interface IOptionalValue
{
    object? Value { get; }

    bool IsGiven { get; }
}

/// <summary>Reads the same value and marks it as present.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <typeparam name="TText">The format of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct OptionalText<T, TText> : ITextFormat<OptionalValue<T>> where TText : struct, ITextFormat<T>
{
    /// <inheritdoc/>
    public static bool TryRead(ReadOnlySpan<char> text, out OptionalValue<T> value)
    {
        var read = TText.TryRead(text, out var found);
        value = read ? new(found!) : default;
        return read;
    }
}
