using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Litestar.Hosting;

/// <summary>Finds the folder of an app's files, <c>appsettings.json</c> among them, where neither its code, its arguments nor its environment names one.</summary>
/// <remarks>
/// ASP.NET Core takes the current directory, which is the right one for a project and for an app that is started in its own
/// folder. A service manager starts programs in the root, and a person a script from anywhere.
/// </remarks>
internal static class ContentRoot
{
    private static readonly string[] Projects = [".csproj", ".fsproj", ".vbproj"];

    /// <summary>Returns the folder; null where ASP.NET Core's own rule stands.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="options">What the code sets.</param>
    public static string? Find(string[] args, WebApplicationOptions options)
    {
        // As ASP.NET Core reads them before anything else.
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables("ASPNETCORE_").AddEnvironmentVariables("DOTNET_").AddCommandLine(args).Build();
        if (configuration[HostDefaults.ContentRootKey] is not null)
        {
            return null;
        }

        // The SDK says where a script lies that it runs. What is published of it says nothing.
        if (AppContext.GetData("EntryPointFileDirectoryPath") is string script && Directory.Exists(script))
        {
            return script;
        }

        var environment = options.EnvironmentName ?? configuration[HostDefaults.EnvironmentKey] ?? Environments.Production;
        var application = options.ApplicationName ?? configuration[HostDefaults.ApplicationKey] ?? Assembly.GetEntryAssembly()?.GetName().Name;
        return Find(CurrentDirectory(), Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory), environment, application);
    }

    /// <summary>Returns the program's folder, or that of the project it was built in, unless the current directory is that of its project, or the only one that holds its files.</summary>
    /// <param name="current">The current directory; null where it has been removed.</param>
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

    // A project without the web SDK copies no settings to where it is built.
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

    // The root is above every program, and the folder of none.
    private static bool IsOwn(string current, string program, string environment, string? application)
    {
        var isWithin = current != Path.GetPathRoot(current) && program.StartsWith(Path.TrimEndingDirectorySeparator(current) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return isWithin
            ? HoldsFiles(current, environment) || ProjectsIn(current).Any()
            : IsBuilt(program) && ProjectsIn(current).Contains(application);
    }

    // With UseArtifactsOutput what is built does not lie below its project.
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
