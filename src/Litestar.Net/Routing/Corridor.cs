using Litestar.Dependencies;
using Litestar.Errors;
using Litestar.Generated;
using Litestar.Hooks;
using Litestar.Middleware;
using Litestar.Rejections;
using Litestar.Responses;
using Microsoft.AspNetCore.Http;

namespace Litestar.Routing;

/// <summary>Puts together, once at start-up, what a request to one route passes through. What no layer asks for is not there.</summary>
/// <param name="code">The handler.</param>
/// <param name="setup">What the handler has asked of its app.</param>
/// <param name="layers">The layers of lists and of the app around it, the outermost first.</param>
/// <param name="errors">The one exit of what goes wrong.</param>
internal sealed class Corridor(HandlerCode code, HandlerSetup setup, IReadOnlyList<Layer> layers, ErrorBoundary errors)
{
    /// <summary>The error handlers of the route.</summary>
    public ErrorHandlers? ErrorHandlers { get; } = ErrorHandlers.Of(code, layers);

    /// <summary>The corridor, from the outside in: hook after the response and headers, ASP.NET Core's middleware, the layers' own, guards, the hook before, the handler.</summary>
    /// <param name="headers">The headers that the layers set.</param>
    /// <param name="outer">Puts around it what comes before the guards.</param>
    /// <param name="inner">Puts around the handler what comes behind them.</param>
    public RequestDelegate Build(ResponseHeaders? headers, Func<RequestDelegate, RequestDelegate> outer, Func<RequestDelegate, RequestDelegate> inner)
    {
        code.Respond.After = code.Stages.HasFlag(Stage.After) ? null : Nearest(layer => layer.AfterStep);
        code.Respond.Completes = code.Stages.HasFlag(Stage.Commit) || setup.Providers.Any(provider => provider.Waits);
        return Ended(Headed(outer(WithMiddleware(Guarded(inner(Prepared())))), headers));
    }

    // The hook before the arguments are read, and the providers whose values are not there at once.
    private RequestDelegate Prepared()
    {
        var before = code.Stages.HasFlag(Stage.Before) ? null : Nearest(layer => layer.BeforeStep);
        var providers = setup.Providers.Where(provider => provider.Waits).Distinct().ToArray();
        if (before is null && providers.Length is 0)
        {
            return code.Invoke;
        }

        return async context =>
        {
            if (before is not null && await before.Call(context) is { } answer)
            {
                await code.AnswerEarly(context, answer);
                return;
            }

            foreach (var provider in providers)
            {
                await provider.Make(context);
            }

            await code.Invoke(context);
        };
    }

    private RequestDelegate Guarded(RequestDelegate next)
    {
        var guards = layers.SelectMany(layer => layer.Guards).Select(guard => guard.Admit).ToArray();
        if (code.Stages.HasFlag(Stage.Guard))
        {
            guards = [.. guards, (context, _) => code.Guard(context)];
        }

        return guards.Length is 0 ? next : async context =>
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
    }

    // Behind the first step stands a boundary: what fails is an answer already when it returns there.
    private RequestDelegate WithMiddleware(RequestDelegate next)
    {
        var steps = layers.SelectMany(layer => layer.Middlewares).Concat(code.Middleware.Select(call => new MiddlewareStep(call, call.Method.Name))).Reverse().ToList();
        return steps.Count is 0 ? next : steps.Aggregate(Bounded(next), (inner, step) => step.Around(inner));
    }

    private RequestDelegate Bounded(RequestDelegate next) => context => errors.Run(context, next, ErrorHandlers);

    private static RequestDelegate Headed(RequestDelegate next, ResponseHeaders? headers) => headers is null ? next : context =>
    {
        headers.Set(context.Response.Headers);
        return next(context);
    };

    private RequestDelegate Ended(RequestDelegate next)
    {
        Func<HttpContext, ValueTask>? hook = code.Stages.HasFlag(Stage.AfterResponse) ? code.AfterResponse : Nearest(layer => layer.AfterResponseStep)?.Call;
        return hook is null ? next : context =>
        {
            Aftermath.Of(context).Then(hook);
            return next(context);
        };
    }

    private T? Nearest<T>(Func<Layer, T?> step) where T : class => layers.Reverse().Select(step).FirstOrDefault(found => found is not null);
}
