using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Litestar.Package.Tests;

/// <summary>A registry on this machine that holds one base image: .NET's settings, as theirs have them, and nothing in it. What the SDK builds on it is the app.</summary>
public sealed class BaseImage : IDisposable
{
    private const string Manifest = "application/vnd.docker.distribution.manifest.v2+json";

    private readonly HttpListener _listener = new();
    private readonly Dictionary<string, byte[]> _held = [];

    public BaseImage()
    {
        var layer = Layer();
        var unpacked = new MemoryStream();
        using (var gzip = new GZipStream(new MemoryStream(layer), CompressionMode.Decompress))
        {
            gzip.CopyTo(unpacked);
        }

        var config = Encoding.UTF8.GetBytes($$$"""
            {"architecture":"amd64","os":"linux","config":{"Env":["PATH=/usr/bin","APP_UID=1654","ASPNETCORE_HTTP_PORTS=8080"],"User":"1654"},"rootfs":{"type":"layers","diff_ids":["{{{Digest(unpacked.ToArray())}}}"]},"history":[{"created_by":"nobody"}]}
            """);
        var manifest = Encoding.UTF8.GetBytes($$$"""
            {"schemaVersion":2,"mediaType":"{{{Manifest}}}","config":{"mediaType":"application/vnd.docker.container.image.v1+json","size":{{{config.Length}}},"digest":"{{{Digest(config)}}}"},"layers":[{"mediaType":"application/vnd.docker.image.rootfs.diff.tar.gzip","size":{{{layer.Length}}},"digest":"{{{Digest(layer)}}}"}]}
            """);
        _held["/v2/"] = "{}"u8.ToArray();
        _held["/v2/aspnet/manifests/10.0"] = manifest;
        _held[$"/v2/aspnet/blobs/{Digest(config)}"] = config;
        _held[$"/v2/aspnet/blobs/{Digest(layer)}"] = layer;
        Name = $"localhost:{Listen()}/aspnet:10.0";
        _ = Answer();
    }

    /// <summary>As the SDK's <c>ContainerBaseImage</c> takes it.</summary>
    public string Name { get; }

    public void Dispose() => _listener.Close();

    private static byte[] Layer()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        using (var tar = new TarWriter(gzip))
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.Directory, "home/app"));
        }

        return packed.ToArray();
    }

    private static string Digest(byte[] content) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(content))}";

    // Another program may be quicker to take a port that was free.
    private int Listen()
    {
        for (var port = 20_000 + (Environment.ProcessId % 20_000); ; port++)
        {
            _listener.Prefixes.Clear();
            _listener.Prefixes.Add($"http://localhost:{port}/");
            try
            {
                _listener.Start();
                return port;
            }
            catch (HttpListenerException) when (port < 60_000)
            {
            }
        }
    }

    private async Task Answer()
    {
        while (_listener.IsListening)
        {
            try
            {
                var asked = await _listener.GetContextAsync();
                var isHeld = _held.TryGetValue(asked.Request.Url!.AbsolutePath, out var content);
                asked.Response.StatusCode = isHeld ? 200 : 404;
                asked.Response.ContentType = asked.Request.Url.AbsolutePath.Contains("/manifests/") ? Manifest : "application/octet-stream";
                asked.Response.Headers["Docker-Content-Digest"] = Digest(content ?? []);
                asked.Response.Close(content ?? [], willBlock: true);
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                // It was closed, or whoever asked has gone.
            }
        }
    }
}
