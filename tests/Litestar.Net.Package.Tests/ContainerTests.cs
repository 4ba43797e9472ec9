using System.Text.RegularExpressions;

namespace Litestar.Package.Tests;

/// <summary>The page on containers, walked on a base image that is empty: what is run of the image is what the SDK has put into it.</summary>
public sealed class ContainerTests(Feed feed)
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Feed.Repository, "docs", "how-to", "container.md"));

    [Fact]
    public async Task The_image_that_the_page_makes_runs_its_app_where_the_base_image_says()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "What is in the image is for Linux.");
        var folder = feed.Folder(
            ("Shop.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk.Web">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <ImplicitUsings>enable</ImplicitUsings>
                    <Nullable>enable</Nullable>
                  </PropertyGroup>
                {Block("xml")}
                  <ItemGroup>
                    <PackageReference Include="Litestar.Net" Version="$VERSION" />
                  </ItemGroup>
                </Project>
                """),
            ("Program.cs", """
                var builder = LitestarApp.CreateBuilder(args);
                builder.Handlers.Add([Greet]);
                builder.Services.AddHealthChecks();
                var app = builder.Build();
                app.MapHealthChecks("/health");
                app.Run();

                [Get("/greet")] static string Greet(string name, IConfiguration settings) => $"{settings["Shop:Hello"]}, {name}!";
                """));
        using var registry = new BaseImage();
        var archive = Path.Combine(folder, "shop.tar");
        var typed = Block("bash").Split('\n')[0].Split(' ');

        await CommandProcess.Run(folder, typed[0], [.. typed[1..], $"-p:ContainerBaseImage={registry.Name}", $"-p:ContainerArchiveOutputPath={archive}"]);

        var image = new Image(archive, Path.Combine(folder, "image"));
        Assert.Equal(["shop:latest"], image.Tags);
        Assert.Equal("1654", image.Config.GetProperty("User").GetString());
        Assert.True(image.Config.GetProperty("ExposedPorts").TryGetProperty("8080/tcp", out _));
        Assert.Contains("ASPNETCORE_HTTP_PORTS=8080", image.Config.GetProperty("Env").EnumerateArray().Select(setting => setting.GetString()));

        await using var app = await RunningServer.Start(image.WorkingFolder, "env", ["Shop__Hello=Hi", "ASPNETCORE_HTTP_PORTS=0", .. image.Command]);
        Assert.Equal("200 text/plain Healthy", await app.Ask("/health"));
        Assert.Equal("200 text/plain; charset=utf-8 Hi, Bob!", await app.Ask("/greet?name=Bob"));
    }

    private static string Block(string language) => Regex.Match(Page, $"```{language}\n(.*?)\n```", RegexOptions.Singleline).Groups[1].Value;
}
