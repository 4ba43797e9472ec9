using System.Diagnostics;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Connections;

namespace Litestar;

/// <summary>What a program says that ends because its app could not start: the sentence that says what to do, and not the stack around it.</summary>
/// <remarks>Only what nobody has caught comes here. An exception of the user's own code keeps its stack, and so does every one under a debugger.</remarks>
internal static class LastWords
{
    private static readonly string[] Below = ["System.", "Microsoft.AspNetCore.Http", "Microsoft.Extensions.", "Microsoft.Win32.", "Interop"];

    private static readonly string[] Certificates = ["Certificate", "Https", "Tls", "Sni"];

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
        // For localhost it tries two addresses, and tells of both.
        IOException { InnerException: AggregateException { InnerException: { } cause } } when PartOfTheServer(error) is not null => $"{OnOneLine(error.Message)}. {Sentence(cause)}",
        _ => PartOfTheServer(error) is { } part ? $"{OnOneLine(error.Message)}. {Remedy(error, part)}" : null,
    };

    // By what of the server has failed: to choose another address mends no certificate.
    private static string Remedy(Exception error, string part) =>
        error is SocketException { SocketErrorCode: SocketError.AccessDenied } ? "The address needs rights that this process does not have. Choose one with a port of 1024 or more: --urls http://localhost:5001."
        : error is InvalidOperationException && error.Message.Contains("dotnet dev-certs", StringComparison.Ordinal) ? "Or name a certificate under 'Kestrel:Certificates:Default' in the settings, or listen without HTTPS: --urls http://localhost:5000."
        : IsOfCertificates(error, part) ? "The server's certificate cannot be used: mend its path, its password or its key under 'Kestrel:Certificates' or 'Kestrel:Endpoints' in the settings, or where the code names it."
        : IsOfSettings(part) ? "Mend the server's settings, under 'Kestrel' or in ConfigureKestrel."
        : "Choose another address: --urls http://localhost:5001.";

    // A file that the server reads as it starts is one of a certificate.
    private static bool IsOfCertificates(Exception error, string part) =>
        error is CryptographicException or FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException
        || Certificates.Any(word => part.Contains(word, StringComparison.Ordinal))
        || error is not (SocketException or FormatException) && error.Message.Contains("certificate", StringComparison.OrdinalIgnoreCase);

    private static bool IsOfSettings(string part) => part.Contains("ConfigurationReader", StringComparison.Ordinal) || part.Contains("KestrelServerOptions", StringComparison.Ordinal) || part.Contains("KestrelServerLimits", StringComparison.Ordinal);

    private static string OnOneLine(string message) => string.Join(' ', message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');

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

    // The type of Kestrel's that failed, or that called what failed. What it calls of the user's own has a frame of the user's own first.
    private static string? PartOfTheServer(Exception error)
    {
        var (assembly, type) = Frames(error).FirstOrDefault(frame => !Below.Any(name => frame.Assembly.StartsWith(name, StringComparison.Ordinal)));
        return assembly?.StartsWith("Microsoft.AspNetCore.Server.Kestrel", StringComparison.Ordinal) is true ? type : null;
    }

    private static IEnumerable<string> Assemblies(Exception error) => Frames(error).Select(frame => frame.Assembly);

    // Of the functions it came through: that which threw it, its caller, and so on.
    private static IEnumerable<(string Assembly, string Type)> Frames(Exception error) => new StackTrace(error).GetFrames()
        .Select(DiagnosticMethodInfo.Create)
        .Select(method => (method?.DeclaringAssemblyName?.Split(',')[0] ?? "", method?.DeclaringTypeName ?? ""));
}
