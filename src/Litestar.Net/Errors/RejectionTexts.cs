using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Numerics;
using Litestar.Binding;

namespace Litestar;

/// <summary>The sentences of all rejections. To change them, derive from this class and register the derived class.</summary>
/// <remarks>
/// <c>builder.Services.AddSingleton&lt;RejectionTexts, GermanTexts&gt;()</c> replaces them for an app. Values from the client
/// are passed already shortened and without control characters.
/// </remarks>
public class RejectionTexts
{
    /// <summary>404: no route has this path.</summary>
    /// <param name="path">The path of the request.</param>
    public virtual string NotFound(string path) => $"Nothing is found at '{path}'.";

    /// <summary>405: a route has this path, but not this method.</summary>
    /// <param name="path">The path of the request.</param>
    /// <param name="method">The method of the request.</param>
    /// <param name="allowed">The methods of the path, joined by commas.</param>
    public virtual string MethodNotAllowed(string path, string method, string allowed) => $"'{path}' does not answer {method}; it answers {allowed}.";

    /// <summary>401: the caller is anonymous.</summary>
    public virtual string AuthenticationRequired => "Authentication is required.";

    /// <summary>403: the caller is known, and has no permission.</summary>
    public virtual string PermissionDenied => "Permission is denied.";

    /// <summary>400: a remote sign-in was forged, replayed, rejected, or started elsewhere.</summary>
    public virtual string SignInFailed => "The sign-in has failed. Begin it again.";

    /// <summary>400: the host name of the request is not in <c>AllowedHosts</c>.</summary>
    public virtual string HostNotAllowed => "The host name of this request is not served here.";

    /// <summary>429: the caller exceeds the route's rate limit.</summary>
    public virtual string TooManyRequests => "Too many requests.";

    /// <summary>504: the handler did not end within the route's timeout.</summary>
    public virtual string TimedOut => "The server did not answer this request in time.";

    /// <summary>503: all threads for blocking functions are in use, and their queue is full.</summary>
    public virtual string TooBusy => "The server is too busy to answer this request now.";

    /// <summary>504: the client accepts only a stored response (<c>Cache-Control: only-if-cached</c>), and none is stored.</summary>
    public virtual string NotStored => "No stored response to this request is available.";

    /// <summary>503: the app stops, and a stream had not begun.</summary>
    public virtual string Stopping => "The server is stopping.";

    /// <summary>500: an unexpected exception.</summary>
    public virtual string ServerFailed => "The server failed to answer this request.";

    /// <summary>A required value is missing.</summary>
    /// <param name="source">The source of the value.</param>
    /// <param name="name">Its name on the wire; in a body, the path of the member, empty for the body itself.</param>
    public virtual string Missing(RequestSource source, string name) =>
        source is RequestSource.Body ? $"Missing required member '{name}'." : $"Missing required {Word(source)} '{name}'.";

    /// <summary>A value cannot be read as its type.</summary>
    /// <param name="source">The source of the value.</param>
    /// <param name="name">Its name on the wire; in a body, the path of the member, empty for the body itself.</param>
    /// <param name="expected">The expected value, such as <c>a whole number from 1 to 5</c>.</param>
    /// <param name="got">The received value, shortened.</param>
    public virtual string Unreadable(RequestSource source, string name, string expected, string got) =>
        name is "" ? $"The body must be {expected}, not {got}."
        : source is RequestSource.Body ? $"Member '{name}' must be {expected}, not {got}."
        : $"{Capital(Word(source))} '{name}' must be {expected}, not '{got}'.";

    /// <summary>A member of a body cannot be read as its type, and the received value is not available any more.</summary>
    /// <param name="name">Its name on the wire; in a body, the path of the member, empty for the body itself.</param>
    /// <param name="expected">The expected value, such as <c>a whole number from 1 to 5</c>.</param>
    public virtual string Unreadable(string name, string expected) => name is "" ? $"The body must be {expected}." : $"Member '{name}' must be {expected}.";

