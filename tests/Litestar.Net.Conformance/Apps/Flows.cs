using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;

namespace Litestar.Conformance.Apps;

/// <summary>Streams that fail, and streams without an end.</summary>
[Path("/flows")]
public static class Flows
{
    /// <summary>How many rows come before a failure.</summary>
    public const int Rows = 40_000;

    [Get("/torn")]
    public static async IAsyncEnumerable<int> Torn()
    {
        for (var i = 0; i < Rows; i++)
        {
            yield return i + 100_000;
        }

        // Where it need not wait, what System.Text.Json has not let out of its own buffer is lost.
        await Task.Delay(500);
        throw new InvalidOperationException("the secret");
    }

    [Get("/torn/list")] public static IEnumerable<int> TornList(bool fine = false) => Enumerable.Range(100_000, Rows * 2).Select(number => fine || number < 100_000 + Rows * 2 - 1 ? number : throw new InvalidOperationException("the secret"));
    [Get("/torn/length")] public static Stream TornLength() => new TornStream();

    [Get("/endless")]
    public static async IAsyncEnumerable<int> Endless([EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return 1;
        await Task.Delay(Timeout.Infinite, cancellation);
    }

    [Get("/endless/farewell")]
    public static async IAsyncEnumerable<int> Farewell([EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return 1;
        await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        yield return 2;
    }

    [Get("/endless/silent")]
    public static async IAsyncEnumerable<int> Silent([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.Delay(Timeout.Infinite, cancellation);
        yield return 1;
    }

    [Get("/endless/ticks")]
    public static async IAsyncEnumerable<int> Ticks()
    {
        for (var i = 0; ; i++)
        {
            await Task.Delay(50);
            yield return i;
        }
    }

    [Get("/endless/events")] public static IResult Events(CancellationToken cancellation) => TypedResults.ServerSentEvents(Quotes(cancellation));

    [Get("/slow")] public static async Task<string> Slow(CancellationToken cancellation) { await Task.Delay(700, cancellation); return "finished"; }

    private static async IAsyncEnumerable<SseItem<string>> Quotes([EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return new("1", "price");
        await Task.Delay(Timeout.Infinite, cancellation);
    }

    private sealed class TornStream : Stream
    {
        private int _left = 300_000;

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => 400_000;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_left is 0)
            {
                throw new InvalidOperationException("the secret");
            }

            var read = Math.Min(count, _left);
            buffer.AsSpan(offset, read).Fill((byte)'x');
            _left -= read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => 0;

        public override void SetLength(long value)
        {
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
        }
    }
}
