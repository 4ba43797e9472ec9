using Litestar.Generator.Model;

namespace Litestar.Generator.Emit;

/// <summary>Emits the writing of a result.</summary>
internal static class ResponseEmitter
{
    /// <param name="kind">The kind of result.</param>
    /// <param name="respond">The expression that writes it.</param>
    /// <param name="json">The field with its JSON metadata.</param>
    /// <param name="isResponse">True if it is in a response.</param>
    public static string Respond(ResultKind kind, string respond, string json, bool isResponse) => isResponse
        ? Then(Write(kind, respond, "result.Value", json))
        : Write(kind, respond, "result", json);

    /// <summary>Returns the writing of a response, followed by its background work.</summary>
    public static string Then(string write) => $"ResponseWriter.WithBackgroundWork(context, result, {write})";

    private static string Write(ResultKind kind, string respond, string value, string json) =>
        $"{respond}.{kind.Writer}(context{(kind.HasValue ? $", {value}" : "")}{(kind.JsonSetup is null ? "" : $", {json}")})";

    /// <summary>Returns the field with the JSON metadata of a result.</summary>
    public static string? Field(ResultKind kind, string type, string name) =>
        kind.JsonSetup is { } setup ? $"JsonResultType<{type}> {name} = setup.{setup}<{type}>()" : null;
}
