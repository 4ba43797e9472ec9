using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Litestar.Errors;
using Litestar.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Litestar.Pipeline;

/// <summary>A middleware of ASP.NET Core, added on demand.</summary>
/// <remarks>
/// An app has one instance for all its routes: a limit or a lock that two routes share is the same one. Each request continues
/// with its own endpoint's next delegate. A derived class is created only after a type test on the metadata, so that the compiler
/// can leave its middleware out of a native app without such metadata.
/// </remarks>
internal abstract class PipelineStep(AppSteps steps)
{
    /// <summary>The endpoint for requests without a match: they are limited like any others.</summary>
    public static Endpoint Unmatched { get; } = new(null, new(CookieRedirectSuppression.Instance), "any request");

    private readonly ConcurrentDictionary<Endpoint, RequestDelegate> _next = [];
    private RequestDelegate? _middleware;

    /// <summary>Returns the endpoint of a request, or the one for requests without a match.</summary>
    public static Endpoint Of(HttpContext context) => context.GetEndpoint() ?? Unmatched;

    /// <summary>Returns true if an object of the metadata requests or configures it.</summary>
    public abstract bool AppliesTo(object metadata);

    /// <summary>True if the middleware may reject a request with a bare status.</summary>
    public virtual bool Rejects => false;

    /// <summary>The attribute that requests it, for messages.</summary>
    protected abstract string Attribute { get; }

    /// <summary>The call that adds its services, for messages.</summary>
    protected abstract string Remedy { get; }

    protected IServiceProvider Services => steps.Services;

    protected ErrorBoundary Errors => steps.Errors;

    protected abstract void Use(IApplicationBuilder pipeline);

    /// <summary>Builds the middleware only to check its services, when the host uses its own.</summary>
    protected virtual void Try(IApplicationBuilder pipeline)
    {
        Use(pipeline);
        pipeline.Build();
    }

    /// <summary>Checks the requests of one endpoint, after the services are known to exist.</summary>
    protected virtual void Check(Endpoint endpoint)
    {
    }

    /// <summary>Checks the same if the host may have configured its middleware beyond the services.</summary>
    protected virtual void CheckOfHost(Endpoint endpoint) => Check(endpoint);

    /// <summary>Continues after the middleware.</summary>
    protected virtual Task Continue(HttpContext context, RequestDelegate next) => next(context);

    /// <summary>Returns the rejection for a status that the middleware has set.</summary>
    public virtual Rejection RejectionOf(HttpContext context) => throw new NotSupportedException();

    /// <summary>Returns the step, followed by the next delegate of an endpoint.</summary>
    /// <exception cref="InvalidOperationException">
    /// Its services were not added, or the endpoint requests a policy that they do not have.
    /// </exception>
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

    /// <summary>The route of an endpoint and its handler for messages.</summary>
    public static string NameOf(Endpoint endpoint) => endpoint.Metadata.GetMetadata<Route>()?.ToFullString() ?? $"'{endpoint.DisplayName}'";

    protected static InvalidOperationException Unknown(Endpoint endpoint, string attribute, string kind, string policy, string remedy) =>
        new($"{NameOf(endpoint)} has [{attribute}(\"{policy}\")], and no {kind} is named \"{policy}\". Add it, {remedy}, or correct the name.");

    /// <summary>Checks that an endpoint's requests to the host's middleware can be met.</summary>
    /// <exception cref="InvalidOperationException">
    /// The services were not added, or the endpoint requests a policy that they do not have.
    /// </exception>
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
            throw RouteStepContext.Missing(NameOf(endpoint), Attribute, Remedy, exception);
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
