using System.Diagnostics;
using Litestar.Benchmarks.Questions;

namespace Litestar.Benchmarks;

/// <summary>Installs what the comparisons need besides .NET, from Debian's packages and from npm.</summary>
internal static class Setup
{
    private static readonly string[] Packages =
    [
        "wrk", "util-linux", "nodejs", "clang", "zlib1g-dev",
        "python3-fastapi", "python3-uvicorn", "python3-uvloop", "python3-httptools", "python3-flask", "gunicorn",
    ];

    // Debian's Node comes without it; others bring their own, which does not suffer a second one.
    private static string[] Npm => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "npm"))) ? [] : ["npm"];

    public static async Task<int> Run()
    {
        var installed = await Run("apt-get", ["update"]) is 0 && await Run("apt-get", ["install", "--yes", "--no-install-recommends", .. Packages, .. Npm]) is 0;
        return installed && await Run("npm", ["ci", "--no-audit", "--no-fund", "--prefix", Path.Combine(Repository.Benchmarks, "Peers", "node")]) is 0 ? 0 : 1;
    }

    private static async Task<int> Run(string command, string[] arguments)
    {
        Findings.Progress($"{command} {string.Join(' ', arguments)}");
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" } })!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
