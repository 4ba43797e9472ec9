using System.Diagnostics;
using Microsoft.AspNetCore.Connections;

namespace Litestar;

/// <summary>What a program says that ends because its app could not start: the sentence that says what to do, and not the stack around it.</summary>
/// <remarks>Only what nobody has caught comes here. An exception of the user's own code keeps its stack, and so does every one under a debugger.</remarks>
internal static class LastWords
{
    /// <summary>Has them said if it comes to that; any number of apps in one process have them said once.</summary>
    public static void Prepare()
    {
        AppDomain.CurrentDomain.UnhandledException -= Say;
        AppDomain.CurrentDomain.UnhandledException += Say;
    }

    /// <summary>The sentence that stands for an exception; none where its stack says more.</summary>
    internal static string? Sentence(Exception error) => error switch
    {
        InvalidOperationException or ArgumentException when IsOurs(error) => error.Message,
        IOException { InnerException: AddressInUseException } => $"{error.Message.TrimEnd('.')}. Stop what listens there, or choose another address: --urls http://localhost:5001.",
        _ when IsOfTheServer(error) => $"{string.Join(' ', error.Message.Split('\n', StringSplitOptions.TrimEntries)).TrimEnd('.')}. Choose another address: --urls http://localhost:5001.",
        _ => null,
    };

    private static void Say(object sender, UnhandledExceptionEventArgs failure)
    {
        if (!Debugger.IsAttached && failure.ExceptionObject is Exception error && Sentence(error) is { } sentence)
        {
            Console.Error.WriteLine($"The app could not start. {sentence}");
            Environment.Exit(1);
        }
    }

    // What this assembly throws names both parties and the remedy.
    private static bool IsOurs(Exception error) => Assemblies(error).FirstOrDefault() == typeof(LastWords).Assembly.GetName().Name;

    // An address that Kestrel does not take. What it calls of the user's own has a frame of the user's own first.
    private static bool IsOfTheServer(Exception error) => Assemblies(error)
        .SkipWhile(name => name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.AspNetCore.Http", StringComparison.Ordinal))
        .FirstOrDefault()?.StartsWith("Microsoft.AspNetCore.Server.Kestrel", StringComparison.Ordinal) is true;

    // Of the functions it came through: that which threw it, its caller, and so on.
    private static IEnumerable<string> Assemblies(Exception error) => new StackTrace(error).GetFrames()
        .Select(frame => DiagnosticMethodInfo.Create(frame)?.DeclaringAssemblyName?.Split(',')[0] ?? "");
}
