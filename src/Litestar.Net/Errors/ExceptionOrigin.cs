using System.Diagnostics;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace Litestar.Errors;

/// <summary>Tells who threw an exception: the app, the server, or ASP.NET Core.</summary>
internal static class ExceptionOrigin
{
    private static readonly string[] Below = ["System.", "Microsoft.AspNetCore.Http", "Microsoft.Extensions.", "Microsoft.Win32.", "Interop"];

    private static readonly string[] Framework = ["System.", "Microsoft.AspNetCore", "Microsoft.Extensions.", "Microsoft.Win32.", "Interop"];

    /// <summary>True for what the server, ASP.NET Core or a reader of the body says of the request itself. It is a rejection, not an exception of the app.</summary>
    /// <remarks>The server throws heirs of <see cref="BadHttpRequestException"/>, and so does this assembly. Of the type itself, which an app may throw as well, the origin tells.</remarks>
    public static bool IsRejection(Exception exception) => exception is BadHttpRequestException
        && (exception.GetType() == typeof(BadHttpRequestException) ? IsOfFramework(AssemblyOf(Frames(exception).FirstOrDefault())) : IsOfFramework(AssemblyOf(exception)) || IsOurs(AssemblyOf(exception)));

    /// <summary>True where the client has gone: nobody is left to be told.</summary>
    /// <remarks>The server may throw before it has cancelled <see cref="HttpContext.RequestAborted"/>.</remarks>
    public static bool IsDeparture(HttpContext context, Exception exception) => context.RequestAborted.IsCancellationRequested
        ? exception is OperationCanceledException or IOException
        : exception is ConnectionAbortedException or ConnectionResetException || (exception is IOException and not BadHttpRequestException && PartOfTheServer(exception) is not null);

    /// <summary>The type of Kestrel's that failed, or that called what failed; null where it was another's.</summary>
    /// <remarks>What Kestrel calls of the app's own has a frame of the app's own first.</remarks>
    public static string? PartOfTheServer(Exception exception) =>
        FirstAbove(exception, Below) is { } frame && AssemblyOf(frame).StartsWith("Microsoft.AspNetCore.Server.Kestrel", StringComparison.Ordinal) ? DiagnosticMethodInfo.Create(frame)!.DeclaringTypeName : null;

    /// <summary>True where this assembly threw it.</summary>
    public static bool IsOurs(Exception exception) => IsOurs(AssemblyOf(Frames(exception).FirstOrDefault()));

    /// <summary>True where .NET threw it, and nothing of the app's own stands between that and this assembly's call.</summary>
    public static bool IsOfFrameworkForUs(Exception exception) => IsOurs(AssemblyOf(FirstAbove(exception, Framework)));

    /// <summary>True where nothing of the app's own threw it, or stands between that and this assembly's call.</summary>
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

    // Of the functions it came through: that which threw it, its caller, and so on.
    private static StackFrame[] Frames(Exception exception) => new StackTrace(exception).GetFrames();
}
