using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Litestar.Validation;

namespace Litestar.Json;

/// <summary>The settings for reading the JSON bodies of some handlers of an app.</summary>
internal sealed class JsonReadSettings
{
    private readonly JsonSerializerOptions _settings;
    private readonly bool _isStrict;
    private readonly Lazy<JsonSerializerOptions> _careful;
    private readonly Lazy<JsonSerializerOptions> _quick;

    /// <param name="settings">The user's settings.</param>
    /// <param name="isStrict">
    /// True if a member may be neither missing nor null unless it is nullable or defaulted; else the settings and the
    /// type's own declarations decide.
    /// </param>
    public JsonReadSettings(JsonSerializerOptions settings, bool isStrict)
    {
        (_settings, _isStrict) = (settings, isStrict);
        Options = CreateOptions();
        Options.MakeReadOnly();
        _careful = new(ForCare);
        _quick = new(ForSpeed);
        Names = new(Options);
    }

    /// <summary>The settings for a body.</summary>
    public JsonSerializerOptions Options { get; }

    /// <summary>
    /// The settings for valid bodies: required arguments are checked when objects are created, and
    /// <see cref="MissingArgumentException"/> is thrown if one seems to be missing.
    /// </summary>
    public JsonSerializerOptions Quick => _quick.Value;

    /// <summary>The settings for suspect or faulty bodies: they reject NUL, and the exception of a setter gets its path.</summary>
    public JsonSerializerOptions Careful => _careful.Value;

    /// <summary>The names of body members on the wire.</summary>
    public JsonWireNames Names { get; }

    private JsonSerializerOptions ForSpeed()
    {
        var options = CreateOptions();
        options.TypeInfoResolver = options.TypeInfoResolver!.WithAddedModifier(ConstructorArgumentChecks.Add(options).Apply);
        options.MakeReadOnly();
        return options;
    }

    private JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions(_settings) { AllowOutOfOrderMetadataProperties = true };
        options.RespectNullableAnnotations |= _isStrict;
        LitestarJson.Join(options);
        options.Converters.Insert(0, new EnumContractModifier(new(options)));
        FiniteNumberModifier.Add(options);
        options.TypeInfoResolver = options.TypeInfoResolver!
            .WithAddedModifier(_isStrict ? RequiredMemberModifier.Apply : RequiredMemberModifier.ApplyDeclared)
            .WithAddedModifier(EnumContractModifier.Apply)
            .WithAddedModifier(FiniteNumberModifier.Apply);
        return options;
    }

    private JsonSerializerOptions ForCare()
    {
        var options = new JsonSerializerOptions(Options);
        options.Converters.Insert(0, new NulRejectingConverter(Own(JsonMetadataServices.StringConverter)));
        options.Converters.Insert(0, new NulRejectingDocumentFactory(new(Options)));
        options.Converters.Insert(0, new NulRejectingCharConverter(Own(JsonMetadataServices.CharConverter)));
        options.TypeInfoResolver = options.TypeInfoResolver!.WithAddedModifier(SetterExceptionTranslator.Apply);
        options.MakeReadOnly();
        return options;
    }

    private JsonConverter<T> Own<T>(JsonConverter<T> otherwise) => Options.Converters.FirstOrDefault(converter => converter.CanConvert(typeof(T))) switch
    {
        JsonConverter<T> own => own,
        JsonConverterFactory factory => factory.CreateConverter(typeof(T), Options) as JsonConverter<T> ?? otherwise,
        _ => otherwise,
    };
}