    /// <summary>A key in a body cannot be read as the key type of this member.</summary>
    /// <param name="name">Its name on the wire; in a body, the path of the member, empty for the body itself.</param>
    /// <param name="expected">The expected value, such as <c>a whole number from 1 to 5</c>.</param>
    /// <param name="got">The received value, shortened.</param>
    public virtual string UnreadableKey(string name, string expected, string got) =>
        name is "" ? $"The body's keys must each be {expected}, not '{got}'." : $"The keys of member '{name}' must each be {expected}, not '{got}'.";

    /// <summary>A member is not declared by its type, and <c>UnmappedMemberHandling</c> disallows these.</summary>
    /// <param name="name">The path of the member.</param>
    public virtual string UnknownMember(string name) => $"Member '{name}' is not known.";

    /// <summary>A member or key is repeated, and <c>AllowDuplicateProperties</c> is false.</summary>
    /// <param name="name">The path of the member.</param>
    public virtual string RepeatedMember(string name) => $"Member '{name}' comes more than once.";

    /// <summary>A value is null, but must not be.</summary>
    /// <param name="name">Its name on the wire; in a body, the path of the member, empty for the body itself.</param>
    public virtual string Null(string name) => name is "" ? "The body is null where a value is required." : $"Member '{name}' must not be null.";

    /// <summary>A value is not valid percent-encoded UTF-8.</summary>
    /// <param name="source">The source of the value.</param>
    /// <param name="name">Its name on the wire; in a body, the path of the member, empty for the body itself.</param>
    /// <param name="got">The received value, shortened.</param>
    public virtual string BrokenEncoding(RequestSource source, string name, string got) => $"{Capital(Word(source))} '{name}' is not valid percent-encoded UTF-8: '{got}'.";

    /// <summary>A value contains U+0000.</summary>
    /// <param name="source">The source of the value.</param>
    /// <param name="name">Its name on the wire; in a body, the path of the member, empty for the body itself.</param>
    public virtual string Nul(RequestSource source, string name) => $"{Capital(Word(source))} '{name}' contains a NUL character.";

    /// <summary>A required body is missing.</summary>
    public virtual string BodyMissing => "A JSON body is required, and none came.";

    /// <summary>The body is not well-formed.</summary>
    /// <param name="line">The line, from 1.</param>
    /// <param name="position">The position in the line, from 1.</param>
    public virtual string BodyMalformed(long line, long position) => $"The body is not well-formed JSON: line {line}, position {position}.";

    /// <summary>The body's objects and arrays are nested too deeply.</summary>
    /// <param name="limit">The maximum number of levels.</param>
    public virtual string BodyTooDeep(int limit) => $"The body is nested deeper than the {limit} levels that are accepted.";

    /// <summary>The body's bytes are not UTF-8.</summary>
    public virtual string BodyNotUtf8 => "The body is not valid UTF-8.";

    /// <summary>415: the body's media type is not supported.</summary>
    /// <param name="mediaType">The request's media type; null if it has none.</param>
    /// <param name="accepted">The supported media types.</param>
    public virtual string MediaTypeNotAccepted(string? mediaType, string accepted) => mediaType is null
        ? $"The body has no Content-Type; {accepted} is accepted."
        : $"The body's Content-Type '{mediaType}' cannot be read; {accepted} is accepted.";

    /// <summary>413: the body is too large.</summary>
    /// <param name="limit">The maximum number of bytes, if it is known.</param>
    public virtual string BodyTooLarge(long? limit) => limit is null ? "The body is larger than is accepted." : $"The body is larger than the {limit} bytes that are accepted.";

    /// <summary>400: the form's syntax is broken. The reason is ASP.NET Core's own.</summary>
    /// <param name="reason">The fault in the form.</param>
    public virtual string FormMalformed(string reason) => $"The form is not well-formed: {reason}";

    /// <summary>400: the form is incomplete.</summary>
    public virtual string FormIncomplete => "The form ends before its closing boundary.";

