using System.Diagnostics;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Litestar.Rejections;

/// <summary>Gives a body to what Kestrel refuses by itself: a NUL in the path, a header without end, a request line that is none.</summary>
/// <remarks>
/// Kestrel answers these before any middleware runs, with a bare status. It announces each on the app's diagnostic listener
/// with the request's features, and leaves an answer that has begun alone.
/// </remarks>
/// <param name="writer">Writes the document.</param>
internal sealed class ServerRefusals(ProblemWriter writer) : IObserver<KeyValuePair<string, object?>>
{
    private const string BadRequest = "Microsoft.AspNetCore.Server.Kestrel.BadRequest";

    public static IDisposable Watch(DiagnosticListener listener, ProblemWriter writer) =>
        listener.Subscribe(new ServerRefusals(writer), static name => name is BadRequest);

    public void OnNext(KeyValuePair<string, object?> announced)
    {
        if (announced is { Key: BadRequest, Value: IFeatureCollection features }
            && features.Get<IBadRequestExceptionFeature>()?.Error is BadHttpRequestException error
            && features.Get<IConnectionTransportFeature>() is { } connection
            && features.Get<IHttpResponseFeature>() is { HasStarted: false })
        {
            Answer(new DefaultHttpContext(features), connection, error);
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    // Nothing here waits: the head goes into the connection's pipe, and the body, at most a few hundred bytes, behind it.
    private void Answer(HttpContext context, IConnectionTransportFeature connection, BadHttpRequestException error)
    {
        var body = writer.Begin(context, Rejection.Malformed(error.StatusCode, error.Message));
        context.Response.Headers.Connection = "close";
        if (context.Response.StartAsync().IsCompletedSuccessfully && !HttpMethods.IsHead(context.Request.Method))
        {
            _ = connection.Transport.Output.WriteAsync(body);
        }
    }
}
