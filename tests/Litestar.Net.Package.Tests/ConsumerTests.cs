using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;

namespace Litestar.Package.Tests;

/// <summary>Projects of every kind that use the packages, and every way to publish them.</summary>
public sealed partial class ConsumerTests(Consumers consumers) : IClassFixture<Consumers>
{
    [Fact]
    public void All_rules_of_all_analyzers_find_nothing_in_what_is_generated() => Assert.Contains("    0 Warning(s)", consumers.Printed);

    [Fact]
    public void A_mapped_path_leaves_nothing_of_the_machine_in_the_assembly() =>
        Assert.All((string[])["Shop", "Stock", "App"], project => Assert.DoesNotContain(consumers.Folder, Encoding.Latin1.GetString(File.ReadAllBytes(consumers.Built(project)))));

    [Fact]
    public async Task An_app_lists_handlers_of_three_assemblies_and_keeps_its_own_json_context()
    {
        await using var app = await RunningServer.Start(consumers.Folder, "dotnet", consumers.Built("App"), "--urls", "http://127.0.0.1:0");

        await AssertAnswers(app);
        await AssertKit("dotnet", consumers.Built("App"));
    }

    [Fact]
    public async Task An_app_in_F_sharp_lists_handlers_of_C_sharp()
    {
        await using var app = await RunningServer.Start(consumers.Folder, "dotnet", consumers.Built("Fs"), "--urls", "http://127.0.0.1:0");

        Assert.Equal("200 application/json; charset=utf-8 3", await app.Ask("/shelves/count"));
        await AssertCarts(app, "/carts");
    }

    [Theory]
    [InlineData("trimmed", "-p:PublishTrimmed=true", "--self-contained")]
    [InlineData("single", "-p:PublishSingleFile=true", "--no-self-contained")]
    [InlineData("native", "-p:PublishAot=true", "--self-contained")]
    public async Task It_is_published_without_a_warning_and_answers_as_before(string kind, params string[] options)
    {
        if (kind is "native")
        {
            Native.SkipWithoutToolchain();
        }

        var (output, published) = await consumers.Publish(kind, options);
        Assert.DoesNotMatch(Warning(), published);

        var file = Path.Combine(output, OperatingSystem.IsWindows() ? "App.exe" : "App");
        await using var app = await RunningServer.Start(output, file, "--urls", "http://127.0.0.1:0");
        await AssertAnswers(app);
        await AssertKit(file);

        await using var secured = await RunningServer.Start(output, file, "--urls", "https://127.0.0.1:0", "--Kestrel:Certificates:Default:Path", Certificate(output), "--Kestrel:Certificates:Default:Password", "secret");
        await AssertAnswers(secured);

        // A service manager starts programs in the root. The settings beside the program are read.
        File.WriteAllText(Path.Combine(output, "appsettings.json"), """{"Urls":"http://127.0.0.1:0"}""");
        await using var service = await RunningServer.Start(Path.GetPathRoot(output)!, file);
        Assert.NotEqual(5000, service.Client.BaseAddress!.Port);
        await service.Prints($"Content root path: {output}");
    }

    private static string Certificate(string folder)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var path = Path.Combine(folder, "localhost.pfx");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, "secret"));
        return path;
    }

    private static async Task AssertAnswers(RunningServer app)
    {
        Assert.Equal("200 text/plain; charset=utf-8 own", await app.Ask("/own"));
        Assert.Equal("""200 application/json; charset=utf-8 {"answer":"yes"}""", await app.Ask("/kept"));
        Assert.Equal("200 application/json; charset=utf-8 3", await app.Ask("/shelves/count"));
        await AssertCarts(app, "/v2/carts");
    }

    // What a package adds through the extension points.
    private async Task AssertKit(string file, params string[] arguments)
    {
        Assert.Equal("tea: 3", (await CommandProcess.Run(consumers.Folder, file, [.. arguments, "stock", "count", "tea"])).Trim());
        Assert.Equal("""{"article":"tea","count":3}""", (await CommandProcess.Run(consumers.Folder, file, [.. arguments, "stock", "count", "tea", "--json"])).Trim());
        Assert.Contains("stock count ARTICLE [--json]  counts an article", await CommandProcess.Run(consumers.Folder, file, [.. arguments, "--help"]));
        Assert.Matches("permission +stock.read +Stock.Count", await CommandProcess.Run(consumers.Folder, file, [.. arguments, "explain", "/stock/tea"]));
    }

    private static async Task AssertCarts(RunningServer app, string path)
    {
        Assert.Equal("""200 application/json; charset=utf-8 {"owner":"acme 7","items":[{"name":"apple","count":1}]}""", await app.Ask($"{path}/7"));
        Assert.Equal("""200 application/json; charset=utf-8 [{"name":"apple","count":0},{"name":"apple","count":1}]""", await app.Ask($"{path}/all"));
        Assert.StartsWith("400 application/problem+json", await app.Ask($"{path}/all?count=6"));
        Assert.Equal("200 text/plain; charset=utf-8 ab", await app.Ask($"{path}/codes/ab"));
        Assert.StartsWith("404 application/problem+json", await app.Ask($"{path}/codes/a1"));
        Assert.Equal("""201 application/json; charset=utf-8 {"owner":"Ann","items":[]}""", await app.Post(path, """{"owner":"Ann","items":[]}"""));
        var rejection = await app.Post(path, """{"owner":"nobody","items":[{"name":"pear","count":10}]}""");
        Assert.Contains("\"owner\":[\"Somebody must own it.\"]", rejection);
        Assert.Contains("\"items[0].count\":", rejection);
    }

    [GeneratedRegex(@"\bwarning\b|\bIL[23]\d{3}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Warning();
}
