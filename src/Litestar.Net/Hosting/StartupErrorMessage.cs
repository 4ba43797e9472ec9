using System.Diagnostics;
using System.Net.Sockets;
using System.Security.Cryptography;
using Litestar.Errors;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Litestar.Hosting;

/// <summary>Prints the error of an app that could not start: a sentence with the remedy, instead of the stack trace.</summary>
/// <remarks>
/// Only unhandled exceptions are printed. Exceptions of the user's own code keep their stack trace, and so do all
/// exceptions under a debugger.
/// </remarks>
internal static class StartupErrorMessage
{
    private const string End = "Litestar.End";

    private static readonly string[] Certificates = ["Certificate", "Https", "Tls", "Sni"];

    /// <summary>Prepares the output for an unhandled exception. It is printed once for any number of apps in one process.</summary>
    public static void Prepare()
    {
        AppDomain.CurrentDomain.UnhandledException -= Say;
        AppDomain.CurrentDomain.UnhandledException += Say;
    }

    /// <summary>Returns the sentence for an exception; null if its stack trace says more.</summary>
    /// <param name="error">The exception.</param>
    /// <param name="isUnderWay">True if the exception has not reached a function of this assembly yet.</param>
    internal static string? Sentence(Exception error, bool isUnderWay = false) => error switch
    {
        InvalidOperationException or ArgumentException when ExceptionOrigin.IsOurs(error) => error.Message,
        IOException { InnerException: AddressInUseException } => $"{error.Message.TrimEnd('.')}. Stop the program that listens there, or choose another address: --urls http://localhost:5001.",
        // For localhost the server tries two addresses, and reports both.
        IOException { InnerException: AggregateException { InnerException: { } cause } } when ExceptionOrigin.PartOfTheServer(error) is not null => $"{OnOneLine(error.Message)}. {Sentence(cause)}",
        _ when ExceptionOrigin.PartOfTheServer(error) is { } part => $"{OnOneLine(error.Message)}. {Remedy(error, part)}",
        _ => IsOfSetup(error, isUnderWay) ? string.Join('\n', Messages(error).Distinct()) : null,
    };

    // A service that cannot be created, a setting that does not parse, an option that is not valid: the whole stack is .NET's.
    private static bool IsOfSetup(Exception error, bool isUnderWay) =>
        error is InvalidOperationException or ArgumentException or AggregateException or OptionsValidationException or InvalidDataException or FormatException or FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException
        && !error.Data.Contains(End)
        && (isUnderWay ? ExceptionOrigin.IsOfFramework(error) : ExceptionOrigin.IsOfFrameworkForUs(error))
        && CausesOf(error).All(ExceptionOrigin.IsOfFramework);

    private static IEnumerable<Exception> CausesOf(Exception error) => error is AggregateException several ? several.InnerExceptions.SelectMany(cause => (Exception[])[cause, .. CausesOf(cause)])
        : error.InnerException is { } inner ? [inner, .. CausesOf(inner)] : [];

    // The container reports all its services at once. For a folder the message is only its path.
    private static IEnumerable<string> Messages(Exception error) => error is AggregateException several ? several.InnerExceptions.SelectMany(Messages)
        : error is DirectoryNotFoundException && Path.IsPathRooted(error.Message) ? [$"There is no folder '{error.Message}'. Create it, or name another: --contentRoot."]
        : [string.Join(' ', ((Exception[])[error, .. CausesOf(error)]).Select(cause => OnOneLine(cause.Message) + ".").Distinct())];

    // Returns the remedy for the failed part of the server: another address does not repair a certificate.
    private static string Remedy(Exception error, string part) =>
        error is SocketException { SocketErrorCode: SocketError.AccessDenied } ? "The address needs rights that this process does not have. Choose one with a port of 1024 or more: --urls http://localhost:5001."
        : error is InvalidOperationException && error.Message.Contains("dotnet dev-certs", StringComparison.Ordinal) ? "Or name a certificate under 'Kestrel:Certificates:Default' in the settings, or listen without HTTPS: --urls http://localhost:5000."
        : IsOfCertificates(error, part) ? "The server's certificate cannot be used. Correct its path, its password or its key under 'Kestrel:Certificates' or 'Kestrel:Endpoints' in the settings, or in the code."
        : IsOfSettings(part) ? "Correct the server's settings, under 'Kestrel' or in ConfigureKestrel."
        : "Choose another address: --urls http://localhost:5001.";

    // A file that the server reads at the start belongs to a certificate.
    private static bool IsOfCertificates(Exception error, string part) =>
        error is CryptographicException or FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException
        || Certificates.Any(word => part.Contains(word, StringComparison.Ordinal))
        || error is not (SocketException or FormatException) && error.Message.Contains("certificate", StringComparison.OrdinalIgnoreCase);

    private static bool IsOfSettings(string part) => part.Contains("ConfigurationReader", StringComparison.Ordinal) || part.Contains("KestrelServerOptions", StringComparison.Ordinal) || part.Contains("KestrelServerLimits", StringComparison.Ordinal);

    private static string OnOneLine(string message) => string.Join(' ', message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');

    /// <summary>Marks an exception as one of an app that had started. Returns false, for an exception filter.</summary>
    public static bool NoteEnd(Exception error)
    {
        error.Data[End] = true;
        return false;
    }

    /// <summary>Returns the whole line.</summary>
    internal static string? Line(Exception error)
    {
        if (Sentence(error) is not { } sentence)
        {
            return null;
        }

        var stack = error is InvalidOperationException { InnerException: { } cause } && !ExceptionOrigin.IsOfFramework(cause) ? " With --Logging:LogLevel:Default=Debug the log shows the stack." : "";
        return error.Data.Contains(End) ? sentence : $"The app could not start. {sentence}{stack}";
    }

    private static void Say(object sender, UnhandledExceptionEventArgs failure)
    {
        if (!Debugger.IsAttached && failure.ExceptionObject is Exception error && Line(error) is { } line)
        {
            Console.Error.WriteLine(line);
            Environment.Exit(1);
        }
    }
}
