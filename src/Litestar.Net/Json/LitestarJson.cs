using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Litestar.Generated;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Litestar.Json;

/// <summary>The JSON of an app: ASP.NET Core's settings, with the metadata that was generated for the handlers' types.</summary>
internal static class LitestarJson
{
    /// <summary>Puts generated metadata behind the user's own contexts, and before the reflection that a JIT process falls back to.</summary>
    public static void Join(JsonSerializerOptions options)
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
    }

    /// <summary>
    /// The options handlers read and write with: those of <c>ConfigureHttpJsonOptions</c>, and with a <c>string</c> member
    /// that may be neither absent nor null.
    /// </summary>
    public static JsonSerializerOptions OptionsOf(IServiceProvider services)
    {
        var shared = services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        Join(shared);
        var options = new JsonSerializerOptions(shared)
        {
            RespectNullableAnnotations = true,
        };
        Join(options);
        options.TypeInfoResolver = (options.TypeInfoResolver ?? new EmptyResolver()).WithAddedModifier(RequiredMembers.Apply);
        options.MakeReadOnly();
        return options;
    }

    // An app without any JSON type still needs options that can be asked.
    private sealed class EmptyResolver : IJsonTypeInfoResolver
    {
        public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) => null;
    }
}