    /// <summary>415: the form or one of its fields has a charset that .NET does not read, such as UTF-7.</summary>
    public virtual string FormCharsetNotAccepted => "The charset of the form or of one of its fields cannot be read.";

    /// <summary>413: the form has too many fields, files or parts.</summary>
    /// <param name="limit">The maximum number.</param>
    public virtual string FormTooManyFields(long? limit) => $"The form has more than the {limit} fields that are accepted.";

    /// <summary>413: the name or the value of a field is too long.</summary>
    /// <param name="limit">The maximum number of characters.</param>
    public virtual string FormFieldTooLong(long? limit) => $"A field of the form is longer than the {limit} characters that are accepted.";

    /// <summary>413: the name or the value of a field is too long, and which of them is not known.</summary>
    /// <param name="nameLimit">The maximum number of characters of a name.</param>
    /// <param name="valueLimit">The maximum number of characters of a value.</param>
    public virtual string FormFieldTooLong(long nameLimit, long valueLimit) =>
        $"A field of the form is longer than the {nameLimit} characters that are accepted of its name, or the {valueLimit} of its value.";

    /// <summary>413: one part of a multipart form is too large.</summary>
    /// <param name="limit">The maximum number of bytes.</param>
    public virtual string FormPartTooLarge(long? limit) => $"A part of the form is larger than the {limit} bytes that are accepted.";

    /// <summary>413: the headers of one part of a multipart form are too many or too long.</summary>
    /// <param name="limit">The limit: a count, or a length in characters.</param>
    public virtual string FormHeadersTooLong(long? limit) => $"The headers of a part of the form exceed the {limit} that are accepted.";

    /// <summary>400: the antiforgery token that the route requires is missing or wrong.</summary>
    public virtual string AntiforgeryInvalid => "The form's antiforgery token is missing or not valid.";

    /// <summary>The detail of a response with more than one fault.</summary>
    /// <param name="faults">The sentence of each fault.</param>
    public virtual string Several(IReadOnlyList<string> faults) => string.Join(' ', [$"The request has {faults.Count} faults:", .. faults]);

    /// <summary>400: the check of a value exceeded the time limit of a rule, most often of a pattern.</summary>
    /// <param name="source">The source of the value.</param>
    /// <param name="name">Its name on the wire; in a body, the path of the member, empty for the body itself.</param>
    public virtual string RuleTimedOut(RequestSource source, string name) =>
        name is "" ? "The request could not be checked in time." : $"{Capital(Word(source))} '{name}' could not be checked in time.";

    /// <summary>400: a value has broken a rule without its own message: neither <c>ErrorMessage</c> nor a resource.</summary>
    /// <remarks>
    /// <c>rule switch { RequiredAttribute => $"'{name}' fehlt.", RangeAttribute range => …, _ => base.RuleBroken(rule, name) }</c>
    /// words each type of attribute in one place.
    /// </remarks>
    /// <param name="rule">The attribute as in the source.</param>
    /// <param name="name">The name of the value in the sentence: its name on the wire, or that of <c>[Display]</c>.</param>
    /// <returns>The sentence; null for the attribute's default message, in .NET's words.</returns>
    public virtual string? RuleBroken(ValidationAttribute rule, string name) => null;

    /// <summary>The end of the detail of a response that does not list all faults.</summary>
    /// <param name="told">The number of listed faults.</param>
    public virtual string MoreFaults(int told) => "More faults were found than are listed here.";

