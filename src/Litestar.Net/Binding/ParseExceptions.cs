namespace Litestar.Binding;

/// <summary>Separates texts that a user's type cannot read from bugs in that type.</summary>
internal static class ParseExceptions
{
    /// <summary>
    /// Returns true for the exceptions that <c>Parse</c> throws for bad text by .NET's rules: a <c>TryParse</c> that
    /// lets one through still rejects the text. Any other exception is the server's error and is answered as one.
    /// </summary>
    public static bool Says(Exception exception) => exception is FormatException or OverflowException or ArgumentException;
}
