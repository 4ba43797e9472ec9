using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Litestar.Generated;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Litestar.Json;

/// <summary>The JSON settings of one app: ASP.NET Core's settings, with the metadata that was generated for the handlers' types.</summary>
internal sealed class LitestarJson
{
    private readonly Lazy<JsonReadSettings> _declared;

    private LitestarJson(JsonSerializerOptions settings)
    {
        Settings = settings;
        Strict = new(settings, isStrict: true);
        _declared = new(() => new(settings, isStrict: false));
        Writing = ForWriting(settings);
        Writer = new()
        {
            Encoder = settings.Encoder,
            Indented = settings.WriteIndented,
            IndentCharacter = settings.IndentCharacter,
            IndentSize = settings.IndentSize,
            MaxDepth = settings.MaxDepth,
            NewLine = settings.NewLine,
            SkipValidation = true,
        };
    }

    /// <summary>The settings for reading bodies: a <c>string</c> member may be neither missing nor null.</summary>
    public JsonReadSettings Strict { get; }

    /// <summary>The settings for reading bodies when members are required only if their type says so.</summary>
    public JsonReadSettings Declared => _declared.Value;

    /// <summary>
    /// The settings for writing a whole value: the user's settings, or a copy without their encoder, which is in
    /// <see cref="Writer"/>.
    /// </summary>
    public JsonSerializerOptions Writing { get; }

    /// <summary>The user's settings.</summary>
    public JsonSerializerOptions Settings { get; }

    /// <summary>The settings of the JSON writer.</summary>
    public JsonWriterOptions Writer { get; }

    /// <summary>Returns the JSON settings of an app, as <c>ConfigureHttpJsonOptions</c> configured them.</summary>
    public static LitestarJson Of(IServiceProvider services)
    {
        var settings = services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        Join(settings);
        return new(settings);
    }

    // Generated metadata comes after the user's own contexts, and before the reflection of a JIT process.
    internal static void Join(JsonSerializerOptions options)
    {
        if (options.IsReadOnly)
        {
            return;
        }

        var chain = options.TypeInfoResolverChain;
        foreach (var resolver in HandlerRegistry.JsonResolvers.Where(resolver => !chain.Contains(resolver)))
        {
            var reflection = chain.ToList().FindIndex(existing => existing is DefaultJsonTypeInfoResolver);
            chain.Insert(reflection < 0 ? chain.Count : reflection, resolver);
        }

        options.TypeInfoResolver ??= new EmptyResolver();
    }

    // System.Text.Json's generated fast path for whole objects is only used by options without an encoder. It writes members by our
    // own metadata, whatever the user's contexts declare for their types: if there are any contexts, it cannot be used.
    private static JsonSerializerOptions ForWriting(JsonSerializerOptions settings)
    {
        if (settings.TypeInfoResolverChain.Any(resolver => resolver is not (DefaultJsonTypeInfoResolver or EmptyResolver) && !HandlerRegistry.JsonResolvers.Contains(resolver)))
        {
            return settings;
        }

        var options = new JsonSerializerOptions(settings) { Encoder = null };
        Join(options);
        options.MakeReadOnly();
        return options;
    }

    // An app without any JSON type still needs options with a resolver.
    private sealed class EmptyResolver : IJsonTypeInfoResolver
    {
        public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) => null;
    }
}
