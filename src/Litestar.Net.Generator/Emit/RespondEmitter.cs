using Litestar.Generator.Model;

namespace Litestar.Generator.Emit;

/// <summary>Writes how a result becomes an answer.</summary>
internal static class RespondEmitter
{
    /// <param name="answer">What becomes of it.</param>
    /// <param name="respond">Who writes it.</param>
    /// <param name="json">The field that knows its JSON.</param>
    public static string Respond(Answer answer, string respond, string json) => answer switch
    {
        Answer.Nothing => $"{respond}.Nothing(context)",
        Answer.Text => $"{respond}.Text(context, result)",
        Answer.Bytes => $"{respond}.Bytes(context, result)",
        Answer.Stream => $"{respond}.Stream(context, result)",
        Answer.Result => $"{respond}.Result(context, result)",
        Answer.JsonStream => $"{respond}.JsonStream(context, result, {json})",
        _ => $"{respond}.Json(context, result, {json})",
    };

    /// <summary>The field that knows how a result is written as JSON.</summary>
    public static string? Field(Answer answer, string type, string name) => answer switch
    {
        Answer.Json => $"JsonAnswer<{type}> {name} = setup.JsonAnswer<{type}>()",
        Answer.JsonStream => $"JsonAnswer<{type}> {name} = setup.JsonStream<{type}>()",
        _ => null,
    };
}
