namespace Litestar.Handlers;

/// <summary>The name of a function as in its source.</summary>
internal static class FunctionName
{
    /// <summary>
    /// Returns <c>Find</c> for a method; <c>&lt;Main&gt;$.Greet</c> for a local function, which the compiler calls
    /// <c>&lt;&lt;Main&gt;$&gt;g__Greet|0_0</c>; null for a lambda.
    /// </summary>
    public static string? Of(string compiled)
    {
        if (!compiled.StartsWith('<'))
        {
            return compiled;
        }

        var mark = compiled.IndexOf(">g__", StringComparison.Ordinal);
        var end = compiled.LastIndexOf('|');
        return mark < 0 || end < mark ? null : $"{compiled[1..mark]}.{compiled[(mark + 4)..end]}";
    }
}
