using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Litestar.Generated;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Litestar.Json;

/// <summary>The JSON of one app: ASP.NET Core's settings, with the metadata that was generated for the handlers' types.</summary>
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

    /// <summary>How bodies are read: a <c>string</c> member may be neither absent nor null.</summary>
    public JsonReadSettings Strict { get; }

    /// <summary>How bodies are read where members must come only if their type says so.</summary>
    public JsonReadSettings Declared => _declared.Value;

    /// <summary>How a value is written that is whole: the user's settings, or a copy without their encoder, which <see cref="Writer"/> carries.</summary>
    public JsonSerializerOptions Writing { get; }

    /// <summary>The settings as the user left them.</summary>
    public JsonSerializerOptions Settings { get; }

    /// <summary>The settings of the writer itself.</summary>
    public JsonWriterOptions Writer { get; }

    /// <summary>The JSON of an app, as <c>ConfigureHttpJsonOptions</c> left it.</summary>
    public static LitestarJson Of(IServiceProvider services)
    {
        var settings = services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        Join(settings);
        return new(settings);
    }

    // Generated metadata stands behind the user's own contexts, and before the reflection that a JIT process falls back to.
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

    // The code that System.Text.Json generates to write a whole object at once is only used by options without an encoder.
    // It writes members by our own metadata, whatever the user's contexts say of their types: where there are any, it is not for us.
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

    // An app without any JSON type still needs options that can be asked.
    private sealed class EmptyResolver : IJsonTypeInfoResolver
    {
        public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) => null;
    }
}
