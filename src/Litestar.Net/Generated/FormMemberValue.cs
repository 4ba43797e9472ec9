using System.ComponentModel;

namespace Litestar.Generated;

/// <summary>The value of a member, for an object that could not be created from a form.</summary>
/// <param name="name">Its name in the source.</param>
/// <param name="wireName">The name of its field.</param>
/// <param name="value">The value that was read.</param>
/// <param name="isLate">True if it is set only when its field is present; otherwise the type's own default stays.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FormMemberValue(string name, string wireName, object? value, bool isLate = false)
{
    internal string Name => name;

    internal string WireName => wireName;

    /// <summary>Returns the value that was read; false if only the type knows its value.</summary>
    internal bool TryGet(out object? read)
    {
        read = value is IOptionalValue given ? given.Value : value;
        return !isLate || (value is IOptionalValue { IsGiven: var came } ? came : value is not null);
    }
}
