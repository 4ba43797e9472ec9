namespace Litestar.Generator.Diagnostics;

/// <summary>Formats an exception of the generator for a diagnostic.</summary>
internal static class ExceptionText
{
    /// <summary>Returns its type, its message and its origin, on one line.</summary>
    public static string Of(Exception exception)
    {
        var place = exception.StackTrace?.Split('\n')[0].Trim() ?? "at an unknown place";
        return $"{exception.GetType().Name} ({exception.Message.Replace("\r", "").Replace("\n", " ").TrimEnd('.')}) {place}.";
    }
}
