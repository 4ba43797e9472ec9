using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Litestar.Validation;

namespace Litestar.Json;

/// <summary>How the JSON bodies of some handlers of an app are read.</summary>
internal sealed class JsonReading
{
    private readonly JsonSerializerOptions _settings;
    private readonly bool _isStrict;
    private readonly Lazy<JsonSerializerOptions> _careful;
    private readonly Lazy<JsonSerializerOptions> _quick;

    /// <param name="settings">The settings as the user left them.</param>
    /// <param name="isStrict">Whether a member may be neither absent nor null unless it is nullable or defaulted; else the settings and the words of its type decide.</param>
    public JsonReading(JsonSerializerOptions settings, bool isStrict)
    {
        (_settings, _isStrict) = (settings, isStrict);
        Options = Made();
        Options.MakeReadOnly();
        _careful = new(ForCare);
        _quick = new(ForSpeed);
        Names = new(Options);
    }

    /// <summary>The settings for a body.</summary>
    public JsonSerializerOptions Options { get; }

    /// <summary>Settings for bodies that are as they should be: what must come is looked for as objects are made, and <see cref="SuspectedAbsence"/> thrown where it seems missing.</summary>
    public JsonSerializerOptions Quick => _quick.Value;

    /// <summary>Settings for bodies of which something is suspect or wrong: no NUL passes, and what a setter throws is told its path.</summary>
    public JsonSerializerOptions Careful => _careful.Value;

    /// <summary>What clients call the members of bodies.</summary>
    public BodyNames Names { get; }

    private JsonSerializerOptions ForSpeed()
    {
        var options = Made();
        options.TypeInfoResolver = options.TypeInfoResolver!.WithAddedModifier(Presence.Add(options).Apply);
        options.MakeReadOnly();
        return options;
    }

    private JsonSerializerOptions Made()
    {
        var options = new JsonSerializerOptions(_settings) { AllowOutOfOrderMetadataProperties = true };
        options.RespectNullableAnnotations |= _isStrict;
        LitestarJson.Join(options);
        options.Converters.Insert(0, new EnumReading(new(options)));
        FiniteNumbers.Add(options);
        options.TypeInfoResolver = options.TypeInfoResolver!
            .WithAddedModifier(_isStrict ? RequiredMembers.Apply : RequiredMembers.ApplyDeclared)
            .WithAddedModifier(EnumReading.Apply)
            .WithAddedModifier(FiniteNumbers.Apply);
        return options;
    }

    private JsonSerializerOptions ForCare()
    {
        var options = new JsonSerializerOptions(Options);
        options.Converters.Insert(0, new CleanText(Own(JsonMetadataServices.StringConverter)));
        options.Converters.Insert(0, new CleanDocuments(new(Options)));
        options.Converters.Insert(0, new CleanCharacter(Own(JsonMetadataServices.CharConverter)));
        options.TypeInfoResolver = options.TypeInfoResolver!.WithAddedModifier(CarefulSetters.Apply);
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
