using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Litestar.Errors;

namespace Litestar.Json;

/// <summary>Translates the errors of System.Text.Json into messages for clients.</summary>
internal static class JsonErrorTranslator
{
    // The text that System.Text.Json adds to its own messages.
    private const string Place = " Path: $";

    // The messages for a member that no type declares, and for a repeated one. Neither ends with the path.
    private const string Unmapped = " could not be mapped to any .NET member contained in type ", Duplicate = "Duplicate propert", Deserialization = " during deserialization";

    /// <summary>Returns the faults of an exception that was thrown while a value was read.</summary>
    /// <param name="rejection">The exception.</param>
    /// <param name="type">The type that the value was read as.</param>
    /// <param name="path">The path of the value.</param>
    /// <param name="value">The value; null if it is not available any more.</param>
    public static IEnumerable<Fault> Of(Exception rejection, JsonTypeInfo type, string path, JsonElement? value) => rejection switch
    {
        NullItemException found => [BodyFaults.Null(found.Place)],
        NullMemberException { Member: var member } found => [BodyFaults.Null(PathOf(found, path, member))],
        ClientValueExceptions { Member: { } member } found => [BodyFaults.Said(PathOf(found, path, member), found.Message)],
        ClientValueExceptions or NulCharacterException => [FaultOf((JsonException)rejection, type, path)],
        // Only the reader itself, which knows no types, has an inner JsonException: the text is malformed.
        JsonException { InnerException: JsonException } or JsonException { Path: null } => [BodyFaults.Malformed((JsonException)rejection, type.Options)],
        JsonException exception when exception.Message.Contains(Unmapped, StringComparison.Ordinal) => [BodyFaults.MemberUnknown(JsonPath.Below(path, exception.Path))],
        JsonException exception when IsDuplicate(exception.Message) => [BodyFaults.MemberRepeated(JsonPath.Below(path, exception.Path))],
        JsonException exception when !IsTheirs(exception, type) => [FaultOf(exception, type, path)],
        JsonException exception => Unreadable(exception, type, path, value),
        _ when ClientValueExceptions.Is(rejection) => [BodyFaults.Said(PathOf(rejection, type, path), ClientValueExceptions.Words(rejection))],
        _ => [BodyFaults.MemberUnreadable(path, texts => Expected(type, texts), value is { } got ? Excerpt.Of(got) : null, BareOf(type))],
    };

    /// <summary>Returns the description of a type for a client.</summary>
    public static string Expected(JsonTypeInfo? type, RejectionTexts texts) => type?.Kind switch
    {
        JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => "an object",
        JsonTypeInfoKind.Enumerable => "an array",
        _ => texts.Expected(type?.Type ?? typeof(object)),
    };

    private static Type? BareOf(JsonTypeInfo? type) => type is null ? null : Nullable.GetUnderlyingType(type.Type) ?? type.Type;

    // System.Text.Json's messages end with the path, or name C# types: the user's own do neither.
    private static bool IsTheirs(JsonException rejection, JsonTypeInfo type) =>
        rejection.Message.Contains(Place, StringComparison.Ordinal)
        || (JsonPath.Find(type, rejection.Path).Type is { } expected && rejection.Message.Contains($"'{expected.Type}'", StringComparison.Ordinal));

    private static bool IsDuplicate(string message) => message.StartsWith(Duplicate, StringComparison.Ordinal) && message.Contains(Deserialization, StringComparison.Ordinal);

    private static Fault FaultOf(JsonException rejection, JsonTypeInfo type, string path)
    {
        var at = JsonPath.Below(path, rejection.Path);
        return rejection is NulCharacterException ? BodyFaults.Nul(at)
            : rejection.Message is "" ? BodyFaults.MemberUnreadable(at, texts => Expected(JsonPath.Find(type, rejection.Path).Type, texts), null)
            : BodyFaults.Said(at, rejection.Message);
    }

    private static IEnumerable<Fault> Unreadable(JsonException rejection, JsonTypeInfo type, string path, JsonElement? value)
    {
        var at = JsonPath.Below(path, rejection.Path);
        var (expected, member) = JsonPath.Find(type, rejection.Path);
        var missing = expected?.Kind is JsonTypeInfoKind.Object
            ? expected.Properties.Where(one => one.IsRequired && rejection.Message.Contains($"'{one.Name}'", StringComparison.Ordinal)).ToList()
            : [];
        if (missing.Count > 0)
        {
            return missing.Select(one => BodyFaults.MemberMissing(JsonPath.Of(at, one.Name)));
        }

        var got = value is { } whole ? JsonPath.Find(whole, rejection.Path) : null;
        return got?.ValueKind is JsonValueKind.Null || (member is not null && !IsNullable(member) && rejection.Message.Contains(" null ", StringComparison.Ordinal))
            ? [BodyFaults.Null(at)]
            : [BodyFaults.MemberUnreadable(at, texts => Expected(expected, texts), got is { } shown ? Excerpt.Of(shown) : null, BareOf(expected))];
    }

    /// <summary>Returns true if a member may be null.</summary>
    public static bool IsNullable(JsonPropertyInfo member) =>
        member.PropertyType.IsValueType ? Nullable.GetUnderlyingType(member.PropertyType) is not null
        : !member.Options.RespectNullableAnnotations ? true
        : member.AssociatedParameter is { } parameter ? parameter.IsNullable
        : member.IsSetNullable;

    // For an object that is created after all its members are read, System.Text.Json reports the path of the object.
    private static string PathOf(JsonException rejection, string path, string member) =>
        JsonPath.Below(path, rejection.Path) is var at && at.EndsWith(member, StringComparison.Ordinal) ? at : JsonPath.Of(at, member);

    // A constructor that rejects one of its parameters means the member with that name.
    private static string PathOf(Exception mistake, JsonTypeInfo type, string path) =>
        mistake is ArgumentException { ParamName: { Length: > 0 } name } && type.Kind is JsonTypeInfoKind.Object
        && type.Properties.FirstOrDefault(member => name.Equals(member.AssociatedParameter?.Name, StringComparison.OrdinalIgnoreCase)) is { } member
            ? JsonPath.Of(path, member.Name)
            : path;
}
