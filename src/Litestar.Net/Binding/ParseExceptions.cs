namespace Litestar.Binding;

/// <summary>Tells a text that a user's type cannot read from a fault in that type.</summary>
internal static class ParseExceptions
{
    /// <summary>
    /// Whether it is what <c>Parse</c> throws for bad text by .NET's own rules: a <c>TryParse</c> that lets it through still
    /// means the text. Any other exception is a fault of the server, and answered as one.
    /// </summary>
    public static bool Says(Exception exception) => exception is FormatException or OverflowException or ArgumentException;
}
