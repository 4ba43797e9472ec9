using Microsoft.AspNetCore.Http;

namespace Litestar.Routing;

/// <summary>The methods of an <c>Allow</c> header.</summary>
internal static class AllowedMethods
{
    /// <summary>The methods in the order of a header, the well-known ones first.</summary>
    public static readonly string[] WellKnown =
        [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete];

    /// <summary>Those of two headers as one, each once.</summary>
    public static string Join(string? some, string? more) => Of([.. Split(some), .. Split(more)]);

    /// <summary>The header of a path that answers these methods, and OPTIONS.</summary>
    public static string Of(IEnumerable<string> methods) => string.Join(", ", methods
        .Where(static method => !HttpMethods.IsOptions(method))
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .OrderBy(static method => (uint)Array.FindIndex(WellKnown, known => HttpMethods.Equals(known, method)))
        .ThenBy(static method => method, StringComparer.OrdinalIgnoreCase)
        .Append(HttpMethods.Options));

    /// <summary>The methods of a header.</summary>
    public static string[] Split(string? header) => (header ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
