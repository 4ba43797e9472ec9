using Litestar.Errors;
using Litestar.Routing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Pipeline;

/// <summary>Writes the error body for handlers' requests that the host's authorization rejects, if the host itself writes none.</summary>
/// <remarks>
/// The host's middleware answers before the endpoint runs. This requirement, which always succeeds, is evaluated with the others,
/// and wraps the host's result handler for this request only.
/// </remarks>
/// <param name="errors">Writes the error body.</param>
internal sealed class HostAuthorization(ErrorBoundary errors) : IAuthorizationRequirementData, IAuthorizationRequirement, IAuthorizationHandler
{
    /// <summary>Adds the requirement to an endpoint that the host's authorization may reject.</summary>
    /// <param name="builder">The endpoint, after all conventions have run.</param>
    /// <param name="services">The host's container.</param>
    /// <param name="errors">Writes the error body.</param>
    public static void Watch(EndpointBuilder builder, IServiceProvider services, ErrorBoundary errors)
    {
        if (AuthorizationStep.MayReject(new(builder.Metadata), services) && !builder.Metadata.OfType<HostAuthorization>().Any())
        {
            builder.Metadata.Add(new HostAuthorization(errors));
        }
    }

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];

    public Task HandleAsync(AuthorizationHandlerContext context)
    {
        context.Succeed(this);
        if (context.Resource is HttpContext { RequestServices: not Intercepted } request)
        {
            request.RequestServices = new Intercepted(request, this);
        }

        return Task.CompletedTask;
    }

    private Task Reject(HttpContext context)
    {
        var response = context.Response;
        if (response.HasStarted || response.StatusCode is not (StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden))
        {
            return Task.CompletedTask;
        }

        // The cookie handler leaves the address of its page for scripts. This response has no page.
        response.Headers.Remove("Location");
        var isWritten = response.ContentType is not null || response.ContentLength is not null || ErrorBoundary.IsBegun(response);
        return isWritten || context.Features.Get<IStatusCodePagesFeature>() is { Enabled: true }
            ? Task.CompletedTask
            : errors.Reject(context, Rejection.Denied(response.StatusCode));
    }

    /// <summary>The services of a request until its authorization is decided: all are the host's, except the result handler.</summary>
    private sealed class Intercepted(HttpContext context, HostAuthorization owner) : IKeyedServiceProvider, IAuthorizationMiddlewareResultHandler
    {
        private readonly IServiceProvider _host = context.RequestServices;
        private IAuthorizationMiddlewareResultHandler? _handler;

        public object? GetService(Type serviceType)
        {
            if (serviceType != typeof(IAuthorizationMiddlewareResultHandler))
            {
                return _host.GetService(serviceType);
            }

            if (ReferenceEquals(context.RequestServices, this))
            {
                context.RequestServices = _host;
            }

            return (_handler = (IAuthorizationMiddlewareResultHandler?)_host.GetService(serviceType)) is null ? null : this;
        }

        public object? GetKeyedService(Type serviceType, object? serviceKey) => _host.GetKeyedService(serviceType, serviceKey);

        public object GetRequiredKeyedService(Type serviceType, object? serviceKey) => _host.GetRequiredKeyedService(serviceType, serviceKey);

        public async Task HandleAsync(RequestDelegate next, HttpContext request, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
        {
            await _handler!.HandleAsync(next, request, policy, authorizeResult);
            if (!authorizeResult.Succeeded && request.GetEndpoint()?.Metadata.GetMetadata<Route>() is not null)
            {
                await owner.Reject(request);
            }
        }
    }
}
