namespace Litestar.Benchmarks.Questions;

/// <summary>How much time a measurement takes itself.</summary>
/// <param name="Launches">How often those are started anew whose differences are small: where the compiler puts its code is chance, and makes some of the difference.</param>
/// <param name="Near">How many turns they take each time.</param>
/// <param name="Far">How many turns all others take.</param>
internal sealed record Pace(int Launches, int Near, int Far)
{
    public static readonly Pace Full = new(Launches: 4, Near: 3, Far: 2);
    public static readonly Pace Quick = new(Launches: 1, Near: 2, Far: 1);

    /// <summary>The same with fewer turns.</summary>
    public Pace Shorter => new(Launches, (Near + 2) / 3, (Far + 2) / 3);

    /// <summary>As short as wrk can: the shorter a turn, the more alike is what disturbs two that follow each other.</summary>
    public static readonly TimeSpan Turn = TimeSpan.FromSeconds(1);

    public bool IsQuick => this == Quick;
}
