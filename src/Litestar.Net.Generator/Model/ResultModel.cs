namespace Litestar.Generator.Model;

/// <summary>What becomes of a function's result.</summary>
internal enum Answer
{
    Nothing,
    Text,
    Bytes,
    Stream,
    Result,
    Json,
    JsonStream,
}

/// <param name="Answer">What becomes of it.</param>
/// <param name="IsAwaited">Whether it comes as a task.</param>
/// <param name="Type">The type of the result itself, qualified.</param>
internal sealed record ResultModel(Answer Answer, bool IsAwaited, string Type);
