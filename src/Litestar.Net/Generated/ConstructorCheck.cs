using System.ComponentModel;
using System.Text.Json;
using Litestar.Json;

namespace Litestar.Generated;

/// <summary>Wraps constructors that System.Text.Json calls.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ConstructorCheck
{
    /// <summary>
    /// Wraps a constructor for System.Text.Json: when a body is read, it first checks that all required arguments are
    /// present.
    /// </summary>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <param name="options">The settings of the serializer.</param>
    /// <param name="create">The constructor itself.</param>
    public static Func<object[], T> Wrap<T>(JsonSerializerOptions options, Func<object[], T> create) =>
        ConstructorArgumentChecks.Of(options) is { } presence ? presence.Check(options, create) : create;
}
