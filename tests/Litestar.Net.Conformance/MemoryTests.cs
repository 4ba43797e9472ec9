using System.Net.Sockets;
using System.Text;
using Litestar.Conformance.Apps.Bounds;

namespace Litestar.Conformance;

/// <summary>Runs while nothing else does: it counts what the whole process allocates.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
public sealed class AloneInTheProcess;

/// <summary>Memory grows with what has come, not with what a client declares.</summary>
[Collection(nameof(MemoryTests))]
public sealed class MemoryTests
{
    private const int Connections = 200, Declared = 1024 * 1024;

    public static TheoryData<Host, string, string> Bodies
    {
        get
        {
            TheoryData<Host, string, string> rows = [];
            foreach (var host in (Host[])[Host.Kestrel, Host.Mapped])
            {
                rows.Add(host, "items", "application/json");
                rows.Add(host, "items", "application/json; charset=utf-16");
                rows.Add(host, "items", "application/vnd.items+json");
                rows.Add(host, "nest", "application/x-www-form-urlencoded");
                rows.Add(host, "nest", "multipart/form-data; boundary=b");
                rows.Add(host, "raw", "application/octet-stream");
            }

            return rows;
        }
    }

    [Theory, MemberData(nameof(Bodies))]
    public async Task A_declared_length_claims_nothing(Host host, string path, string type)
    {
        await using var app = await RunningApp.Start(host, [typeof(Bounded)]);
        await Declare(app, path, type, 1);

        var before = GC.GetTotalAllocatedBytes(precise: true);
        await Declare(app, path, type, Connections);

        Assert.InRange((GC.GetTotalAllocatedBytes(precise: true) - before) / Connections, 0, 100_000);
    }

    private static async Task Declare(RunningApp app, string path, string type, int connections)
    {
        var clients = new List<TcpClient>();
        var head = Encoding.ASCII.GetBytes($"POST /bounds/{path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {type}\r\nContent-Length: {Declared}\r\n\r\n[");
        for (var i = 0; i < connections; i++)
        {
            var client = new TcpClient();
            await client.ConnectAsync(app.Address.Host, app.Address.Port);
            await client.GetStream().WriteAsync(head);
            clients.Add(client);
        }

        await Task.Delay(300);
        clients.ForEach(client => client.Dispose());
    }
}
