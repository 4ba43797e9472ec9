namespace Litestar.Benchmarks.Report;

/// <summary>One contestant under one load for one stretch of time.</summary>
/// <param name="Cpu">Microseconds of CPU per request.</param>
/// <param name="Allocated">Bytes per request.</param>
/// <param name="Bad">Answers other than expected, and connections that failed.</param>
/// <param name="Pss">Kilobytes of memory after the round.</param>
internal sealed record Round(double Cpu, double Allocated, long Bad, long Pss);

/// <summary>How long a request took that was sent alone on its connection.</summary>
/// <param name="P50">Microseconds, median.</param>
/// <param name="P99">Microseconds, 99 of 100.</param>
internal sealed record Wait(double P50, double P99);

/// <summary>All that was measured of one contestant in one case, in the order of the rounds.</summary>
internal sealed record Result(List<Round> Rounds, List<Wait> Waits);

/// <summary>One case: the results of each contestant, which took turns.</summary>
internal sealed record Outcome(string Case, Dictionary<string, Result> Results);
