namespace Litestar.Generator.Diagnostics;

/// <summary>An exception of our own, as a diagnostic says it.</summary>
internal static class ExceptionText
{
    /// <summary>Its type, its message and where it was thrown, on one line.</summary>
    public static string Of(Exception exception)
    {
        var place = exception.StackTrace?.Split('\n')[0].Trim() ?? "at an unknown place";
        return $"{exception.GetType().Name} ({exception.Message.Replace("\r", "").Replace("\n", " ").TrimEnd('.')}) {place}.";
    }
}
