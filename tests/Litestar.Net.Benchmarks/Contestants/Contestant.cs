namespace Litestar.Benchmarks.Contestants;

/// <summary>One way to write the same app.</summary>
/// <param name="Name">The word on the command line and the head of the column.</param>
/// <param name="Build">Makes the app from a command line that holds <c>--urls</c>, and from services that stand in for the network.</param>
internal sealed record Contestant(string Name, Func<string[], Action<IServiceCollection>, IHost> Build)
{
    /// <summary>Every contestant. The first is what all others are compared with.</summary>
    public static readonly Contestant[] All =
    [
        new("raw", Raw.Build),
        new("litestar", LitestarNet.Build),
        new("minimal", Minimal.Build),
        new("fastendpoints", Fast.Build),
    ];

    public static Contestant Find(string name) => All.FirstOrDefault(contestant => contestant.Name == name)
        ?? throw new ArgumentException($"There is no contestant '{name}'. There are: {string.Join(", ", All.Select(contestant => contestant.Name))}.");
}
