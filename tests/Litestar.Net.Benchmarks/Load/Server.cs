using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime;
using Litestar.Benchmarks.Contestants;

namespace Litestar.Benchmarks.Load;

/// <summary>A contestant in a process of its own.</summary>
internal sealed class Server : IAsyncDisposable
{
    private const int Core = 0;

    private readonly Process _process;

    private Server(Contestant contestant, Process process, Uri address)
    {
        Contestant = contestant;
        Address = address;
        _process = process;
    }

    public Contestant Contestant { get; }

    public string Name => Contestant.Name;

    public Uri Address { get; }

    /// <param name="contestant">Who.</param>
    /// <param name="isAlone">Whether it gets one core, and is told so; else it may use all.</param>
    /// <param name="arguments">What a server of this program is told besides.</param>
    public static async Task<Server> Start(Contestant contestant, bool isAlone = true, params string[] arguments)
    {
        if (contestant.Peer is { } peer)
        {
            var address = new Uri($"http://127.0.0.1:{FreePort()}");
            var launched = Process.Start(peer.Launch(address.Port))!;
            await WaitFor(address, launched, contestant.Name);
            return new Server(contestant, launched, address);
        }

        var start = new ProcessStartInfo(Environment.ProcessPath!, ["serve", contestant.Name, "--urls", "http://127.0.0.1:0", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        if (isAlone)
        {
            start.Environment["DOTNET_PROCESSOR_COUNT"] = "1";
            // Else the compiler waits for a moment in which no method is new, which a busy core can take minutes to find.
            start.Environment["DOTNET_TC_CallCountingDelayMs"] = "0";
        }

        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"'{contestant.Name}' did not start.");
        return new Server(contestant, process, new Uri(line));
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

    /// <summary>Keeps it on one core from now on. Until then it may use another one to compile.</summary>
    public Task Pin() => ProcessTree.Pin(_process.Id, Core);

    /// <summary>Bytes allocated and methods compiled since the start; zeros where the server is no program of ours.</summary>
    public async Task<(long Allocated, long Compiled)> Count()
    {
        if (Contestant.Peer is not null)
        {
            return default;
        }

        await _process.StandardInput.WriteLineAsync();
        await _process.StandardInput.FlushAsync();
        var counters = (await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"'{Name}' has gone.")).Split(' ');
        return (long.Parse(counters[0]), long.Parse(counters[1]));
    }

    public double CpuSeconds() => ProcessTree.CpuSeconds(_process.Id);

    public long PssKilobytes() => ProcessTree.PssKilobytes(_process.Id);

    /// <summary>Asks each case once.</summary>
    /// <exception cref="InvalidOperationException">One was answered otherwise than expected.</exception>
    public async Task Verify(IEnumerable<Case> cases)
    {
        using var client = new HttpClient { BaseAddress = Address };
        foreach (var one in cases)
        {
            if (await one.Verify(client) is { } wrong)
            {
                throw new InvalidOperationException($"'{Name}': {wrong}.");
            }
        }
    }

    /// <summary>One turn under load, and what it cost.</summary>
    public async Task<Turn> Take(Wrk wrk, TimeSpan duration, Case one, int round)
    {
        var (bytes, _) = await Count();
        var cpu = CpuSeconds();
        var load = await wrk.Run(Address, duration, one);
        cpu = CpuSeconds() - cpu;
        bytes = (await Count()).Allocated - bytes;
        return new Turn(round, cpu * 1e6 / load.Requests, (double)bytes / load.Requests, load.Requests / load.Seconds, load.P50, load.P99, load.Bad, PssKilobytes());
    }

    public async ValueTask DisposeAsync()
    {
        if (Contestant.Peer is null)
        {
            _process.StandardInput.Close();
        }
        else
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task WaitFor(Uri address, Process process, string name)
    {
        for (var i = 0; i < 300 && !process.HasExited; i++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(address.Host, address.Port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(100);
            }
        }

        throw new InvalidOperationException($"'{name}' did not start.");
    }
}
