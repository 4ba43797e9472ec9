using System.ComponentModel;
using System.Text.Json;
using Litestar.Json;

namespace Litestar.Generated;

/// <summary>Makes objects of JSON.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ConstructorCheck
{
    /// <summary>Gives the constructor as System.Text.Json calls it: where bodies are read, it looks first whether all has come that must.</summary>
    /// <typeparam name="T">The type it makes.</typeparam>
    /// <param name="options">The settings that it is called by.</param>
    /// <param name="create">The constructor itself.</param>
    public static Func<object[], T> Wrap<T>(JsonSerializerOptions options, Func<object[], T> create) =>
        ConstructorArgumentChecks.Of(options) is { } presence ? presence.Check(options, create) : create;
}
