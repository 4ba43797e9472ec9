using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Litestar.Conformance.Apps.Layered;

/// <summary>What happened in one run, which the header <c>X-Run</c> names, in its order.</summary>
public sealed class Journal
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _runs = new();

    public void Write(HttpContext context, string line)
    {
        if (context.Request.Headers["X-Run"].ToString() is { Length: > 0 } run)
        {
            Of(run).Enqueue(line);
        }
    }

    public string Read(string run) => string.Join(' ', Of(run));

    private ConcurrentQueue<string> Of(string run) => _runs.GetOrAdd(run, _ => new());
}

/// <summary>Reads the journal from outside.</summary>
public static class Journals
{
    [Get("/journal/{run}")] public static string Read(string run, Journal journal) => journal.Read(run);
}
