using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Errors;

/// <summary>Gives a body to what Kestrel refuses by itself: a NUL in the path, a header without end, a request line that is none.</summary>
/// <remarks>
/// Kestrel answers these before any middleware runs, with a bare status. It announces each on its diagnostic source with the
/// request's features, and leaves an answer that has begun alone. This is that source; all it hears goes on to the app's
/// listener. A subscription to the listener would do as well, and would slow down every request.
/// </remarks>
/// <param name="listener">The app's listener.</param>
internal sealed class ServerRejections(DiagnosticListener listener) : DiagnosticSource
{
    private const string BadRequest = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    /// <summary>Writes the document, once the app is built.</summary>
    public RejectionWriter? Writer { get; set; }

    /// <summary>Makes the request's services, for code of the app that changes the document.</summary>
    public IServiceScopeFactory? Scopes { get; set; }

    public override bool IsEnabled(string name) => name is BadRequest || listener.IsEnabled(name);

    [RequiresUnreferencedCode("The type of the value may lose members that a listener looks for.")]
    public override void Write(string name, object? value)
    {
        if (name is BadRequest && value is IFeatureCollection features)
        {
            Hear(features);
        }

        if (listener.IsEnabled(name))
        {
            listener.Write(name, value);
        }
    }

    private void Hear(IFeatureCollection features)
    {
        if (Writer is { } writer
            && features.Get<IBadRequestExceptionFeature>()?.Error is BadHttpRequestException error
            && features.Get<IConnectionTransportFeature>() is { } connection
            && features.Get<IHttpResponseFeature>() is { HasStarted: false })
        {
            Answer(writer, new DefaultHttpContext(features) { ServiceScopeFactory = Scopes! }, connection, error);
        }
    }

    // Nothing here waits: the head goes into the connection's pipe, and the body, at most a few hundred bytes, behind it.
    private static void Answer(RejectionWriter writer, HttpContext context, IConnectionTransportFeature connection, BadHttpRequestException error)
    {
        var document = Begin(writer, context, Rejection.Malformed(error));
        context.Response.Headers.Connection = "close";
        if (context.Response.StartAsync().IsCompletedSuccessfully && !HttpMethods.IsHead(context.Request.Method))
        {
            _ = connection.Transport.Output.WriteAsync(document.Bytes);
        }
    }

    private static RejectionBuffer Begin(RejectionWriter writer, HttpContext context, in Rejection rejection)
    {
        try
        {
            return writer.Begin(context, in rejection);
        }
        catch (Exception)
        {
            // The app's own code cannot change it. Kestrel has logged the request, and has nobody to hand an exception to.
            return writer.Begin(context, in rejection, isPlain: true);
        }
    }
}
