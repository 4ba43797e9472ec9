using System.ComponentModel;

namespace Litestar.Generated;

/// <summary>Values that were read as an array, as the collection a parameter asks for.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CollectionConversion
{
    /// <summary>A list; none where nothing was read.</summary>
    public static List<T> ToList<T>(T[]? values) => values is null ? null! : [.. values];

    /// <summary>The same values, each of which might have been missing.</summary>
    public static T?[] ToNullable<T>(T[]? values) where T : struct => values is null ? null! : Array.ConvertAll(values, static value => (T?)value);

    /// <summary>A set; none where nothing was read.</summary>
    public static HashSet<T> ToSet<T>(T[]? values) => values is null ? null! : [.. values];
}
