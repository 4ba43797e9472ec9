using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Errors;

/// <summary>
/// Writes a body for requests that Kestrel rejects by itself: a NUL in the path, a header without end, an invalid
/// request line.
/// </summary>
/// <remarks>
/// Kestrel answers these before any middleware runs, with a bare status. It writes an event for each to its diagnostic source, with
/// the request's features, and leaves a response that has begun alone. This class is that source; it forwards all events to the
/// app's listener. A subscription to the listener would work as well, but would slow down every request.
/// </remarks>
/// <param name="listener">The app's listener.</param>
internal sealed class ServerRejections(DiagnosticListener listener) : DiagnosticSource
{
    private const string BadRequest = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    /// <summary>The writer of the document; set when the app is built.</summary>
    public RejectionWriter? Writer { get; set; }

    /// <summary>The factory of the request's services, for code of the app that changes the document.</summary>
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

    // No waiting here: the head goes into the connection's pipe, and the body, at most a few hundred bytes, after it.
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
            // The app's own code cannot change it. Kestrel has logged the request, and has no caller that could catch an exception.
            return writer.Begin(context, in rejection, isPlain: true);
        }
    }
}
