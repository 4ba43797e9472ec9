using System.Diagnostics;
using System.Runtime;

namespace Litestar.Benchmarks.Load;

/// <summary>A contestant in a process of its own, made for one core.</summary>
internal sealed class Server : IAsyncDisposable
{
    private const int Core = 0;

    // What Linux promises to programs (USER_HZ), whatever the kernel's own clock.
    private const double TicksPerSecond = 100;

    private readonly Process _process;

    private Server(string name, Process process, Uri address)
    {
        Name = name;
        Address = address;
        _process = process;
    }

    public string Name { get; }

    public Uri Address { get; }

    public static async Task<Server> Start(string name)
    {
        string[] arguments = ["serve", name, "--urls", "http://127.0.0.1:0"];
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment =
            {
                ["DOTNET_PROCESSOR_COUNT"] = "1",
                // Else the compiler waits for a moment in which no method is new, which a busy core can take minutes to find.
                ["DOTNET_TC_CallCountingDelayMs"] = "0",
            },
        })!;
        var address = await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException($"'{name}' did not start.");
        return new Server(name, process, new Uri(address));
    }

    /// <summary>Keeps it on one core from now on. Until then it may use another one to compile.</summary>
    public async Task Pin()
    {
        using var taskset = Process.Start(new ProcessStartInfo("taskset", ["-a", "-p", "-c", $"{Core}", $"{_process.Id}"]) { RedirectStandardOutput = true })!;
        await taskset.WaitForExitAsync();
    }

    /// <summary>The side of the server: its address on the first line, then one line of counters for each line it is sent, until there are no more.</summary>
    public static async Task Serve(IHost app)
    {
        await app.StartAsync();
        Console.WriteLine(app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
            .Features.Get<Microsoft.AspNetCore.Hosting.Server.Features.IServerAddressesFeature>()!.Addresses.First());
        while (Console.ReadLine() is not null)
        {
            Console.WriteLine($"{GC.GetTotalAllocatedBytes(precise: true)} {JitInfo.GetCompiledMethodCount()}");
        }

        await app.StopAsync();
    }

    /// <summary>Bytes allocated and methods compiled since the start.</summary>
    public async Task<(long Allocated, long Compiled)> Count()
    {
        await _process.StandardInput.WriteLineAsync();
        await _process.StandardInput.FlushAsync();
        var counters = (await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"'{Name}' has gone.")).Split(' ');
        return (long.Parse(counters[0]), long.Parse(counters[1]));
    }

    /// <summary>Seconds of CPU since the start, in user and kernel mode.</summary>
    public double CpuSeconds()
    {
        // The second field is the name of the program, in parentheses, and may hold anything.
        var stat = File.ReadAllText($"/proc/{_process.Id}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (long.Parse(fields[11]) + long.Parse(fields[12])) / TicksPerSecond;
    }

    /// <summary>Memory in use, shared pages divided among those who share them.</summary>
    public long PssKilobytes() => File.ReadLines($"/proc/{_process.Id}/smaps_rollup")
        .Where(line => line.StartsWith("Pss:", StringComparison.Ordinal))
        .Select(line => long.Parse(line["Pss:".Length..].Replace("kB", "").Trim()))
        .First();

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
