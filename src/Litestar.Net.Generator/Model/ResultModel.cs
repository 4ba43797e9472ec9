namespace Litestar.Generator.Model;

/// <summary>The result of a function.</summary>
/// <param name="Kind">The way in which it is written.</param>
/// <param name="IsAwaited">True if it is in a task.</param>
/// <param name="Type">The type of the value itself, qualified.</param>
/// <param name="IsResponse">True if the value is in a response, with its own status and headers.</param>
/// <param name="Clr">The type of the value as an operand of <c>typeof</c>.</param>
internal sealed record ResultModel(ResultKind Kind, bool IsAwaited, string Type, bool IsResponse, string Clr = "void")
{
    /// <summary>True if the function returns neither a value nor a response.</summary>
    public bool IsNothing => !Kind.HasValue && !IsResponse;

    /// <summary>The expression of the value, where <c>result</c> is the function's return value.</summary>
    public string Value => IsResponse ? "result.Value" : "result";
}
