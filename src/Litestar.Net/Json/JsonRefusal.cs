using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Litestar.Rejections;

namespace Litestar.Json;

/// <summary>Says in the client's words what System.Text.Json says in C#'s.</summary>
internal static class JsonRefusal
{
    // What System.Text.Json puts behind sentences of its own.
    private const string Place = " Path: $";

    // What it says of a member that no type declares, and of one that comes twice. Neither ends with the place.
    private const string Unmapped = " could not be mapped to any .NET member contained in type ", Duplicate = "Duplicate propert", Deserialization = " during deserialization";

    /// <summary>What an exception tells of, which was thrown while a value was read.</summary>
    /// <param name="refusal">The exception.</param>
    /// <param name="type">The type that the value was read as.</param>
    /// <param name="path">Where the value stands.</param>
    /// <param name="value">The value; none where it is not at hand any more.</param>
    public static IEnumerable<Fault> Of(Exception refusal, JsonTypeInfo type, string path, JsonElement? value) => refusal switch
    {
        NullItem found => [BodyFaults.Null(found.Place)],
        NullInMember { Member: var member } found => [BodyFaults.Null(PathOf(found, path, member))],
        ClientMistake { Member: { } member } found => [BodyFaults.Said(PathOf(found, path, member), found.Message)],
        ClientMistake or NulInText => [Told((JsonException)refusal, type, path)],
        // Only the reader itself, which knows no types, puts another JsonException inside: that is malformed text.
        JsonException { InnerException: JsonException } or JsonException { Path: null } => [BodyFaults.Malformed((JsonException)refusal, type.Options)],
        JsonException exception when exception.Message.Contains(Unmapped, StringComparison.Ordinal) => [BodyFaults.MemberUnknown(JsonPath.Below(path, exception.Path))],
        JsonException exception when IsDuplicate(exception.Message) => [BodyFaults.MemberRepeated(JsonPath.Below(path, exception.Path))],
        JsonException exception when !IsTheirs(exception, type) => [Told(exception, type, path)],
        JsonException exception => Unreadable(exception, type, path, value),
        _ when ClientMistake.Is(refusal) => [BodyFaults.Said(PathOf(refusal, type, path), ClientMistake.Words(refusal))],
        _ => [BodyFaults.MemberUnreadable(path, texts => Expected(type, texts), value is { } got ? Excerpt.Of(got) : null, BareOf(type))],
    };

    /// <summary>What a type is to a client.</summary>
    public static string Expected(JsonTypeInfo? type, RejectionTexts texts) => type?.Kind switch
    {
        JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => "an object",
        JsonTypeInfoKind.Enumerable => "an array",
        _ => texts.Expected(type?.Type ?? typeof(object)),
    };

    private static Type? BareOf(JsonTypeInfo? type) => type is null ? null : Nullable.GetUnderlyingType(type.Type) ?? type.Type;

    // Their sentences end with the place, or name C# types: the user's own do neither.
    private static bool IsTheirs(JsonException refusal, JsonTypeInfo type) =>
        refusal.Message.Contains(Place, StringComparison.Ordinal)
        || (JsonPath.Find(type, refusal.Path).Type is { } expected && refusal.Message.Contains($"'{expected.Type}'", StringComparison.Ordinal));

    private static bool IsDuplicate(string message) => message.StartsWith(Duplicate, StringComparison.Ordinal) && message.Contains(Deserialization, StringComparison.Ordinal);

    private static Fault Told(JsonException refusal, JsonTypeInfo type, string path)
    {
        var at = JsonPath.Below(path, refusal.Path);
        return refusal is NulInText ? BodyFaults.Nul(at)
            : refusal.Message is "" ? BodyFaults.MemberUnreadable(at, texts => Expected(JsonPath.Find(type, refusal.Path).Type, texts), null)
            : BodyFaults.Said(at, refusal.Message);
    }

    private static IEnumerable<Fault> Unreadable(JsonException refusal, JsonTypeInfo type, string path, JsonElement? value)
    {
        var at = JsonPath.Below(path, refusal.Path);
        var (expected, member) = JsonPath.Find(type, refusal.Path);
        var missing = expected?.Kind is JsonTypeInfoKind.Object
            ? expected.Properties.Where(one => one.IsRequired && refusal.Message.Contains($"'{one.Name}'", StringComparison.Ordinal)).ToList()
            : [];
        if (missing.Count > 0)
        {
            return missing.Select(one => BodyFaults.MemberMissing(JsonPath.Of(at, one.Name)));
        }

        var got = value is { } whole ? JsonPath.Find(whole, refusal.Path) : null;
        return got?.ValueKind is JsonValueKind.Null || (member is not null && !IsNullable(member) && refusal.Message.Contains(" null ", StringComparison.Ordinal))
            ? [BodyFaults.Null(at)]
            : [BodyFaults.MemberUnreadable(at, texts => Expected(expected, texts), got is { } shown ? Excerpt.Of(shown) : null, BareOf(expected))];
    }

    /// <summary>Whether a member may be null.</summary>
    public static bool IsNullable(JsonPropertyInfo member) =>
        member.PropertyType.IsValueType ? Nullable.GetUnderlyingType(member.PropertyType) is not null
        : !member.Options.RespectNullableAnnotations ? true
        : member.AssociatedParameter is { } parameter ? parameter.IsNullable
        : member.IsSetNullable;

    // Where an object is made once all its members are read, System.Text.Json tells the place of the object.
    private static string PathOf(JsonException refusal, string path, string member) =>
        JsonPath.Below(path, refusal.Path) is var at && at.EndsWith(member, StringComparison.Ordinal) ? at : JsonPath.Of(at, member);

    // A constructor that refuses one of its parameters means the member of that name.
    private static string PathOf(Exception mistake, JsonTypeInfo type, string path) =>
        mistake is ArgumentException { ParamName: { Length: > 0 } name } && type.Kind is JsonTypeInfoKind.Object
        && type.Properties.FirstOrDefault(member => name.Equals(member.AssociatedParameter?.Name, StringComparison.OrdinalIgnoreCase)) is { } member
            ? JsonPath.Of(path, member.Name)
            : path;
}
