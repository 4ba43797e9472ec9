using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Litestar.Json;

namespace Litestar;

/// <summary>The JSON of an app's handlers, for plugins and services that read or write the same types.</summary>
/// <remarks>
/// It has the metadata that is generated for the handlers' types, so it works without reflection and natively. Create it after
/// the handlers are listed, and keep it: <c>services.AddSingleton(HandlerJson.Of)</c>.
/// </remarks>
public sealed class HandlerJson
{
    private HandlerJson(LitestarJson json)
    {
        ReadOptions = json.Strict.Careful;
        WriteOptions = new(json.Settings);
        LitestarJson.Join(WriteOptions);
        WriteOptions.MakeReadOnly();
    }

    /// <summary>Creates the JSON of an app from its services, those of an application with <c>MapLitestar</c> included.</summary>
    /// <param name="services">The app's services.</param>
    public static HandlerJson Of(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        return new(LitestarJson.Of(services));
    }

    /// <summary>
    /// The options for reading a body: those of <c>ConfigureHttpJsonOptions</c>, and a member is required unless it is nullable or
    /// has a default. Text with NUL and undeclared enum members are faults.
    /// </summary>
    /// <remarks>Rules, validators and nulls among the items of a list are not checked. Read-only.</remarks>
    public JsonSerializerOptions ReadOptions { get; }

    /// <summary>The options for writing a result: those of <c>ConfigureHttpJsonOptions</c>. Read-only.</summary>
    public JsonSerializerOptions WriteOptions { get; }

    /// <summary>Returns the metadata of a type for reading: <c>JsonSerializer.Deserialize(text, json.ForReading&lt;Note&gt;())</c>.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <exception cref="InvalidOperationException">There is no metadata for the type; the message names it.</exception>
    public JsonTypeInfo<T> ForReading<T>() => TypeInfo<T>(ReadOptions);

    /// <summary>Returns the metadata of a type for writing: <c>JsonSerializer.Serialize(note, json.ForWriting&lt;Note&gt;())</c>.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <exception cref="InvalidOperationException">There is no metadata for the type; the message names it.</exception>
    public JsonTypeInfo<T> ForWriting<T>() => TypeInfo<T>(WriteOptions);

    private static JsonTypeInfo<T> TypeInfo<T>(JsonSerializerOptions options) => options.TryGetTypeInfo(typeof(T), out var info)
        ? (JsonTypeInfo<T>)info
        : throw new InvalidOperationException(
            $"No JSON metadata is known for '{typeof(T)}'. Let a handler take or return it, or add a JsonSerializerContext that has it with ConfigureHttpJsonOptions.");
}
