using System.Diagnostics;
using Litestar.Benchmarks.Questions;

namespace Litestar.Benchmarks.Contestants;

/// <summary>A framework of another language, as its own documentation says is fastest. Its programs stand in <c>Peers</c>.</summary>
/// <param name="Folder">Where its program stands.</param>
/// <param name="Needs">What must be there, besides the program that runs it.</param>
/// <param name="Command">The program that runs it.</param>
/// <param name="Arguments">What that is told, for a port.</param>
internal sealed record Peer(string Folder, string Needs, string Command, Func<int, string[]> Arguments)
{
    /// <summary>Whether a client may send a request before the last one is answered; gunicorn's threads stop to listen then.</summary>
    public bool Pipelines { get; private init; } = true;

    /// <summary>Whether all that it needs is installed.</summary>
    public bool IsThere => File.Exists(Command) && (Path.IsPathRooted(Needs) ? Path.Exists(Needs) : Path.Exists(Path.Combine(Home, Needs)));

    /// <summary>The same of a contestant; says loudly where it is left out.</summary>
    public static bool IsThereFor(Contestant contestant)
    {
        if (contestant.Peer is not { IsThere: false })
        {
            return true;
        }

        Findings.Progress($"LEFT OUT: '{contestant.Name}' is not installed. The command 'setup' does that.");
        return false;
    }

    private string Home => Path.Combine(Repository.Benchmarks, "Peers", Folder);

    public static Peer FastApi(int workers) => new("fastapi", "/usr/lib/python3/dist-packages/fastapi", "/usr/bin/python3", port =>
        ["-m", "uvicorn", "app:app", "--host", "127.0.0.1", "--port", $"{port}", "--workers", $"{workers}", "--loop", "uvloop", "--http", "httptools", "--no-access-log", "--log-level", "warning", "--backlog", "2048"]);

    public static Peer Flask(int workers, int threads) => new("flask", "/usr/lib/python3/dist-packages/flask", "/usr/bin/gunicorn", port =>
        ["--worker-class", "gthread", "--workers", $"{workers}", "--threads", $"{threads}", "--worker-connections", "2000", "--keep-alive", "30", "--bind", $"127.0.0.1:{port}", "--log-level", "warning", "app:app"]) { Pipelines = false };

    public static Peer Node(string program) => new("node", "node_modules/" + program, "/usr/bin/node", port => [$"{program}.js", $"{port}"]);

    public ProcessStartInfo Launch(int port) => new(Command, Arguments(port)) { WorkingDirectory = Home, Environment = { ["NODE_ENV"] = "production", ["PYTHONDONTWRITEBYTECODE"] = "1" } };
}
