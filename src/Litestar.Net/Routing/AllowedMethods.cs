using Microsoft.AspNetCore.Http;

namespace Litestar.Routing;

/// <summary>The methods of an <c>Allow</c> header.</summary>
internal static class AllowedMethods
{
    /// <summary>The methods in the order of a header, the well-known ones first.</summary>
    public static readonly string[] WellKnown =
        [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete];

    /// <summary>Returns the methods of two headers as one, each once.</summary>
    public static string Join(string? some, string? more) => Of([.. Split(some), .. Split(more)]);

    /// <summary>Returns the header of a path with these methods, and OPTIONS.</summary>
    public static string Of(IEnumerable<string> methods)
    {
        var all = new HashSet<string>(methods, StringComparer.OrdinalIgnoreCase);
        all.Remove(HttpMethods.Options);
        return string.Join(", ", [.. WellKnown.Where(all.Contains), .. all.Except(WellKnown, StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase), HttpMethods.Options]);
    }

    /// <summary>Returns the methods of a header.</summary>
    public static string[] Split(string? header) => (header ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
