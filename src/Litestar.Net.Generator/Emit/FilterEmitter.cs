using Litestar.Generator.Model;

namespace Litestar.Generator.Emit;

/// <summary>
/// Emits the parts of a handler for endpoint filters: the branch that runs them, the call with their arguments, the
/// writing of their value.
/// </summary>
internal static class FilterEmitter
{
    /// <summary>Emits the branch, when the arguments are read. A native app without filters leaves it out.</summary>
    public static void Run(SourceWriter code, HandlerModel handler)
    {
        var run = $"filters.Run(context, {Array(handler.Parameters.Select(ArgumentEmitter.Argument))})";
        using (code.Block("if (Filters is HandlerFilters filters)"))
        {
            code.Line(InvokeEmitter.IsAsync(handler) ? $"await {run};" : $"return {run};");
            if (InvokeEmitter.IsAsync(handler))
            {
                code.Line("return;");
            }
        }

        code.Line();
    }

    /// <summary>Returns the arguments if some of them could not be read: those that do not exist yet are defaults.</summary>
    public static string Rejected(HandlerModel handler) =>
        $"Filters is HandlerFilters ? {Array(handler.Parameters.Select(parameter => IsThere(parameter) ? ArgumentEmitter.Argument(parameter) : $"default({parameter.Type})"))} : null";

    /// <summary>Emits the call with the arguments of the filters.</summary>
    public static void Call(SourceWriter code, HandlerModel handler)
    {
        var (result, at) = (handler.Result, 0);
        var call = CallEmitter.Call(handler, parameter => $"({parameter.Type})arguments[{at++}]!");
        var isAsync = handler.IsBlocking || result.IsAwaited;
        code.Line();
        using (code.Block($"public override {(isAsync ? "async " : "")}ValueTask<object?> CallHandler(HttpContext context, object?[] arguments)"))
        {
            InvokeEmitter.Status(code, handler);
            if (handler.IsBlocking)
            {
                code.Line($"var call = _blocking.Run(context, () => {call});");
                using (code.Block("if (call.IsRejected)"))
                {
                    code.Line("return RejectionOf(_blocking);");
                }

                code.Line();
                call = "call";
            }

            var awaited = isAsync ? $"await {call}" : call;
            if (result.IsNothing)
            {
                code.Line($"{awaited};");
                awaited = "NoValue";
            }

            code.Line(isAsync ? $"return {awaited};" : $"return new({awaited});");
        }
    }

    /// <summary>Emits the method that writes a value of the handler's own type as JSON.</summary>
    public static void Write(SourceWriter code, HandlerModel handler)
    {
        if (handler.Result is { Kind.JsonSetup: not null } result)
        {
            code.Line();
            code.Line("public override Task? WriteValue(ResponseWriter respond, HttpContext context, object? value) =>");
            code.Line($"    Is<{result.Type}>(value, out var result) ? {ResponseEmitter.Respond(result.Kind, "respond", "_json", isResponse: false)} : null;");
        }
    }

    private static bool IsThere(ParameterModel parameter) =>
        parameter.Source is ParameterKind.Context || GroupEmitter.IsValidatedAtOnce(parameter) || (parameter.Source is not ParameterKind.Group && ArgumentEmitter.CanReject(parameter));

    private static string Array(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";
}
