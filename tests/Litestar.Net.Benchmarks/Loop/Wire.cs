using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Text;
using System.Threading.Channels;
using Litestar.Benchmarks.Load;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Litestar.Benchmarks.Loop;

/// <summary>A connection to Kestrel without a network: the request is answered on the thread that sends it.</summary>
/// <param name="depth">How many requests are sent at once.</param>
internal sealed class Wire(int depth = Wrk.Pipelined) : IConnectionListenerFactory, IConnectionListener
{
    private readonly Channel<ConnectionContext> _connections = Channel.CreateUnbounded<ConnectionContext>();
    private readonly Dictionary<Case, (byte[] Requests, long Answers)> _batches = [];
    private IDuplexPipe? _client;

    public EndPoint EndPoint { get; private set; } = null!;

    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        EndPoint = endpoint;
        return new(this);
    }

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default) => await _connections.Reader.ReadAsync(cancellationToken);

    public ValueTask UnbindAsync(CancellationToken cancellationToken = default) => default;

    public ValueTask DisposeAsync() => default;

    /// <summary>Sends a batch of one case and takes all of its answers.</summary>
    public void Send(Case one)
    {
        var client = _client ??= Connect();
        if (!_batches.TryGetValue(one, out var batch))
        {
            _batches[one] = batch = (Requests(one), 0);
        }

        client.Output.Write(batch.Requests);
        client.Output.FlushAsync().AsTask().GetAwaiter().GetResult();
        if (batch.Answers == 0)
        {
            // How long the answers are is seen once; the first may be made on another thread.
            var length = 0L;
            for (var quiet = 0; length is 0 || quiet < (depth is 1 ? 1 : 20); quiet++)
            {
                Thread.Sleep(10);
                length += Take(client);
            }

            _batches[one] = (batch.Requests, length);
            return;
        }

        for (var taken = 0L; taken < batch.Answers; taken += Take(client))
        {
        }
    }

    private static long Take(IDuplexPipe client)
    {
        if (!client.Input.TryRead(out var read))
        {
            return 0;
        }

        var length = read.Buffer.Length;
        client.Input.AdvanceTo(read.Buffer.End);
        return length;
    }

    private byte[] Requests(Case one)
    {
        var body = one.Body.Length > 0 ? $"Content-Type: application/json\r\nContent-Length: {one.Body.Length}\r\n\r\n{one.Body}" : "\r\n";
        return Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat($"{one.Method} {one.Path} HTTP/1.1\r\nHost: localhost\r\n{(one.Header.Length > 0 ? one.Header + "\r\n" : "")}{body}", depth)));
    }

    private IDuplexPipe Connect()
    {
        var options = new PipeOptions(Memory.Pool, PipeScheduler.Inline, PipeScheduler.Inline, pauseWriterThreshold: 1 << 20, resumeWriterThreshold: 1 << 19, useSynchronizationContext: false);
        var (up, down) = (new Pipe(options), new Pipe(options));
        _connections.Writer.TryWrite(new Connection(new Ends(up.Reader, down.Writer)));
        Thread.Sleep(200);
        return new Ends(down.Reader, up.Writer);
    }

    private sealed record Ends(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    private sealed class Connection : ConnectionContext
    {
        public Connection(IDuplexPipe transport)
        {
            Transport = transport;
            Features.Set<IMemoryPoolFeature>(Memory.Pool);
        }

        public override string ConnectionId { get; set; } = "loop";

        public override IFeatureCollection Features { get; } = new FeatureCollection();

        public override IDictionary<object, object?> Items { get; set; } = new Dictionary<object, object?>();

        public override IDuplexPipe Transport { get; set; }
    }
}
