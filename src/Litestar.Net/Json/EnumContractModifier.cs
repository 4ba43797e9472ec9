using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Litestar.Generated;

namespace Litestar.Json;

/// <summary>Makes <see cref="EnumJsonType"/> read every enum in handlers' JSON, including keys and items of collections.</summary>
/// <param name="settings">The user's settings.</param>
internal sealed class EnumContractModifier(JsonSerializerOptions settings) : JsonConverterFactory
{
    public override bool CanConvert(Type type) => HandlerRegistry.EnumOf(type) is not null;

    public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) => HandlerRegistry.EnumOf(type)!.Converter(settings);

    /// <summary>Modifies the metadata of every type that a handler reads: a converter on a member wins over all others.</summary>
    public static void Apply(JsonTypeInfo type)
    {
        foreach (var member in type.Kind is JsonTypeInfoKind.Object ? type.Properties : [])
        {
            if (member.CustomConverter is { } own && HandlerRegistry.EnumOf(Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType) is { } known)
            {
                var made = own is JsonConverterFactory factory ? factory.CreateConverter(member.PropertyType, type.Options) : own;
                member.CustomConverter = made is null ? own : known.Declared(made) ?? own;
            }
        }
    }
}
