using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Litestar.Tests;

/// <summary>What a program says whose server does not start: the remedy is one for what has failed.</summary>
public sealed class LastWordsTests : IDisposable
{
    private const string Certificate = "The server's certificate cannot be used: mend its path, its password or its key under 'Kestrel:Certificates' or 'Kestrel:Endpoints' in the settings, or where the code names it.";
    private const string Address = "Choose another address: --urls http://localhost:5001.";

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("missing.pfx")]
    [InlineData("missing.pem")]
    [InlineData("nowhere/missing.pfx")]
    [InlineData("junk.pfx")]
    [InlineData("junk.pem")]
    [InlineData("empty.pfx")]
    [InlineData("good.pfx", "Default:Password", "wrong")]
    [InlineData("good.pem")]
    [InlineData("good.pem", "Default:KeyPath", "missing.key")]
    [InlineData("good.pem", "Default:KeyPath", "junk.pem")]
    [InlineData("good.pem", "Default:KeyPath", "other.key")]
    [InlineData(null, "Default:Subject", "nobody")]
    public async Task A_certificate_that_cannot_be_read(string? file, string? setting = null, string? value = null)
    {
        WriteFiles();
        foreach (var url in new[] { "https://127.0.0.1:0", "https://*:0" })
        {
            Assert.EndsWith(". " + Certificate, await Said(url, ("Certificates:Default:Path", file is null ? null : PathOf(file)), ($"Certificates:{setting}", setting?.EndsWith("KeyPath", StringComparison.Ordinal) is true ? PathOf(value!) : value)));
        }
    }

    [Fact]
    public async Task Of_one_endpoint() =>
        Assert.EndsWith(". " + Certificate, await Said(null, ("Endpoints:Web:Url", "https://127.0.0.1:0"), ("Endpoints:Web:Certificate:Path", PathOf("missing.pfx"))));

    [Fact]
    public async Task Of_a_host_name() =>
        Assert.EndsWith(". " + Certificate, await Said(null, ("Endpoints:Web:Url", "https://127.0.0.1:0"), ("Endpoints:Web:Sni:localhost:Certificate:Path", PathOf("missing.pfx"))));

    [Fact]
    public async Task That_the_code_names() =>
        Assert.EndsWith(". " + Certificate, await Said(null, builder => builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(PathOf("missing.pfx"))))));

    [Fact]
    public async Task A_setting_that_is_none_of_an_address() =>
        Assert.Equal("The endpoint Web is missing the required 'Url' parameter. Mend the server's settings, under 'Kestrel' or in ConfigureKestrel.", await Said(null, ("Endpoints:Web:Protocols", "Http1")));

    [Theory]
    [InlineData("nonsense", "Invalid url: 'nonsense'. ")]
    [InlineData("ftp://localhost:5000", "Unrecognized scheme in server address 'ftp://localhost:5000'. Only 'http://' and 'https://' are supported. ")]
    [InlineData("http://localhost:99999", "Specified argument was out of the range of valid values. (Parameter 'port'). ")]
    [InlineData("http://192.0.2.1:5000", "Cannot assign requested address. ")]
    public async Task An_address_that_cannot_be_listened_at(string url, string fact) => Assert.Equal(fact + Address, await Said(url));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task An_address_in_use(string host)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        Assert.Equal($"Failed to bind to address http://127.0.0.1:{port}: address already in use. Stop what listens there, or choose another address: --urls http://localhost:5001.", await Said($"http://{host}:{port}"));
    }

    [Fact]
    public async Task What_the_users_own_code_throws_keeps_its_stack() =>
        Assert.Null(await Said(null, builder => builder.WebHost.ConfigureKestrel(server => X509CertificateLoader.LoadCertificateFromFile(PathOf("missing.pfx")))));

    private string PathOf(string file) => Path.Combine(_folder, file);

    private void WriteFiles()
    {
        using var key = RSA.Create(2048);
        using var other = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllBytes(PathOf("good.pfx"), certificate.Export(X509ContentType.Pfx, "right"));
        File.WriteAllText(PathOf("good.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(PathOf("other.key"), other.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(PathOf("junk.pfx"), "junk");
        File.WriteAllText(PathOf("junk.pem"), "-----BEGIN CERTIFICATE-----\nanVuaw==\n-----END CERTIFICATE-----");
        File.WriteAllText(PathOf("empty.pfx"), "");
    }

    private static Task<string?> Said(string? url, params (string Name, string? Value)[] settings) => Said(url, builder =>
        builder.Configuration.AddInMemoryCollection(settings.Where(setting => setting.Value is not null).Select(setting => new KeyValuePair<string, string?>($"Kestrel:{setting.Name}", setting.Value))));

    private static async Task<string?> Said(string? url, Action<LitestarBuilder> configure)
    {
        var builder = LitestarApp.CreateBuilder([]);
        builder.Logging.ClearProviders();
        if (url is not null)
        {
            builder.WebHost.UseUrls(url);
        }

        configure(builder);
        return LastWords.Sentence(await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using var app = builder.Build();
            await app.StartAsync(TestContext.Current.CancellationToken);
        }));
    }
}
