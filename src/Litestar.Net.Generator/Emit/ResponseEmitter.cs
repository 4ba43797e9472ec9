using Litestar.Generator.Model;

namespace Litestar.Generator.Emit;

/// <summary>Emits the writing of a result.</summary>
internal static class ResponseEmitter
{
    /// <param name="answer">The kind of result.</param>
    /// <param name="respond">The expression that writes it.</param>
    /// <param name="json">The field with its JSON metadata.</param>
    /// <param name="isResponse">True if it is in a response.</param>
    public static string Respond(ResultKind answer, string respond, string json, bool isResponse) => isResponse
        ? Then(Write(answer, respond, "result.Value", json))
        : Write(answer, respond, "result", json);

    /// <summary>Returns the writing of a response, followed by its background work.</summary>
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

    /// <summary>Returns the field with the JSON metadata of a result.</summary>
    public static string? Field(ResultKind answer, string type, string name) => answer switch
    {
        ResultKind.Json => $"JsonResultType<{type}> {name} = setup.JsonResult<{type}>()",
        ResultKind.JsonStream => $"JsonResultType<{type}> {name} = setup.JsonStream<{type}>()",
        _ => null,
    };
}
