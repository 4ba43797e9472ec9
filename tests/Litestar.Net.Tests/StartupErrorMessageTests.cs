using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Litestar.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Litestar.Tests;

/// <summary>What a program says whose server does not start: the remedy is one for what has failed.</summary>
public sealed class StartupErrorMessageTests : IDisposable
{
    private const string Certificate = "The server's certificate cannot be used. Correct its path, its password or its key under 'Kestrel:Certificates' or 'Kestrel:Endpoints' in the settings, or in the code.";
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
        Assert.Equal("The endpoint Web is missing the required 'Url' parameter. Correct the server's settings, under 'Kestrel' or in ConfigureKestrel.", await Said(null, ("Endpoints:Web:Protocols", "Http1")));

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

        Assert.Equal($"Failed to bind to address http://127.0.0.1:{port}: address already in use. Stop the program that listens there, or choose another address: --urls http://localhost:5001.", await Said($"http://{host}:{port}"));
    }

    [Fact]
    public async Task What_the_users_own_code_throws_keeps_its_stack() =>
        Assert.Null(await Said(null, builder => builder.WebHost.ConfigureKestrel(server => X509CertificateLoader.LoadCertificateFromFile(PathOf("missing.pfx")))));

    [Theory]
    [InlineData("hosted", "Unable to resolve service for type 'Litestar.Tests.StartupErrorMessageTests+Missing' while attempting to activate 'Litestar.Tests.StartupErrorMessageTests+Needy'.")]
    [InlineData("middleware", "Unable to resolve service for type 'Litestar.Tests.StartupErrorMessageTests+Missing' while attempting to activate 'Litestar.Tests.StartupErrorMessageTests+Around'.")]
    [InlineData("option", "It must be positive.")]
    [InlineData("startup", "'StartupErrorMessageTests.Fail' failed when the app started. Nobody there.")]
    [InlineData("address", "Invalid url: 'nonsense'. Choose another address: --urls http://localhost:5001.")]
    [InlineData("own", null)]
    public async Task A_sentence_of_the_start_has_its_stack_in_the_log_of_details(string kind, string? sentence)
    {
        var log = new Recorded();
        var builder = LitestarApp.CreateBuilder([]);
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Debug).AddProvider(log);
        builder.WebHost.UseUrls(kind is "address" ? "nonsense" : "http://127.0.0.1:0");
        _ = kind switch
        {
            "hosted" => (object)builder.Services.AddHostedService<Needy>(),
            "option" => builder.Services.AddOptions<Limits>().Validate(limits => limits.Count > 0, "It must be positive.").ValidateOnStart(),
            "startup" => builder.Options.OnStartup(Fail),
            "own" => builder.Services.AddHostedService<Failing>(),
            _ => builder,
        };
        var failure = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using var app = builder.Build();
            if (kind is "middleware")
            {
                app.UseMiddleware<Around>();
            }

            await app.StartAsync();
        });

        Assert.Equal(sentence, StartupErrorMessage.Sentence(failure));
        Assert.Equal(sentence is null ? null : $"The app could not start. {sentence}{(kind is "startup" ? " With --Logging:LogLevel:Default=Debug the log shows the stack." : "")}", StartupErrorMessage.Line(failure));
        Assert.Equal(sentence is null ? LogLevel.Error : LogLevel.Debug, log.Levels.Max());
        Assert.Contains(sentence is null ? LogLevel.Error : LogLevel.Debug, log.Levels);
    }

    [Fact]
    public async Task What_fails_at_the_end_is_none_of_the_start()
    {
        var builder = LitestarApp.CreateBuilder([]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Options.OnShutdown(Fail);
        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(app.Lifetime.StopApplication);

        Assert.Equal("'StartupErrorMessageTests.Fail' failed when the app stopped. Nobody there.", StartupErrorMessage.Line(await Assert.ThrowsAnyAsync<Exception>(() => app.RunAsync())));
    }

    [Fact]
    public void Settings_that_cannot_be_read()
    {
        File.WriteAllText(PathOf("appsettings.json"), "{ bad");

        Assert.StartsWith($"Failed to load configuration from file '{PathOf("appsettings.json")}'. Could not parse the JSON file. 'b' is an invalid start of a property name.", StartupErrorMessage.Sentence(Assert.ThrowsAny<Exception>(() => LitestarApp.CreateBuilder([$"--contentRoot={_folder}"]))));
        Assert.Equal("There is no folder '/nowhere/'. Create it, or name another: --contentRoot.", StartupErrorMessage.Sentence(Assert.ThrowsAny<Exception>(() => LitestarApp.CreateBuilder(["--contentRoot=/nowhere"]))));
    }

    [Fact]
    public void All_that_the_container_refuses()
    {
        var builder = LitestarApp.CreateBuilder(["--environment=Development"]);
        builder.Services.AddSingleton<Needy>().AddScoped<Limits>().AddSingleton<Keeping>();

        var sentences = StartupErrorMessage.Sentence(Assert.ThrowsAny<Exception>(builder.Build))!.Split('\n');

        Assert.Equal(2, sentences.Length);
        Assert.EndsWith("Unable to resolve service for type 'Litestar.Tests.StartupErrorMessageTests+Missing' while attempting to activate 'Litestar.Tests.StartupErrorMessageTests+Needy'.", sentences[0]);
        Assert.EndsWith("Cannot consume scoped service 'Litestar.Tests.StartupErrorMessageTests+Limits' from singleton 'Litestar.Tests.StartupErrorMessageTests+Keeping'.", sentences[1]);
    }

    private static void Fail(IServiceProvider services) => throw new TimeoutException("Nobody there.");

    private sealed class Missing;

    private sealed class Limits
    {
        public int Count { get; set; }
    }

    private sealed class Keeping(Limits limits)
    {
        public override string ToString() => $"{limits.Count}";
    }

    private sealed class Needy(Missing missing) : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.FromResult(missing);
    }

    private sealed class Failing : BackgroundService
    {
        public override Task StartAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("The user's own.");

        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask;
    }

    private sealed class Around(RequestDelegate next, Missing missing)
    {
        public Task Invoke(HttpContext context) => missing is null ? Task.CompletedTask : next(context);
    }

    private sealed class Recorded : ILoggerProvider, ILogger
    {
        public ConcurrentBag<LogLevel> Levels { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is not null)
            {
                Levels.Add(logLevel);
            }
        }

        public void Dispose()
        {
        }
    }

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
        return StartupErrorMessage.Sentence(await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await using var app = builder.Build();
            await app.StartAsync(TestContext.Current.CancellationToken);
        }));
    }
}
