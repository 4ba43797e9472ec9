using Litestar.Hosting;
using Microsoft.AspNetCore.Builder;

namespace Litestar.Tests.Hosting;

/// <summary>Where an app's files are looked for when nobody has said it.</summary>
public sealed class ContentRootTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // Files; the current directory, the program's folder; whether the program's folder is the one.
    [Theory]
    [InlineData("app/appsettings.json", "/", "app", true)]
    [InlineData("app/appsettings.json", "elsewhere", "app", true)]
    [InlineData("app/appsettings.json elsewhere/appsettings.json", "elsewhere", "app", true)]
    [InlineData("app/appsettings.json elsewhere/Other.csproj", "elsewhere", "app", true)]
    [InlineData("app/appsettings.Staging.json", "/", "app", true)]
    [InlineData("app/wwwroot/index.html", "/", "app", true)]
    [InlineData("app/appsettings.Production.json", "/", "app", false)]
    [InlineData("app/App.dll", "/", "app", false)]
    [InlineData("elsewhere/appsettings.json", "elsewhere", "app", false)]
    [InlineData("app/appsettings.json", "app", "app", false)]
    [InlineData("app/appsettings.json", null, "app", true)]
    [InlineData("p/App.csproj p/bin/Debug/net10.0/appsettings.json", "p", "p/bin/Debug/net10.0", false)]
    [InlineData("p/Other.fsproj p/bin/Debug/net10.0/appsettings.json", "p", "p/bin/Debug/net10.0", false)]
    [InlineData("p/bin/Debug/net10.0/appsettings.json", "p", "p/bin/Debug/net10.0", true)]
    [InlineData("p/appsettings.json p/bin/appsettings.json", "p", "p/bin", false)]
    [InlineData("src/App/App.csproj artifacts/bin/App/debug/appsettings.json", "src/App", "artifacts/bin/App/debug", false)]
    [InlineData("src/App/App.csproj out/appsettings.json", "src/App", "out", true)]
    [InlineData("p/App.csproj p2/bin/appsettings.json", "p", "p2/bin", false)]
    [InlineData("p/appsettings.json p2/appsettings.json", "p", "p2", true)]
    public void Is_the_programs_folder_unless_the_current_directory_is_its_projects(string files, string? current, string program, bool isPrograms)
    {
        Write(files);

        Assert.Equal(isPrograms ? PathOf(program) : null, ContentRoot.Find(current is null ? null : PathOf(current), PathOf(program), "Staging", "App"));
    }

    [Theory]
    [InlineData("p/App.csproj p/appsettings.json p/bin/Debug/net10.0/App.dll", "/", true)]
    [InlineData("p/App.csproj p/wwwroot/a.js p/bin/Debug/net10.0/App.dll", "elsewhere", true)]
    [InlineData("p/App.csproj p/bin/Debug/net10.0/App.dll", "/", false)]
    [InlineData("p/appsettings.json p/bin/Debug/net10.0/App.dll", "/", false)]
    [InlineData("p/App.csproj p/appsettings.json p/bin/Debug/net10.0/App.dll", "p", false)]
    public void Is_the_projects_folder_where_the_build_copies_no_settings(string files, string current, bool isProjects)
    {
        Write(files);

        Assert.Equal(isProjects ? PathOf("p") : null, ContentRoot.Find(PathOf(current), PathOf("p/bin/Debug/net10.0"), "Production", "App"));
    }

    [Theory]
    [InlineData("--contentRoot={0}")]
    [InlineData("--CONTENTROOT", "{0}")]
    [InlineData("/contentRoot={0}")]
    [InlineData("contentRoot={0}")]
    public void The_command_line_is_stronger(params string[] args) =>
        Assert.Equal(_folder, LitestarApp.CreateBuilder([.. args.Select(arg => string.Format(arg, _folder))]).Environment.ContentRootPath.TrimEnd(Path.DirectorySeparatorChar));

    [Fact]
    public void The_code_is_stronger_still() => Assert.Equal(
        (_folder, "Shop", "Staging"),
        LitestarApp.CreateBuilder(new WebApplicationOptions { Args = ["--contentRoot=/"], ContentRootPath = _folder, ApplicationName = "Shop", EnvironmentName = "Staging" }).Environment is var environment
            ? (environment.ContentRootPath.TrimEnd(Path.DirectorySeparatorChar), environment.ApplicationName, environment.EnvironmentName)
            : default);

    private void Write(string files)
    {
        foreach (var file in files.Split(' '))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
            File.WriteAllText(PathOf(file), "{}");
        }

        Directory.CreateDirectory(PathOf("elsewhere"));
    }

    private string PathOf(string path) => path is "/" ? path : Path.Combine(_folder, path);
}
