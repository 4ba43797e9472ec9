using System.ComponentModel;
using System.Text.Json.Serialization.Metadata;
using Litestar.Json;

namespace Litestar.Generated;

/// <summary>How a type is written as a JSON answer, found out once at start-up.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonAnswer<T>
{
    internal JsonAnswer(JsonTypeInfo<T> type, LitestarJson json)
    {
        Type = type;
        Json = json;
    }

    internal JsonTypeInfo<T> Type { get; }

    internal LitestarJson Json { get; }
}
