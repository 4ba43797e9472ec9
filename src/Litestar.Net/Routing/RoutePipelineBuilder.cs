using Litestar.Dependencies;
using Litestar.Errors;
using Litestar.Generated;
using Litestar.Layers;
using Litestar.Pipeline;
using Microsoft.AspNetCore.Http;

namespace Litestar.Routing;

/// <summary>Builds the pipeline of one route, once at start-up. It contains only the steps that its layers request.</summary>
/// <param name="code">The handler.</param>
/// <param name="setup">The handler's setup.</param>
/// <param name="layers">The layers of lists and of the app around it, the outermost first.</param>
/// <param name="errors">Answers all errors.</param>
internal sealed class RoutePipelineBuilder(HandlerCode code, HandlerSetup setup, IReadOnlyList<Layer> layers, ErrorBoundary errors)
{
    /// <summary>The error handlers of the route.</summary>
    public ErrorHandlers? ErrorHandlers { get; } = ErrorHandlers.Of(code, layers, () => setup);

    /// <summary>Returns the innermost steps: the hook before the handler, and its asynchronous providers.</summary>
    public RequestDelegate Inner()
    {
        code.Respond.After = code.LayerFunctions.HasFlag(LayerFunctions.After) ? null : Nearest(static layer => layer.AfterStep);
        code.Respond.Completes = code.LayerFunctions.HasFlag(LayerFunctions.Commit) || Waits;
        return Prepared();
    }

    /// <summary>Puts a part of the pipeline that is not ASP.NET Core's around the next delegate.</summary>
    /// <param name="part">The part.</param>
    /// <param name="own">The steps of the route.</param>
    /// <param name="next">The next delegate.</param>
    public RequestDelegate Around(PipelinePart part, RouteSteps own, RequestDelegate next) =>
        part == PipelineOrder.Middleware ? WithMiddleware(next)
        : part == PipelineOrder.Guards ? WithGuards(next)
        : part.RouteSteps is not { } place ? next
        : place is RouteStepPlace.BeforeGuards ? WithSteps(own, next)
        : own.Around(place, next);

    // As within the middleware of the layers, an exception is a response before it gets there.
    private RequestDelegate WithSteps(RouteSteps own, RequestDelegate next)
    {
        var bounded = Bounded(next);
        var around = own.Around(RouteStepPlace.BeforeGuards, bounded);
        return ReferenceEquals(around, bounded) ? next : around;
    }

    /// <summary>Returns the outermost steps: the hook after the response, and headers.</summary>
    /// <param name="next">The next delegate.</param>
    /// <param name="headers">The headers that the layers set.</param>
    public RequestDelegate Outer(RequestDelegate next, LayerHeaders? headers) => Ended(headers is null ? next : Headed(next, headers));

    private RequestDelegate Prepared()
    {
        var before = code.LayerFunctions.HasFlag(LayerFunctions.Before) ? null : Nearest(static layer => layer.BeforeStep);
        return before is null && !Waits ? code.Invoke : Prepared(before, [.. setup.Providers.Where(static provider => provider.Waits).Distinct()]);
    }

    private RequestDelegate Prepared(BeforeHookRegistration? before, ProviderRegistration[] providers) => async context =>
    {
        if (before is not null && await before.Call(context) is { } answer)
        {
            await code.RespondEarly(context, answer);
            return;
        }

        foreach (var provider in providers)
        {
            await provider.Make(context);
        }

        await code.Invoke(context);
    };

    private bool Waits
    {
        get
        {
            foreach (var provider in setup.Providers)
            {
                if (provider.Waits)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Puts the guards of the layers before the next delegate.</summary>
    /// <param name="next">The next delegate.</param>
    public RequestDelegate WithGuards(RequestDelegate next)
    {
        List<Func<HttpContext, ErrorBoundary, ValueTask<bool>>> guards = new(0);
        foreach (var layer in layers)
        {
            foreach (var guard in layer.Guards)
            {
                guards.Add(guard.Admit);
            }
        }

        if (code.LayerFunctions.HasFlag(LayerFunctions.Guard))
        {
            guards.Add((context, _) => code.RunGuards(context));
        }

        return guards.Count is 0 ? next : Guarded([.. guards], next);
    }

    private RequestDelegate Guarded(Func<HttpContext, ErrorBoundary, ValueTask<bool>>[] guards, RequestDelegate next) => async context =>
    {
        foreach (var admit in guards)
        {
            if (!await admit(context, errors))
            {
                return;
            }
        }

        await next(context);
    };

    // After the first step there is a boundary: an exception is already a response when control returns there.
    private RequestDelegate WithMiddleware(RequestDelegate next)
    {
        List<MiddlewareRegistration> steps = new(0);
        foreach (var layer in layers)
        {
            steps.AddRange(layer.Middlewares);
        }

        foreach (var call in code.Middleware)
        {
            steps.Add(new(call, call.Method.Name));
        }

        next = steps.Count is 0 ? next : Bounded(next);
        for (var i = steps.Count - 1; i >= 0; i--)
        {
            next = steps[i].Around(next);
        }

        return next;
    }

    private RequestDelegate Bounded(RequestDelegate next) => context => errors.Run(context, next, ErrorHandlers);

    private static RequestDelegate Headed(RequestDelegate next, LayerHeaders headers) => context =>
    {
        headers.Set(context.Response.Headers);
        return next(context);
    };

    private RequestDelegate Ended(RequestDelegate next)
    {
        Func<HttpContext, ValueTask>? hook = code.LayerFunctions.HasFlag(LayerFunctions.AfterResponse) ? code.RunAfterResponse : Nearest(static layer => layer.AfterResponseStep)?.Call;
        return hook is null ? next : Ended(hook, next);
    }

    private static RequestDelegate Ended(Func<HttpContext, ValueTask> hook, RequestDelegate next) => context =>
    {
        RequestCompletion.Of(context).Then(hook);
        return next(context);
    };

    private T? Nearest<T>(Func<Layer, T?> step) where T : class
    {
        for (var i = layers.Count - 1; i >= 0; i--)
        {
            if (step(layers[i]) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
