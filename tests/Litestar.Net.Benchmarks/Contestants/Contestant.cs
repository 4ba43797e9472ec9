namespace Litestar.Benchmarks.Contestants;

/// <summary>One way to write the same app: on ASP.NET Core, or elsewhere.</summary>
/// <param name="Name">The word on the command line and the head of the column.</param>
/// <param name="Build">Makes the app from a command line that holds <c>--urls</c>, and from services that stand in for the network; throws where it is a peer.</param>
internal sealed record Contestant(string Name, Func<string[], Action<IServiceCollection>, IHost> Build)
{
    /// <summary>Every contestant. The first is what all others are compared with.</summary>
    public static readonly Contestant[] All =
    [
        new("raw", Raw.Build) { IsNear = true },
        new("litestar", LitestarNet.Build) { IsNear = true },
        new("minimal", Minimal.Build) { IsNear = true, Checks = false },
        new("minimal, validating", Minimal.BuildValidating) { ChecksOnly = true },
        new("fastendpoints", Fast.Build),
        new("mvc", Mvc.Build),
        new("carter", CarterModules.Build) { Checks = false },
        Of("fastapi", Peer.FastApi(workers: 1)),
        Of("flask", Peer.Flask(workers: 1, threads: 32)),
        Of("fastify", Peer.Node("fastify")),
        Of("hono", Peer.Node("hono")),
    ];

    /// <summary>Whether small differences to it matter, and so it takes more turns.</summary>
    public bool IsNear { get; private init; }

    /// <summary>Whether it checks what it is sent by rules.</summary>
    public bool Checks { get; private init; } = true;

    /// <summary>Whether it does nothing else.</summary>
    public bool ChecksOnly { get; private init; }

    /// <summary>How it is started where it is no program of ours.</summary>
    public Peer? Peer { get; private init; }

    public static Contestant Find(string name) => All.FirstOrDefault(contestant => contestant.Name == name)
        ?? throw new ArgumentException($"There is no contestant '{name}'. There are: {string.Join(", ", All.Select(contestant => contestant.Name))}.");

    public static Contestant Of(string name, Peer peer) => new(name, (_, _) => throw new InvalidOperationException($"'{name}' runs in a process of its own only.")) { Peer = peer };

    /// <summary>Whether it can be asked this. 405 is an answer of ASP.NET Core's, and others have no rules of their own.</summary>
    public bool Answers(Load.Case one, int depth) =>
        (Peer is null || (Peer.Pipelines || depth is 1) && one.Name is not "405" && !one.IsChecked)
        && (one.IsChecked ? Checks : !ChecksOnly);
}
