using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Litestar.Validation;

namespace Litestar.Json;

/// <summary>How the JSON bodies of some handlers of an app are read.</summary>
internal sealed class JsonReadSettings
{
    private readonly JsonSerializerOptions _settings;
    private readonly bool _isStrict;
    private readonly Lazy<JsonSerializerOptions> _careful;
    private readonly Lazy<JsonSerializerOptions> _quick;

    /// <param name="settings">The settings as the user left them.</param>
    /// <param name="isStrict">Whether a member may be neither absent nor null unless it is nullable or defaulted; else the settings and the words of its type decide.</param>
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

    /// <summary>Settings for bodies that are as they should be: what must come is looked for as objects are made, and <see cref="MissingArgumentException"/> thrown where it seems missing.</summary>
    public JsonSerializerOptions Quick => _quick.Value;

    /// <summary>Settings for bodies of which something is suspect or wrong: no NUL passes, and what a setter throws is told its path.</summary>
    public JsonSerializerOptions Careful => _careful.Value;

    /// <summary>What clients call the members of bodies.</summary>
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