    /// <summary>Returns a description of a type's values, to follow "must be": <c>a whole number from 0 to 255</c>.</summary>
    /// <param name="type">A type that is read from text.</param>
    public virtual string Expected(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsEnum ? OneOf(type) : Type.GetTypeCode(type) switch
        {
            TypeCode.Byte => Whole(byte.MinValue, byte.MaxValue),
            TypeCode.SByte => Whole(sbyte.MinValue, sbyte.MaxValue),
            TypeCode.Int16 => Whole(short.MinValue, short.MaxValue),
            TypeCode.UInt16 => Whole(ushort.MinValue, ushort.MaxValue),
            TypeCode.Int32 => Whole(int.MinValue, int.MaxValue),
            TypeCode.UInt32 => Whole(uint.MinValue, uint.MaxValue),
            TypeCode.Int64 => Whole(long.MinValue, long.MaxValue),
            TypeCode.UInt64 => Whole(ulong.MinValue, ulong.MaxValue),
            TypeCode.Single or TypeCode.Double or TypeCode.Decimal => "a number",
            TypeCode.Boolean => "true or false",
            TypeCode.Char => "one character",
            TypeCode.String => "text",
            TypeCode.DateTime => "a date and time such as 2024-02-29T13:30:00Z",
            _ => ExpectedOther(type),
        };
    }

    /// <summary>
    /// Returns a description of a type's values with a <c>[Range]</c>, to follow "must be": <c>a whole number from 1 to
    /// 100</c>.
    /// </summary>
    /// <param name="type">A type that is read from text.</param>
    /// <param name="from">The lower limit of the rule, inclusive.</param>
    /// <param name="to">The upper limit, inclusive.</param>
    public virtual string Expected(Type type, string from, string to)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        var kind = Type.GetTypeCode(type) switch
        {
            >= TypeCode.SByte and <= TypeCode.UInt64 => "a whole number",
            TypeCode.Single or TypeCode.Double or TypeCode.Decimal => "a number",
            TypeCode.DateTime => "a date and time",
            _ when type == typeof(DateTimeOffset) => "a date and time",
            _ when type == typeof(DateOnly) => "a date",
            _ when type == typeof(TimeOnly) => "a time",
            _ when type == typeof(TimeSpan) => "a duration",
            _ => Expected(type),
        };
        return $"{kind} from {from} to {to}";
    }

    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "Named<T> keeps the fields of every enum that is read from text; of another one whose fields are gone the names are told as they stand in C#.")]
    private static string OneOf(Type type) =>
        $"one of {string.Join(", ", EnumNames.WireNames(type))}{(type.IsDefined(typeof(FlagsAttribute), inherit: false) ? ", or several joined by commas" : "")}";

    private static string ExpectedOther(Type type) =>
        type == typeof(Guid) ? "a GUID"
        : type == typeof(DateOnly) ? "a date such as 2024-02-29"
        : type == typeof(TimeOnly) ? "a time such as 13:30:00"
        : type == typeof(DateTimeOffset) ? "a date and time such as 2024-02-29T13:30:00Z"
        : type == typeof(TimeSpan) ? "a duration such as 1.12:30:00"
        : type == typeof(Int128) ? Whole(Int128.MinValue, Int128.MaxValue)
        : type == typeof(UInt128) ? Whole(UInt128.MinValue, UInt128.MaxValue)
        : type == typeof(nint) ? Whole(nint.MinValue, nint.MaxValue)
        : type == typeof(nuint) ? Whole(nuint.MinValue, nuint.MaxValue)
        : type == typeof(BigInteger) ? "a whole number"
        : type == typeof(Half) ? "a number"
        : type == typeof(Uri) ? "a URI"
        : type == typeof(IPAddress) ? "an IP address such as 192.0.2.1 or 2001:db8::1"
        : type == typeof(IPNetwork) ? "an IP network such as 192.0.2.0/24"
        : type == typeof(byte[]) || type == typeof(Memory<byte>) || type == typeof(ReadOnlyMemory<byte>) ? "text in Base64"
        : $"a valid {type.Name.Split('`')[0]}";

    private static string Whole<T>(T from, T to) where T : INumber<T> => FormattableString.Invariant($"a whole number from {from} to {to}");

    private static string Word(RequestSource source) => source switch
    {
        RequestSource.Route => "route parameter",
        RequestSource.Query => "query parameter",
        RequestSource.Header => "header",
        RequestSource.Cookie => "cookie",
        RequestSource.Form => "form field",
        _ => "member",
    };

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
