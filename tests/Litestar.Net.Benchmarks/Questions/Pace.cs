namespace Litestar.Benchmarks.Questions;

/// <summary>How much time a measurement takes itself.</summary>
/// <param name="Near">How many turns those take whose differences are small.</param>
/// <param name="Far">How many turns all others take.</param>
internal sealed record Pace(int Near, int Far)
{
    public static readonly Pace Full = new(Near: 7, Far: 2);
    public static readonly Pace Quick = new(Near: 2, Far: 1);

    /// <summary>As short as wrk can: the shorter a turn, the more alike is what disturbs two that follow each other.</summary>
    public static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    public bool IsQuick => this == Quick;
}
