using Litestar.Generator.Model;

namespace Litestar.Generator.Emit;

/// <summary>Emits the methods of a handler's layers, and the values that they share.</summary>
internal static class LayerMethodsEmitter
{
    /// <summary>Emits the kinds of layer functions, and the middleware around them.</summary>
    public static void Properties(SourceWriter code, HandlerModel handler)
    {
        var stages = new[]
        {
            handler.Layers.Guards.Count > 0 ? "LayerFunctions.Guard" : null,
            handler.Layers.Before is not null ? "LayerFunctions.Before" : null,
            handler.Layers.After is not null ? "LayerFunctions.After" : null,
            handler.Layers.AfterResponse is not null ? "LayerFunctions.AfterResponse" : null,
            handler.Layers.ErrorHandlers.Count > 0 ? "LayerFunctions.OnError" : null,
            handler.Layers.Providers.Any(provider => provider.Commits) ? "LayerFunctions.Commit" : null,
        }.OfType<string>().ToList();
        if (stages.Count > 0)
        {
            code.Line($"public override LayerFunctions LayerFunctions => {string.Join(" | ", stages)};");
            code.Line();
        }

        if (handler.Layers.Middleware.Count > 0)
        {
            var steps = handler.Layers.Middleware.Select(step => step.Call.Reach is FunctionAccess.Name ? step.Call.Target : $"static (context, next) => Call_{step.Local}(null, context, next)");
            code.Line($"public override Func<HttpContext, RequestDelegate, Task>[] Middleware => [{string.Join(", ", steps)}];");
            code.Line();
        }
    }

    /// <summary>Emits the guards, the outermost first.</summary>
    public static void Guard(SourceWriter code, HandlerModel handler)
    {
        if (handler.Layers.Guards.Count is 0)
        {
            return;
        }

        using (code.Block("public override async ValueTask<bool> RunGuards(HttpContext context)"))
        {
            var stage = new FunctionArgumentsEmitter(code, handler, () =>
            {
                code.Line("await Reject(context, bind);");
                code.Line("return false;");
            });
            stage.Begin(handler.Layers.Guards.SelectMany(guard => guard.Parameters));
            foreach (var guard in handler.Layers.Guards)
            {
                code.Line(SourceWriter.Comment($"// guard {guard.Display} of {guard.Layer}"));
                stage.Read([.. guard.Parameters], refuses: stage.Rejects(guard.Parameters));
                stage.Make([.. guard.Parameters]);
                Ask(code, guard);
                code.Line();
            }

            code.Line("return true;");
        }

        code.Line();
    }

    /// <summary>
    /// Emits the early response of a hook before the handler. The hook after it runs too, unless its parameters cannot
    /// be bound.
    /// </summary>
    public static void Early(SourceWriter code, HandlerModel handler)
    {
        if (handler.Layers.After is not { } hook)
        {
            return;
        }

        code.Line();
        using (code.Block("public override async Task RespondEarly(HttpContext context, IResult result)"))
        {
            var stage = new FunctionArgumentsEmitter(code, handler, () =>
            {
                code.Line("await Respond.Result(context, result);");
                code.Line("return;");
            });
            code.Line(SourceWriter.Comment($"// after {hook.Display} of {hook.Layer}"));
            code.Line("ResponseWriter.SetStatusFrom(context, result);");
            Late(stage, hook);
            code.Line($"{Awaited(hook)}{CallEmitter.Call(hook)};");
            code.Line();
            code.Line("// respond");
            code.Line("await Respond.ResultKeepingStatus(context, result);");
        }
    }

    /// <summary>Emits the error handlers, in the order in which they are called.</summary>
    public static void Answer(SourceWriter code, HandlerModel handler)
    {
        if (handler.Layers.ErrorHandlers.Count is 0)
        {
            return;
        }

        code.Line();
        using (code.Block("public override async ValueTask<bool> TryHandleError(HttpContext context, Exception exception)"))
        {
            foreach (var error in handler.Layers.ErrorHandlers)
            {
                using (code.Block($"if (exception is {error.Caught} {EmittedNames.Local(error.Local)} && await Answer_{error.Local}(context, {EmittedNames.Local(error.Local)}))"))
                {
                    code.Line("return true;");
                }

                code.Line();
            }

            code.Line("return false;");
        }

        foreach (var error in handler.Layers.ErrorHandlers)
        {
            code.Line();
            code.Line(SourceWriter.Comment($"// on error {error.Display} of {error.Layer}"));
            using (code.Block($"private async ValueTask<bool> Answer_{error.Local}(HttpContext context, {error.Caught} exception)"))
            {
                Answer(code, handler, error);
            }
        }
    }

