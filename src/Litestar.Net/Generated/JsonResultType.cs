using System.Collections;
using System.ComponentModel;
using System.Text.Json.Serialization.Metadata;
using Litestar.Json;
using Litestar.Responses;

namespace Litestar.Generated;

/// <summary>How a type is written as a JSON answer, found out once at start-up.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonResultType<T>
{
    // Even of the smallest items, so many are more than is held back.
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

    /// <summary>The same for a value that is written in parts: its metadata alone, without the code that writes a whole object at once.</summary>
    internal JsonTypeInfo<T> Parts { get; }

    internal LitestarJson Json { get; }

    internal ResponseSizeHint Size { get; } = new();

    /// <summary>Whether a value is so large, or may be, that it is written in parts, at the pace of the client.</summary>
    internal bool IsLarge(T value) => Size.IsLarge || (_isList && value is ICollection { Count: > Many });
}
