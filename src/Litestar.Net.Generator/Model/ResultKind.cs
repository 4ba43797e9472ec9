namespace Litestar.Generator.Model;

/// <summary>A kind of result: all that the generator knows about writing a returned value. A new kind is a new entry here.</summary>
/// <param name="Writer">The method of <c>ResponseWriter</c> that writes the value.</param>
internal sealed record ResultKind(string Writer)
{
    /// <summary>No value.</summary>
    public static readonly ResultKind Nothing = new("Empty") { HasValue = false };

    /// <summary>Text.</summary>
    public static readonly ResultKind Text = new("Text") { MediaType = "text/plain" };

    /// <summary>Bytes in memory.</summary>
    public static readonly ResultKind Bytes = new("Bytes") { MediaType = "application/octet-stream" };

    /// <summary>A stream of bytes.</summary>
    public static readonly ResultKind Stream = new("Stream") { MediaType = "application/octet-stream" };

    /// <summary>An <c>IResult</c> of ASP.NET Core's, which sets the status and the media type itself.</summary>
    public static readonly ResultKind Result = new("Result") { SetsStatus = true, JsonTypes = JsonTypesOfResult.Carried };

    /// <summary>Any other value, as one JSON document.</summary>
    public static readonly ResultKind Json = new("Json") { MediaType = "application/json", JsonSetup = "JsonResult", JsonTypes = JsonTypesOfResult.Value };

    /// <summary>An asynchronous sequence, as a JSON array that is written item by item.</summary>
    public static readonly ResultKind JsonStream = new("JsonStream") { MediaType = "application/json", JsonSetup = "JsonStream", JsonTypes = JsonTypesOfResult.Value, IsDeferred = true };

    /// <summary>The media type of the response; null without a body, and if the value sets it.</summary>
    public string? MediaType { get; init; }

    /// <summary>False if the function returns no value.</summary>
    public bool HasValue { get; init; } = true;

    /// <summary>True if the value sets the status of the response itself.</summary>
    public bool SetsStatus { get; init; }

    /// <summary>True if code of the function runs while the response is written, after the function has returned.</summary>
    public bool IsDeferred { get; init; }

    /// <summary>The method of <c>HandlerSetup</c> that finds the JSON metadata; null if the value is not written as JSON.</summary>
    public string? JsonSetup { get; init; }

    /// <summary>The types that need JSON metadata.</summary>
    public JsonTypesOfResult JsonTypes { get; init; }

    /// <summary>True if the response must have a body.</summary>
    public bool NeedsBody => HasValue && !SetsStatus;
}

/// <summary>The types of a result that need JSON metadata.</summary>
internal enum JsonTypesOfResult
{
    /// <summary>No type.</summary>
    None,

    /// <summary>The type of the value.</summary>
    Value,

    /// <summary>The types that a typed result carries, such as <c>User</c> of <c>Ok&lt;User&gt;</c>.</summary>
    Carried,
}
