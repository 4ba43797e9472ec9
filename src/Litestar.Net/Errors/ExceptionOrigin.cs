using System.Diagnostics;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace Litestar.Errors;

/// <summary>Finds the code that threw an exception: the app, the server, or ASP.NET Core.</summary>
internal static class ExceptionOrigin
{
    private static readonly string[] Below = ["System.", "Microsoft.AspNetCore.Http", "Microsoft.Extensions.", "Microsoft.Win32.", "Interop"];

    private static readonly string[] Framework = ["System.", "Microsoft.AspNetCore", "Microsoft.Extensions.", "Microsoft.Win32.", "Interop"];

    /// <summary>
    /// Returns true for an exception of the server, of ASP.NET Core or of a body reader about the request itself. It is
    /// a rejection, not an exception of the app.
    /// </summary>
    /// <remarks>
    /// The server and this assembly throw types derived from <see cref="BadHttpRequestException"/>. For the type
    /// itself, which an app may throw as well, the origin decides.
    /// </remarks>
    public static bool IsRejection(Exception exception) => exception is BadHttpRequestException
        && (exception.GetType() == typeof(BadHttpRequestException) ? IsOfFramework(AssemblyOf(Frames(exception).FirstOrDefault())) : IsOfFramework(AssemblyOf(exception)) || IsOurs(AssemblyOf(exception)));

    /// <summary>Returns true if the client has disconnected, so that nobody can read a response.</summary>
    /// <remarks>The server may throw before it cancels <see cref="HttpContext.RequestAborted"/>.</remarks>
    public static bool IsDeparture(HttpContext context, Exception exception) => context.RequestAborted.IsCancellationRequested
        ? exception is OperationCanceledException or IOException
        : exception is ConnectionAbortedException or ConnectionResetException || (exception is IOException and not BadHttpRequestException && PartOfTheServer(exception) is not null);

    /// <summary>Returns the Kestrel type that failed, or that called the failing code; null for other code.</summary>
    /// <remarks>If Kestrel calls code of the app, the app's frame comes first.</remarks>
    public static string? PartOfTheServer(Exception exception) =>
        FirstAbove(exception, Below) is { } frame && AssemblyOf(frame).StartsWith("Microsoft.AspNetCore.Server.Kestrel", StringComparison.Ordinal) ? DiagnosticMethodInfo.Create(frame)!.DeclaringTypeName : null;

    /// <summary>Returns true if this assembly threw it.</summary>
    public static bool IsOurs(Exception exception) => IsOurs(AssemblyOf(Frames(exception).FirstOrDefault()));

    /// <summary>Returns true if .NET threw it, with no code of the app between that and this assembly's call.</summary>
    public static bool IsOfFrameworkForUs(Exception exception) => IsOurs(AssemblyOf(FirstAbove(exception, Framework)));

    /// <summary>Returns true if no code of the app threw it, or is between that and this assembly's call.</summary>
    public static bool IsOfFramework(Exception exception) => FirstAbove(exception, Framework) is not { } frame || IsOurs(AssemblyOf(frame));

    private static bool IsOurs(string? assembly) => assembly == typeof(ExceptionOrigin).Assembly.GetName().Name;

    private static bool IsOfFramework(string? assembly) => assembly?.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) is true;

    private static string? AssemblyOf(Exception exception) => exception.GetType().Assembly.GetName().Name;

    private static string AssemblyOf(StackFrame? frame) => (frame is null ? null : DiagnosticMethodInfo.Create(frame)?.DeclaringAssemblyName)?.Split(',')[0] ?? "";

    private static StackFrame? FirstAbove(Exception exception, string[] below) => Array.Find(Frames(exception), frame =>
    {
        var assembly = AssemblyOf(frame);
        return !Array.Exists(below, name => assembly.StartsWith(name, StringComparison.Ordinal));
    });

    // The stack frames: the function that threw it, its caller, and so on.
    private static StackFrame[] Frames(Exception exception) => new StackTrace(exception).GetFrames();
}
