using Litestar.Generator.Model;

namespace Litestar.Generator.Emit;

/// <summary>Emits the method that runs a request: before, bind, call, after, respond.</summary>
internal static class InvokeEmitter
{
    public static void Emit(SourceWriter code, HandlerModel handler)
    {
        var stage = new FunctionArgumentsEmitter(code, handler, () => Rejection(code, handler));
        stage.Begin((handler.Layers.Before?.Parameters ?? default).Concat(handler.Parameters).Concat(handler.Layers.After?.Parameters ?? default));
        stage.Recall(ProviderUsage.Shared(handler));
        Before(code, handler, stage);
        Bind(code, handler, stage);
        FilterEmitter.Run(code, handler);
        Call(code, handler);
        After(code, handler);
        Respond(code, handler);
    }

    /// <summary>Returns true only if a part is asynchronous: a result that is a task, a body, a provider or hook.</summary>
    public static bool IsAsync(HandlerModel handler) =>
        handler.Result.IsAwaited
        || handler.IsBlocking
        || handler.Parameters.SelectMany(parameter => parameter.Leaves).Any(ArgumentEmitter.Waits)
        || handler.Parameters.Concat(handler.Layers.After?.Parameters ?? default).Concat(handler.Layers.Providers.SelectMany(provider => provider.Parameters)).SelectMany(parameter => parameter.All).Any(parameter => parameter.IsValidated)
        || handler.Layers.Before is not null
        || handler.Layers.After is { IsAwaited: true }
        || handler.Layers.Providers.Any(provider => provider.IsAwaited || provider.Outcome is FunctionOutcome.Yield);

    public static string StatusOf(HandlerModel handler) =>
        handler.Routes.All(route => route.Status == handler.Routes[0].Status && !route.IsByMethod) ? handler.Routes[0].Status.ToString() : "_status";

    // Values of a rejected request are read for the report alone.
    private static void Before(SourceWriter code, HandlerModel handler, FunctionArgumentsEmitter stage)
    {
        if (handler.Layers.Before is not { } hook)
        {
            return;
        }

        code.Line(SourceWriter.Comment($"// before {hook.Display} of {hook.Layer}"));
        var providers = stage.ProvidersOf(hook.Parameters);
        var canReject = stage.Rejects(hook.Parameters);
        stage.Read([.. hook.Parameters], refuses: false);
        foreach (var provider in canReject ? providers : [])
        {
            code.Line($"{provider.Type} {EmittedNames.Local(provider.Local)} = default!;");
        }

        using (canReject ? code.Block("if (!bind.HasFaults)") : null)
        {
            stage.Make([.. hook.Parameters], hoisted: canReject);
            var call = $"{LayerMethodsEmitter.Awaited(hook)}{CallEmitter.Call(hook)}";
            if (hook.Outcome is FunctionOutcome.Nothing)
            {
                code.Line($"{call};");
            }
            else
            {
                using var answered = code.Block($"if ({call} is {{ }} {EmittedNames.Local(hook.Local)})");
                code.Line($"await RespondEarly(context, {EmittedNames.Local(hook.Local)});");
                code.Line("return;");
            }
        }

        code.Line();
    }

    // Values that can be rejected are read first: for a rejected request no service is created and no body is read.
    private static void Bind(SourceWriter code, HandlerModel handler, FunctionArgumentsEmitter stage)
    {
        IReadOnlyList<ParameterModel> parameters = [.. handler.Parameters, .. handler.Layers.After?.Parameters ?? default];
        var alsoRead = handler.Layers.AfterResponse?.Parameters ?? default;
        if (parameters.SelectMany(parameter => parameter.Leaves).All(ArgumentEmitter.IsAtHand) && parameters.All(parameter => parameter.Source is not ParameterKind.Group) && stage.ProvidersOf(parameters).Count is 0 && alsoRead.Count is 0)
        {
            return;
        }

        code.Line("// bind");
        stage.Read(parameters, alsoRead);
        stage.Make(parameters);
        code.EndParagraph();
    }

    private static void Call(SourceWriter code, HandlerModel handler)
    {
        var call = CallEmitter.Call(handler);
        var awaited = handler.IsBlocking ? "await call" : handler.Result.IsAwaited ? $"await {call}" : call;
        code.Line(handler.IsBlocking ? "// call, on a thread that may block" : "// call");
        Status(code, handler);

        if (handler.IsBlocking)
        {
            code.Line($"var call = _blocking.Run(context, () => {call});");
            using (code.Block("if (call.IsRejected)"))
            {
                code.Line("await Reject(context, _blocking);");
                code.Line("return;");
            }

            code.Line();
        }

        code.Line(handler.Result.IsNothing ? $"{awaited};" : $"var result = {awaited};");
        if (handler.Result.IsResponse)
        {
            code.Line("ResponseWriter.SetHead(context, result);");
        }

        code.Line();
    }

    /// <summary>Emits the status before the function runs, which may set another.</summary>
    public static void Status(SourceWriter code, HandlerModel handler)
    {
        var status = StatusOf(handler);
        if (status is not "200" && !handler.Result.Kind.SetsStatus && (handler.Result.IsResponse || !IsBare(handler)))
        {
            code.Line($"context.Response.StatusCode = {status};");
        }
    }

    private static void After(SourceWriter code, HandlerModel handler)
    {
        if (handler.Layers.After is { } hook)
        {
            code.Line(SourceWriter.Comment($"// after {hook.Display} of {hook.Layer}"));
            if (handler.Result.Kind.SetsStatus)
            {
                code.Line($"ResponseWriter.SetStatusFrom(context, {handler.Result.Value});");
            }
            else if (IsBare(handler) && !handler.Result.IsResponse)
            {
                code.Line($"ResponseWriter.SetDefaultStatus(context, {StatusOf(handler)});");
            }

            code.Line($"{LayerMethodsEmitter.Awaited(hook)}{CallEmitter.Call(hook)};");
            code.Line();
        }
    }

    private static void Respond(SourceWriter code, HandlerModel handler)
    {
        var (result, isHooked) = (handler.Result, handler.Layers.After is not null);
        var respond = result.IsNothing && IsBare(handler) && !isHooked ? $"Respond.Empty(context, {StatusOf(handler)})"
            : result is { Kind.SetsStatus: true, IsResponse: true } && isHooked ? ResponseEmitter.Then("Respond.ResultKeepingStatus(context, result.Value)")
            : result.Kind.SetsStatus && isHooked ? "Respond.ResultKeepingStatus(context, result)"
            : ResponseEmitter.Respond(result.Kind, "Respond", "_json", result.IsResponse);
        code.Line(handler.Layers.Providers.Any(provider => provider.Commits) ? "// commit, respond" : "// respond");
        code.Line(IsAsync(handler) ? $"await {respond};" : $"return {respond};");
    }

    // A status without a body would prevent a function from writing one itself.
    private static bool IsBare(HandlerModel handler) => handler.Routes.Any(route => route.Status is 204 or 205 or 304 or < 200);

    private static void Rejection(SourceWriter code, HandlerModel handler)
    {
        if (IsAsync(handler))
        {
            code.Line($"await Reject(context, bind, {FilterEmitter.Rejected(handler)});");
            code.Line("return;");
        }
        else
        {
            code.Line($"return Reject(context, bind, {FilterEmitter.Rejected(handler)});");
        }
    }
}
