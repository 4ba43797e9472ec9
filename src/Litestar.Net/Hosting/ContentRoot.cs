using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Litestar.Hosting;

/// <summary>
/// Finds the folder of an app's files, <c>appsettings.json</c> among them, if its code, its arguments and its
/// environment do not name one.
/// </summary>
/// <remarks>
/// ASP.NET Core uses the current directory. That is right for a project and for an app that is started in its own folder. But a
/// service manager starts programs in the root directory, and a person may start a script from anywhere.
/// </remarks>
internal static class ContentRoot
{
    private static readonly string[] Projects = [".csproj", ".fsproj", ".vbproj"];

    /// <summary>Returns the folder; null to keep ASP.NET Core's own rule.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="options">The options that the code sets.</param>
    public static string? Find(string[] args, WebApplicationOptions options)
    {
        // The same sources that ASP.NET Core reads first.
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables("ASPNETCORE_").AddEnvironmentVariables("DOTNET_").AddCommandLine(args).Build();
        if (configuration[HostDefaults.ContentRootKey] is not null)
        {
            return null;
        }

        // The SDK sets the folder of a script that it runs. A published script has no such value.
        if (AppContext.GetData("EntryPointFileDirectoryPath") is string script && Directory.Exists(script))
        {
            return script;
        }

        var environment = options.EnvironmentName ?? configuration[HostDefaults.EnvironmentKey] ?? Environments.Production;
        var application = options.ApplicationName ?? configuration[HostDefaults.ApplicationKey] ?? Assembly.GetEntryAssembly()?.GetName().Name;
        return Find(CurrentDirectory(), Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory), environment, application);
    }

    /// <summary>
    /// Returns the program's folder, or that of the project it was built in. Returns null if the current directory
    /// belongs to its project, or is the only one that contains its files.
    /// </summary>
    /// <param name="current">The current directory; null if it has been removed.</param>
    /// <param name="program">The program's folder.</param>
    /// <param name="environment">The environment's name.</param>
    /// <param name="application">The application's name.</param>
    internal static string? Find(string? current, string program, string environment, string? application)
    {
        if (current is not null && (current == program || IsOwn(current, program, environment, application)))
        {
            return null;
        }

        return HoldsFiles(program, environment) ? program
            : ProjectOf(program) is { } project && HoldsFiles(project, environment) ? project
            : null;
    }

    // A project without the web SDK does not copy its settings to the output folder.
    private static string? ProjectOf(string program)
    {
        for (var folder = program; Path.GetDirectoryName(folder) is { } above; folder = above)
        {
            if (Path.GetFileName(folder) is "bin" && ProjectsIn(above).Any())
            {
                return above;
            }
        }

        return null;
    }

    // The root directory contains every program, and is the folder of none.
    private static bool IsOwn(string current, string program, string environment, string? application)
    {
        var isWithin = current != Path.GetPathRoot(current) && program.StartsWith(Path.TrimEndingDirectorySeparator(current) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return isWithin
            ? HoldsFiles(current, environment) || ProjectsIn(current).Any()
            : IsBuilt(program) && ProjectsIn(current).Contains(application);
    }

    // With UseArtifactsOutput the output folder is not below its project.
    private static bool IsBuilt(string program) => program.Split(Path.DirectorySeparatorChar).Contains("bin");

    private static bool HoldsFiles(string folder, string environment) =>
        File.Exists(Path.Combine(folder, "appsettings.json"))
        || File.Exists(Path.Combine(folder, $"appsettings.{environment}.json"))
        || Directory.Exists(Path.Combine(folder, "wwwroot"));

    private static IEnumerable<string?> ProjectsIn(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, "*.*proj").Where(file => Projects.Contains(Path.GetExtension(file))).Select(Path.GetFileNameWithoutExtension)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string? CurrentDirectory()
    {
        try
        {
            return Environment.CurrentDirectory;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
