namespace Litestar.Generator.Model;

/// <summary>What becomes of a function's result.</summary>
internal enum ResultKind
{
    Nothing,
    Text,
    Bytes,
    Stream,
    Result,
    Json,
    JsonStream,
}

/// <param name="Kind">What becomes of it.</param>
/// <param name="IsAwaited">Whether it comes as a task.</param>
/// <param name="Type">The type of the value itself, qualified.</param>
/// <param name="IsResponse">Whether the value comes in a response, with a status and headers of its own.</param>
/// <param name="Clr">The type of the value as <c>typeof</c> takes it.</param>
internal sealed record ResultModel(ResultKind Kind, bool IsAwaited, string Type, bool IsResponse, string Clr = "void")
{
    /// <summary>The value, where <c>result</c> is what the function returned.</summary>
    public string Value => IsResponse ? "result.Value" : "result";
}
