using System.Diagnostics;

namespace Litestar.Benchmarks.Load;

/// <summary>What the operating system says of a process and all that it has started: a server may be several.</summary>
internal static class ProcessTree
{
    // What Linux promises to programs (USER_HZ), whatever the kernel's own clock.
    private const double TicksPerSecond = 100;

    /// <summary>Seconds of CPU since the start, in user and kernel mode.</summary>
    public static double CpuSeconds(int id) => Of(id).Sum(one =>
    {
        // The second field is the name of the program, in parentheses, and may hold anything.
        var stat = File.ReadAllText($"/proc/{one}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[11]) + long.Parse(fields[12])) / TicksPerSecond;
    });

    /// <summary>Memory in use, shared pages divided among those who share them.</summary>
    public static long PssKilobytes(int id) => Of(id).Sum(one => File.ReadLines($"/proc/{one}/smaps_rollup")
        .Where(line => line.StartsWith("Pss:", StringComparison.Ordinal))
        .Select(line => long.Parse(line["Pss:".Length..].Replace("kB", "").Trim()))
        .First());

    /// <summary>Keeps all of it on one core from now on.</summary>
    public static async Task Pin(int id, int core)
    {
        foreach (var one in Of(id))
        {
            using var taskset = Process.Start(new ProcessStartInfo("taskset", ["-a", "-p", "-c", $"{core}", $"{one}"]) { RedirectStandardOutput = true })!;
            await taskset.WaitForExitAsync();
        }
    }

    private static IEnumerable<int> Of(int id) => Directory.EnumerateDirectories($"/proc/{id}/task")
        .SelectMany(thread => File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .SelectMany(child => Of(int.Parse(child)))
        .Prepend(id);
}
