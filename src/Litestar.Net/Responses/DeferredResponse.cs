using System.IO.Pipelines;
using Litestar.Dependencies;
using Litestar.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Litestar.Responses;

/// <summary>
/// The body of a response that writes itself. It is buffered so that providers can complete before its first byte, and
/// only if it does not fail before.
/// </summary>
internal sealed class DeferredResponse : IHttpResponseBodyFeature
{
    private readonly IHttpResponseBodyFeature _inner;
    private readonly DeferredBodyWriter _writer;

    /// <param name="context">The request.</param>
    /// <param name="inner">The original body.</param>
    /// <param name="holdsFlushes">True if a flush does not send the buffered part.</param>
    private DeferredResponse(HttpContext context, IHttpResponseBodyFeature inner, bool holdsFlushes)
    {
        _inner = inner;
        _writer = new(
            async _ =>
            {
                await RequestCompletion.Complete(context);
                return inner.Writer;
            },
            holdsFlushes);
    }

    public Stream Stream => field ??= _writer.AsStream(leaveOpen: true);

    public PipeWriter Writer => _writer;

    /// <summary>Runs the function that writes the response, and completes the providers before its first byte is sent.</summary>
    /// <param name="context">The request.</param>
    /// <param name="write">Writes the response.</param>
    /// <param name="holdsFlushes">True if an early flush only means a full buffer; false if it is intended.</param>
    public static async Task Write(HttpContext context, Func<Task> write, bool holdsFlushes)
    {
        var inner = context.Features.ResponseBody();
        var held = new DeferredResponse(context, inner, holdsFlushes);
        context.Features.Set<IHttpResponseBodyFeature>(held);
        try
        {
            await write();
            await held._writer.End();
        }
        finally
        {
            context.Features.Set(inner);
        }

        await ResultWriter.End(context);
    }

    public void DisableBuffering()
    {
        _writer.HoldNoFlush();
        _inner.DisableBuffering();
    }

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        await _writer.Release();
        await _inner.StartAsync(cancellationToken);
    }

    public async Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default)
    {
        await _writer.Release();
        await _inner.SendFileAsync(path, offset, count, cancellationToken);
    }

    public async Task CompleteAsync()
    {
        await _writer.Release();
        await _inner.CompleteAsync();
    }
}