    /// <summary>Emits the hook after the last byte.</summary>
    public static void AfterResponse(SourceWriter code, HandlerModel handler)
    {
        if (handler.Layers.AfterResponse is not { } hook)
        {
            return;
        }

        code.Line();
        using (code.Block("public override async ValueTask RunAfterResponse(HttpContext context)"))
        {
            var stage = new FunctionArgumentsEmitter(code, handler, () => Skip(code, "bind", hook), failed => Skip(code, CSharpLiteral.Quote(failed.Display), hook));
            code.Line(SourceWriter.Comment($"// after response {hook.Display} of {hook.Layer}"));
            Late(stage, hook);
            code.Line($"{Awaited(hook)}{CallEmitter.Call(hook)};");
        }
    }

    /// <summary>Emits the values that the methods share.</summary>
    public static void Kept(SourceWriter code, HandlerModel handler)
    {
        var kept = handler.Layers.Providers.Where(provider => ProviderUsage.IsKept(handler, provider)).ToList();
        if (kept.Count is 0)
        {
            return;
        }

        code.Line();
        using (code.Block("private sealed class Kept"))
        {
            foreach (var provider in kept)
            {
                code.Line($"public ProvidedValue<{provider.Type}> {EmittedNames.Escaped(provider.Local)};");
            }
        }
    }

    public static string Awaited(FunctionModel function) => function.IsAwaited ? "await " : "";

    private static void Late(FunctionArgumentsEmitter stage, FunctionModel function)
    {
        var own = function.Parameters.ToList();
        stage.Begin(own);
        stage.MakeLate(own);
        stage.Read(own, refuses: stage.Rejects(own));
        stage.Make(own);
    }

    private static void Ask(SourceWriter code, FunctionModel guard)
    {
        var call = $"{Awaited(guard)}{CallEmitter.Call(guard)}";
        if (guard.Outcome is FunctionOutcome.Nothing)
        {
            code.Line($"{call};");
            return;
        }

        var isVerdict = guard.Outcome is FunctionOutcome.Verdict;
        using (code.Block(isVerdict ? $"if (!{(guard.IsAwaited ? $"({call})" : call)})" : $"if ({call} is {{ }} {EmittedNames.Local(guard.Local)})"))
        {
            code.Line(isVerdict ? "await RejectByGuard(context);" : $"await Reject(context, {EmittedNames.Local(guard.Local)});");
            code.Line("return false;");
        }
    }

    // An error handler whose arguments cannot be bound leaves the exception to others.
    private static void Answer(SourceWriter code, HandlerModel handler, FunctionModel error)
    {
        var stage = new FunctionArgumentsEmitter(code, handler, () => code.Line("return false;"), _ => code.Line("return false;"));
        Late(stage, error);
        if (error.Outcome is FunctionOutcome.Nothing)
        {
            code.Line($"{Awaited(error)}{CallEmitter.Call(error, "exception")};");
            code.Line("return false;");
            return;
        }

        if (error.IsNeverNull)
        {
            code.Line($"var result = {Awaited(error)}{CallEmitter.Call(error, "exception")};");
        }
        else
        {
            using (code.Block($"if ({Awaited(error)}{CallEmitter.Call(error, "exception")} is not {{ }} result)"))
            {
                code.Line("return false;");
            }

            code.Line();
        }

        if (!error.Answer.SetsStatus)
        {
            code.Line($"context.Response.StatusCode = {StatusOf(error)};");
        }

        if (error.IsResponse)
        {
            code.Line("ResponseWriter.SetHead(context, result);");
        }

        code.Line($"await {ResponseEmitter.Respond(error.Answer, ErrorRespond, $"Json_{error.Local}", error.IsResponse)};");
        code.Line("return true;");
    }

    // In code, the status is an argument of the call.
    private static string StatusOf(FunctionModel error) =>
        error.Call.Reach is FunctionAccess.Delegate ? "_status is not 0 ? _status : StatusOf(exception)"
        : error.Status is not 0 ? error.Status.ToString() : "StatusOf(exception)";

    private static void Skip(SourceWriter code, string reason, FunctionModel hook)
    {
        code.Line($"LogSkippedHook(context, {reason}, {CSharpLiteral.Quote(hook.Display)});");
        code.Line("return;");
    }

    // No hook runs before the response to an error.
    private const string ErrorRespond = "RespondToError";
}
