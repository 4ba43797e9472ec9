using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Litestar.Benchmarks.Load;

/// <summary>Asks an app that may not listen yet, with nothing of a client's own to wait for.</summary>
internal static class FirstAnswer
{
    /// <returns>False where nothing listens there.</returns>
    /// <exception cref="InvalidOperationException">It answered otherwise than with 200.</exception>
    public static async Task<bool> TryGet(int port, string path)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port));
        }
        catch (SocketException)
        {
            return false;
        }

        await socket.SendAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        var buffer = new byte[1024];
        var length = await socket.ReceiveAsync(buffer);
        return buffer.AsSpan(0, length).StartsWith("HTTP/1.1 200"u8) ? true : throw new InvalidOperationException($"'{path}' was answered otherwise than with 200.");
    }
}
