using Litestar.Generator.Model;

namespace Litestar.Generator.Emit;

/// <summary>Writes how a result becomes an answer.</summary>
internal static class ResponseEmitter
{
    /// <param name="answer">What becomes of it.</param>
    /// <param name="respond">Who writes it.</param>
    /// <param name="json">The field that knows its JSON.</param>
    /// <param name="isResponse">Whether it comes in a response.</param>
    public static string Respond(ResultKind answer, string respond, string json, bool isResponse) => isResponse
        ? Then(Write(answer, respond, "result.Value", json))
        : Write(answer, respond, "result", json);

    /// <summary>What is written of a response, and what follows it.</summary>
    public static string Then(string write) => $"ResponseWriter.WithBackgroundWork(context, result, {write})";

    private static string Write(ResultKind answer, string respond, string value, string json) => answer switch
    {
        ResultKind.Nothing => $"{respond}.Empty(context)",
        ResultKind.Text => $"{respond}.Text(context, {value})",
        ResultKind.Bytes => $"{respond}.Bytes(context, {value})",
        ResultKind.Stream => $"{respond}.Stream(context, {value})",
        ResultKind.Result => $"{respond}.Result(context, {value})",
        ResultKind.JsonStream => $"{respond}.JsonStream(context, {value}, {json})",
        _ => $"{respond}.Json(context, {value}, {json})",
    };

    /// <summary>The field that knows how a result is written as JSON.</summary>
    public static string? Field(ResultKind answer, string type, string name) => answer switch
    {
        ResultKind.Json => $"JsonResultType<{type}> {name} = setup.JsonResult<{type}>()",
        ResultKind.JsonStream => $"JsonResultType<{type}> {name} = setup.JsonStream<{type}>()",
        _ => null,
    };
}
