using Litestar.Errors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Litestar.Pipeline;

/// <summary>
/// A branch of a <see cref="LitestarApp"/> (<c>UseWhen</c>, <c>MapWhen</c>, <c>Map</c>), whose middleware knows the
/// handlers like the app's own middleware.
/// </summary>
/// <param name="inner">ASP.NET Core's builder of the branch.</param>
/// <param name="middleware">Adds middleware to it.</param>
/// <param name="exceptions">Inspects middleware that answers exceptions.</param>
internal sealed class AppBranch(IApplicationBuilder inner, RouteAwareMiddleware middleware, ExceptionMiddleware exceptions) : IApplicationBuilder
{
    public IServiceProvider ApplicationServices
    {
        get => inner.ApplicationServices;
        set => inner.ApplicationServices = value;
    }

    public IFeatureCollection ServerFeatures => inner.ServerFeatures;

    public IDictionary<string, object?> Properties => inner.Properties;

    public IApplicationBuilder Use(Func<RequestDelegate, RequestDelegate> step)
    {
        exceptions.Note(inner, step);
        middleware.Add(inner, step);
        return this;
    }

    public IApplicationBuilder New() => new AppBranch(inner.New(), middleware.Branch(inner), exceptions);

    public RequestDelegate Build() => inner.Build();
}
