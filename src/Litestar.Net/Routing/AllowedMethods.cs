namespace Litestar.Routing;

/// <summary>The methods of an <c>Allow</c> header.</summary>
internal static class AllowedMethods
{
    /// <summary>Those of two headers as one, each once.</summary>
    public static string Join(string? some, string? more) =>
        string.Join(", ", $"{some},{more}".Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase));
}
