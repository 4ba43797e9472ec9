namespace Litestar.Benchmarks.Load;

/// <summary>One contestant under one load for one stretch of time.</summary>
/// <param name="Round">Turns of one round followed each other, and are compared with each other.</param>
/// <param name="Cpu">Microseconds of CPU per request.</param>
/// <param name="Allocated">Bytes per request.</param>
/// <param name="Rate">Requests per second.</param>
/// <param name="P50">Microseconds from request to answer, median.</param>
/// <param name="P99">Microseconds, 99 of 100.</param>
/// <param name="Bad">Answers other than expected, and connections that failed.</param>
/// <param name="Pss">Kilobytes of memory after the turn.</param>
internal sealed record Turn(int Round, double Cpu, double Allocated, double Rate, double P50, double P99, long Bad, long Pss);
