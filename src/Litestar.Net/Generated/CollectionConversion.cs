using System.ComponentModel;

namespace Litestar.Generated;

/// <summary>Converts values that were read as an array to the collection type of a parameter.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CollectionConversion
{
    /// <summary>Returns a list; null if nothing was read.</summary>
    public static List<T> ToList<T>(T[]? values) => values is null ? null! : [.. values];

    /// <summary>Returns the same values as nullable ones.</summary>
    public static T?[] ToNullable<T>(T[]? values) where T : struct => values is null ? null! : Array.ConvertAll(values, static value => (T?)value);

    /// <summary>Returns a set; null if nothing was read.</summary>
    public static HashSet<T> ToSet<T>(T[]? values) => values is null ? null! : [.. values];
}
