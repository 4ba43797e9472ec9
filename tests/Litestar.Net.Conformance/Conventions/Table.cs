namespace Litestar.Conformance.Conventions;

/// <summary>The table of the page: what is meant to differ, and why.</summary>
public static class Table
{
    public const string Head = "| around | in | differs | why |\n|---|---|---|---|\n";

    public static string Of(IEnumerable<Difference> differences) => Head + string.Concat(
        differences.GroupBy(Meanings.Of)
            .Where(meant => meant.Key is not null)
            .OrderBy(meant => Array.IndexOf(Meanings.All, meant.Key))
            .Select(meant => $"| {meant.Key!.Around} | {Places(meant)} | {string.Join(", ", meant.GroupBy(difference => difference.Name).OrderBy(named => Rank(named.Key)).ThenBy(named => named.Key, StringComparer.Ordinal).Select(named => What(named.Key, named)))} | {meant.Key.Why} |\n"))
        + Natively;

    // Only in a native host, which this test does not have.
    private const string Natively = "| conventions that read the `MethodInfo` | `MapLitestar` in a native app | metadata | A native app does not keep the `MethodInfo` of a function that is on the list through `typeof`, so such a convention finds none. A factory of `AddEndpointFilterFactory` needs it, so the factory is rejected at startup. List the function itself. |\n";

    private static string Places(IEnumerable<Difference> differences) => differences.Select(difference => difference.Place).ToHashSet() switch
    {
        var places when places.All(place => place is Place.Own or Place.Kept) => "`LitestarApp`",
        var places when places.All(place => place is Place.Group or Place.Mapped) => "`MapLitestar`",
        _ => "both",
    };

    private static int Rank(string name) => name is "status" ? 0 : name.Contains(' ') ? 2 : 1;

    private static string What(string name, IEnumerable<Difference> differences) => name switch
    {
        "status" => $"status {string.Join(", ", differences.Select(difference => $"{difference.Endpoint} → {difference.Handler}").Distinct().Order(StringComparer.Ordinal))}",
        "body" => "body",
        "metadata" => "metadata",
        "activity" => "status of the activity",
        "metric duration" => "`http.server.request.duration`",
        "metric match_attempts" => "`aspnetcore.routing.match_attempts`",
        "metric exceptions" => "`aspnetcore.diagnostics.exceptions`",
        _ when name.StartsWith("log ", StringComparison.Ordinal) => $"log of `{name[4..]}`",
        _ when name.StartsWith("activity ", StringComparison.Ordinal) => $"`{name[9..]}` of the activity",
        _ => $"`{name}`",
    };
}
