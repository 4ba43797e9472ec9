using Litestar.Generator.Model;

namespace Litestar.Generator.Emit;

/// <summary>Writes how a result becomes an answer.</summary>
internal static class RespondEmitter
{
    /// <param name="answer">What becomes of it.</param>
    /// <param name="respond">Who writes it.</param>
    /// <param name="json">The field that knows its JSON.</param>
    /// <param name="isResponse">Whether it comes in a response.</param>
    public static string Respond(Answer answer, string respond, string json, bool isResponse) => isResponse
        ? Then(Write(answer, respond, "result.Value", json))
        : Write(answer, respond, "result", json);

    /// <summary>What is written of a response, and what follows it.</summary>
    public static string Then(string write) => $"Respond.Then(context, result, {write})";

    private static string Write(Answer answer, string respond, string value, string json) => answer switch
    {
        Answer.Nothing => $"{respond}.Nothing(context)",
        Answer.Text => $"{respond}.Text(context, {value})",
        Answer.Bytes => $"{respond}.Bytes(context, {value})",
        Answer.Stream => $"{respond}.Stream(context, {value})",
        Answer.Result => $"{respond}.Result(context, {value})",
        Answer.JsonStream => $"{respond}.JsonStream(context, {value}, {json})",
        _ => $"{respond}.Json(context, {value}, {json})",
    };

    /// <summary>The field that knows how a result is written as JSON.</summary>
    public static string? Field(Answer answer, string type, string name) => answer switch
    {
        Answer.Json => $"JsonAnswer<{type}> {name} = setup.JsonAnswer<{type}>()",
        Answer.JsonStream => $"JsonAnswer<{type}> {name} = setup.JsonStream<{type}>()",
        _ => null,
    };
}
