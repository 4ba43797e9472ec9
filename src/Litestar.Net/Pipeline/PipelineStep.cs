using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Litestar.Errors;
using Litestar.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Litestar.Pipeline;

/// <summary>One of ASP.NET Core's middlewares, on demand.</summary>
/// <remarks>
/// An app has one instance for all its routes: a limit that two routes share is counted once, and so is a lock. Each request
/// goes on from it the way of its own endpoint. A derived class is made in one place only, behind a question whether something
/// of a certain class was found: where a native app never makes one of that class, the compiler leaves the middleware out.
/// </remarks>
internal abstract class PipelineStep(AppSteps steps)
{
    /// <summary>Stands for none: a request that matches nothing is limited like any other.</summary>
    public static Endpoint Unmatched { get; } = new(null, new(CookieRedirectSuppression.Instance), "any request");

    private readonly ConcurrentDictionary<Endpoint, RequestDelegate> _next = [];
    private RequestDelegate? _middleware;

    /// <summary>The endpoint that a request has matched, or what stands for none.</summary>
    public static Endpoint Of(HttpContext context) => context.GetEndpoint() ?? Unmatched;

    /// <summary>What it does, for people: <c>rate limit</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Whether a piece of metadata asks for it, or says something to it.</summary>
    public abstract bool AppliesTo(object metadata);

    /// <summary>Whether the middleware may turn a request back with a bare status.</summary>
    public virtual bool Rejects => false;

    /// <summary>The attribute that asks for it, for messages.</summary>
    protected abstract string Attribute { get; }

    /// <summary>The call that adds its services, for messages.</summary>
    protected abstract string Remedy { get; }

    protected IServiceProvider Services => steps.Services;

    protected ErrorBoundary Errors => steps.Errors;

    protected abstract void Use(IApplicationBuilder pipeline);

    /// <summary>The same where the host has its own in use: only to see whether the services are there.</summary>
    protected virtual void Try(IApplicationBuilder pipeline)
    {
        Use(pipeline);
        pipeline.Build();
    }

    /// <summary>Looks at what one endpoint asks, once the services are known to be there.</summary>
    protected virtual void Check(Endpoint endpoint)
    {
    }

    /// <summary>The same where the host may have told its middleware more than the services know.</summary>
    protected virtual void CheckOfHost(Endpoint endpoint) => Check(endpoint);

    /// <summary>Goes on behind the middleware.</summary>
    protected virtual Task Continue(HttpContext context, RequestDelegate next) => next(context);

    /// <summary>The words for a status that the middleware refused with.</summary>
    public virtual Rejection RejectionOf(HttpContext context) => throw new NotSupportedException();

    /// <summary>The step, and behind it what comes next for an endpoint.</summary>
    /// <exception cref="InvalidOperationException">Its services were never added, or the endpoint asks for what they do not hold.</exception>
    public virtual RequestDelegate Before(Endpoint endpoint, RequestDelegate next)
    {
        lock (steps)
        {
            _middleware ??= Build(endpoint);
        }

        Check(endpoint);
        _next[endpoint] = next;
        return Rejects ? MiddlewareRejections.HeldBy(this, _middleware) : _middleware;
    }

    protected TOptions Options<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>() where TOptions : class => Services.GetRequiredService<IOptions<TOptions>>().Value;

    protected static string NameOf(Endpoint endpoint) => endpoint.Metadata.GetMetadata<Route>()?.ToFullString() ?? $"'{endpoint.DisplayName}'";

    protected static InvalidOperationException Unknown(Endpoint endpoint, string attribute, string kind, string policy, string remedy) =>
        new($"{NameOf(endpoint)} bears [{attribute}(\"{policy}\")], and no {kind} is named \"{policy}\". Add it, {remedy}, or correct the name.");

    /// <summary>Looks whether what an endpoint asks of the host's middleware can be had.</summary>
    /// <exception cref="InvalidOperationException">The services were never added, or the endpoint asks for what they do not hold.</exception>
    public void Require(Endpoint endpoint)
    {
        Configure(endpoint, pipeline =>
        {
            Try(pipeline);
            return pipeline;
        });
        CheckOfHost(endpoint);
    }

    private RequestDelegate Build(Endpoint endpoint) => Configure(endpoint, pipeline =>
    {
        Use(pipeline);
        pipeline.Run(GoOn);
        return pipeline.Build();
    });

    private T Configure<T>(Endpoint endpoint, Func<IApplicationBuilder, T> use)
    {
        try
        {
            return use(new ApplicationBuilder(Services));
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidOperationException($"{NameOf(endpoint)} bears [{Attribute}], and the services behind it were never added: call {Remedy}.", exception);
        }
    }

    private Task GoOn(HttpContext context)
    {
        if (Rejects)
        {
            MiddlewareRejections.Release(context);
        }

        return Continue(context, _next[Of(context)]);
    }
}
