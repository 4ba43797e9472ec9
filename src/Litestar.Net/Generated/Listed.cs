using System.ComponentModel;

namespace Litestar.Generated;

/// <summary>Values that were read as an array, as the collection a parameter asks for.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Listed
{
    /// <summary>A list; none where nothing was read.</summary>
    public static List<T> AsList<T>(T[]? values) => values is null ? null! : [.. values];

    /// <summary>The same values, each of which might have been missing.</summary>
    public static T?[] AsNullable<T>(T[]? values) where T : struct => values is null ? null! : Array.ConvertAll(values, static value => (T?)value);

    /// <summary>A set; none where nothing was read.</summary>
    public static HashSet<T> AsSet<T>(T[]? values) => values is null ? null! : [.. values];
}
