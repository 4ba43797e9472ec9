using System.Collections;
using System.ComponentModel;
using System.Text.Json.Serialization.Metadata;
using Litestar.Json;
using Litestar.Responses;

namespace Litestar.Generated;

/// <summary>The JSON metadata for writing a type, resolved once at start-up.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonResultType<T>
{
    // Even with the smallest items, a larger list exceeds the buffer.
    private const int Many = 8 * 1024;

    private readonly bool _isList;

    internal JsonResultType(JsonTypeInfo<T> type, JsonTypeInfo<T> parts, LitestarJson json)
    {
        Type = type;
        Parts = parts;
        Json = json;
        _isList = type.Kind is JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary;
    }

    internal JsonTypeInfo<T> Type { get; }

    /// <summary>The same metadata for a value that is written in parts, without the code that writes a whole object at once.</summary>
    internal JsonTypeInfo<T> Parts { get; }

    internal LitestarJson Json { get; }

    internal ResponseSizeHint Size { get; } = new();

    /// <summary>Returns true if a value is, or may be, so large that it is written in parts, at the client's speed.</summary>
    internal bool IsLarge(T value) => Size.IsLarge || (_isList && value is ICollection { Count: > Many });
}
