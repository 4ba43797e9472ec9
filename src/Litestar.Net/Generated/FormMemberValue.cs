using System.ComponentModel;

namespace Litestar.Generated;

/// <summary>A member of an object that could not be made of the fields of a form.</summary>
/// <param name="name">Its name in the source.</param>
/// <param name="wireName">The name of its field.</param>
/// <param name="value">What was read for it.</param>
/// <param name="isLate">Whether it is only set where its field came: else it holds what its type has put there.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FormMemberValue(string name, string wireName, object? value, bool isLate = false)
{
    internal string Name => name;

    internal string WireName => wireName;

    /// <summary>What was read for it; false where its value is known to its type alone.</summary>
    internal bool TryGet(out object? read)
    {
        read = value is IOptionalValue given ? given.Value : value;
        return !isLate || (value is IOptionalValue { IsGiven: var came } ? came : value is not null);
    }
}
