namespace Litestar.Package.Tests;

/// <summary>Projects that reference the package.</summary>
public sealed class ProjectTests(Feed feed)
{
    private const string WebProject = """
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Litestar.Net" Version="$VERSION" />
          </ItemGroup>
        </Project>
        """;

    [Fact]
    public async Task Handlers_stand_among_ordinary_endpoints_and_code_fixes_which_need_an_editor_draw_no_warning_from_the_compiler()
    {
        var folder = feed.Folder(
            ("Web.csproj", WebProject),
            ("Program.cs", """
                var app = WebApplication.Create(args);
                app.MapGet("/plain", () => new { Kind = "plain" });
                app.MapPost("/users", () => "plain post");
                app.MapLitestar([typeof(Users)]);
                app.MapGroup("/api/{tenant}").MapLitestar([Hello]);
                app.Run();

                [Get("/hello")]
                static string Hello(string tenant, string name = "you") => $"{tenant} greets {name}";
                """),
            ("Users.cs", """
                [Path("/users")]
                static class Users
                {
                    [Get] static IReadOnlyList<User> List() => [new(1, "Ann")];
                    [Get("/{id:int}")] public static User Find(int id) => id == 1 ? new(1, "Ann") : throw new NotFoundException($"No user {id}.");
                }

                record User(int Id, string Name);
                """));

        var said = await CommandProcess.Run(folder, "dotnet", "build", "-v", "normal");
        Assert.Contains("Litestar.Net.CodeFixes.dll", said);
        Assert.DoesNotContain("warning", said.Replace("0 Warning(s)", ""), StringComparison.OrdinalIgnoreCase);

        await using var app = await RunningServer.Start(folder, "dotnet", "run", "--no-build", "--urls", "http://127.0.0.1:0");

        Assert.Equal("""200 application/json; charset=utf-8 {"kind":"plain"}""", await app.Ask("/plain"));
        Assert.Equal("""200 application/json; charset=utf-8 [{"id":1,"name":"Ann"}]""", await app.Ask("/users"));
        Assert.Contains("No user 7.", await app.Ask("/users/7"));
        Assert.Equal("200 text/plain; charset=utf-8 acme greets Bob", await app.Ask("/api/acme/hello?name=Bob"));
        Assert.Equal("plain post", await (await app.Client.PostAsync("/users", null)).Content.ReadAsStringAsync());

        using var refused = await app.Client.DeleteAsync("/users");
        Assert.Equal(405, (int)refused.StatusCode);
        Assert.Contains("application/problem+json", refused.Content.Headers.ContentType?.ToString());
    }

    [Fact]
    public async Task A_handler_that_no_generator_has_seen_says_which_reference_is_missing()
    {
        var folder = feed.Folder(
            ("Web.csproj", WebProject.Replace("</Project>", """
                  <Target Name="DropGenerator" BeforeTargets="CoreCompile">
                    <ItemGroup><Analyzer Remove="@(Analyzer)" Condition="'%(Filename)' == 'Litestar.Net.Generator'" /></ItemGroup>
                  </Target>
                </Project>
                """)),
            ("Program.cs", """
                LitestarApp.Create([Greet]).Run();

                [Get("/greet")] static string Greet() => "Hi";
                """));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningServer.Start(folder, "dotnet", "run", "--urls", "http://127.0.0.1:0"));

        Assert.Contains("was not seen by Litestar.Net's generator, which does not run in the project Web.", failure.Message);
        Assert.Contains("<PackageReference Include=\"Litestar.Net\" />", failure.Message);
    }
}
