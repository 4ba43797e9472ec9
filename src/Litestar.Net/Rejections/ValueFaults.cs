namespace Litestar.Rejections;

/// <summary>All that can be wrong with a single value of a request, each as the fault the client is told.</summary>
internal static class ValueFaults
{
    public static Fault Missing(string source, string name) => new(name, $"Missing required {source} '{name}'.");

    public static Fault Unreadable(string source, string name, string expected, ReadOnlySpan<char> text) =>
        new(name, $"{Capital(source)} '{name}' must be {expected}, not '{Excerpt.Of(text)}'.");

    public static Fault BrokenEscape(string source, string name, ReadOnlySpan<char> text) =>
        new(name, $"{Capital(source)} '{name}' is not valid percent-encoded UTF-8: '{Excerpt.Of(text)}'.");

    public static Fault Nul(string source, string name) => new(name, $"{Capital(source)} '{name}' contains a NUL character.");

    private static string Capital(string source) => char.ToUpperInvariant(source[0]) + source[1..];
}
