using System.ComponentModel;

namespace Litestar.Generated;

/// <summary>The comparisons of the common validation attributes, without boxing and without reflection.</summary>
/// <remarks>As in DataAnnotations, null passes every rule but <c>[Required]</c>.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RuleComparison
{
    /// <summary>Checks <c>[Range]</c> on a number.</summary>
    public static bool Between<T>(T value, T from, T to) where T : struct, IComparable<T> => value.CompareTo(from) >= 0 && value.CompareTo(to) <= 0;

    /// <summary>Checks <c>[Range]</c> on a nullable number.</summary>
    public static bool Between<T>(T? value, T from, T to) where T : struct, IComparable<T> => value is not { } number || Between(number, from, to);

    /// <summary>Checks <c>[Range]</c> with exclusive limits.</summary>
    public static bool Between<T>(T value, T from, T to, bool fromExclusive, bool toExclusive) where T : struct, IComparable<T> =>
        value.CompareTo(from) is var low && value.CompareTo(to) is var high && (fromExclusive ? low > 0 : low >= 0) && (toExclusive ? high < 0 : high <= 0);

    /// <summary>Checks <c>[Range]</c> with exclusive limits on a nullable number.</summary>
    public static bool Between<T>(T? value, T from, T to, bool fromExclusive, bool toExclusive) where T : struct, IComparable<T> =>
        value is not { } number || Between(number, from, to, fromExclusive, toExclusive);

    /// <summary>Checks <c>[StringLength]</c>, <c>[MinLength]</c>, <c>[MaxLength]</c> and <c>[Length]</c> on text.</summary>
    public static bool Length(string? text, int from, int to) => text is null || (text.Length >= from && text.Length <= to);

    /// <summary>Checks <c>[MinLength]</c>, <c>[MaxLength]</c> and <c>[Length]</c> on a collection.</summary>
    public static bool Length<T>(IEnumerable<T>? items, int from, int to) => items switch
    {
        null => true,
        T[] array => array.Length >= from && array.Length <= to,
        ICollection<T> collection => collection.Count >= from && collection.Count <= to,
        IReadOnlyCollection<T> collection => collection.Count >= from && collection.Count <= to,
        _ => items.Count() is var count && count >= from && count <= to,
    };

    /// <summary>Checks <c>[Required]</c> on text.</summary>
    public static bool Present(string? text, bool allowsEmpty) => text is not null && (allowsEmpty || !string.IsNullOrWhiteSpace(text));
}
