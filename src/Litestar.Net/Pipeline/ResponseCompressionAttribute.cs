using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;

namespace Litestar;

/// <summary>Compresses the responses of a handler, or of all handlers of a class or an assembly, if the client accepts it.</summary>
/// <remarks>
/// ASP.NET Core's own middleware does it, configured by <c>builder.Services.AddResponseCompression()</c>: its media types and its
/// algorithms. HTTPS responses are compressed only with <c>EnableForHttps</c>, because a response that contains a secret and a
/// value from the client reveals the secret by its length (BREACH). Rejections are not compressed. Within <c>MapLitestar</c> the
/// host's own middleware decides, and this attribute has no effect.
/// </remarks>
/// <param name="isEnabled">False excludes a handler that a class or an assembly has included: the nearest wins.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Assembly)]
public sealed class ResponseCompressionAttribute(bool isEnabled = true) : Attribute, IRouteStep
{
    /// <summary>True if responses are compressed.</summary>
    /// <value>True.</value>
    public bool IsEnabled { get; } = isEnabled;

    string IRouteStep.Name => "compression";

    RouteStepPlace IRouteStep.Place => RouteStepPlace.BeforeGuards;

    RequestDelegate IRouteStep.Around(RouteStepContext route, RequestDelegate next) => IsEnabled && !route.IsOfHost
        ? new ResponseCompressionMiddleware(next, route.Required<IResponseCompressionProvider>("builder.Services.AddResponseCompression()")).Invoke
        : next;
}
