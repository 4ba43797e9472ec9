#!/usr/bin/env dotnet
#:project ../src/Litestar.Net/Litestar.Net.csproj
// A service in one file: a store from the container, a body that is checked, a guard, and a stream of what is being written.
//   GUESTBOOK__HOST=secret ./guestbook.cs --urls http://localhost:5005
//   curl localhost:5005/entries --json '{"name":"Ann","text":"Lovely."}'
//   curl -N localhost:5005/entries/live
//   curl -X DELETE localhost:5005/entries/1 -H 'X-Host: secret'

using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.AspNetCore.Mvc;

var builder = LitestarApp.CreateBuilder(args);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<Guestbook>();
builder.Handlers.Add([typeof(Entries)]);
builder.Build().Run();

[Path("/entries")]
static class Entries
{
    [Get]
    public static IReadOnlyList<Entry> List(Guestbook book, [Range(1, 100)] int size = 20) => book.Newest(size);

    [Post]
    public static Entry Sign(Greeting greeting, Guestbook book) => book.Sign(greeting);

    /// <summary>Sends every entry as it is written, until the reader leaves or the app stops.</summary>
    [Get("/live")]
    public static async IAsyncEnumerable<Entry> Watch(Guestbook book, IHostApplicationLifetime app, [EnumeratorCancellation] CancellationToken gone)
    {
        using var reader = book.Read();
        await using var stop = app.ApplicationStopping.Register(reader.Dispose);
        await foreach (var entry in reader.Entries.ReadAllAsync(gone))
        {
            yield return entry;
        }
    }

    [Delete("/{id:int}"), Guard(nameof(Guards.IsHost))]
    public static void Remove(int id, Guestbook book)
    {
        if (!book.Remove(id))
        {
            throw new NotFoundException($"There is no entry {id}.");
        }
    }
}

static class Guards
{
    /// <summary>Lets in who knows the secret that the host has configured. Without one, nobody is let in.</summary>
    public static bool IsHost([FromHeader(Name = "X-Host")] string? secret, IConfiguration configuration) =>
        secret is { Length: > 0 } && secret == configuration["Guestbook:Host"];
}

sealed class Guestbook(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];
    private readonly List<Reader> _readers = [];
    private int _lastId;

    public IReadOnlyList<Entry> Newest(int count)
    {
        lock (_lock)
        {
            return [.. Enumerable.Reverse(_entries).Take(count)];
        }
    }

    public Entry Sign(Greeting greeting)
    {
        lock (_lock)
        {
            var entry = new Entry(++_lastId, greeting.Name, greeting.Text, time.GetUtcNow());
            _entries.Add(entry);
            _readers.ForEach(reader => reader.Tell(entry));
            return entry;
        }
    }

    public bool Remove(int id)
    {
        lock (_lock)
        {
            return _entries.RemoveAll(entry => entry.Id == id) > 0;
        }
    }

    public Reader Read()
    {
        lock (_lock)
        {
            var reader = new Reader(this);
            _readers.Add(reader);
            return reader;
        }
    }

    /// <summary>Somebody who waits for entries. One who is too slow misses the oldest.</summary>
    public sealed class Reader(Guestbook book) : IDisposable
    {
        private readonly Channel<Entry> _entries = Channel.CreateBounded<Entry>(new BoundedChannelOptions(100) { FullMode = BoundedChannelFullMode.DropOldest });

        public ChannelReader<Entry> Entries => _entries.Reader;

        public void Tell(Entry entry) => _entries.Writer.TryWrite(entry);

        public void Dispose()
        {
            _entries.Writer.TryComplete();
            lock (book._lock)
            {
                book._readers.Remove(this);
            }
        }
    }
}

record Greeting([StringLength(40, MinimumLength = 1)] string Name, [StringLength(1000, MinimumLength = 1)] string Text);
record Entry(int Id, string Name, string Text, DateTimeOffset At);
