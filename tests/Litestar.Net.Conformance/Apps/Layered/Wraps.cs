using Microsoft.AspNetCore.Mvc;

namespace Litestar.Conformance.Apps.Layered;

/// <summary>Providers that wrap the value of an outer one, and providers for parameters of one name.</summary>
[Path("/wraps"), Provide(nameof(Outer)), Provide(nameof(Followed), Name = "celebrity")]
public static class Wraps
{
    public sealed record Who(string Name);

    public sealed record Note([property: System.Text.Json.Serialization.JsonPropertyName("text")] string Body);

    [Get("/a"), Provide(nameof(Inner))] public static string A(Who me, Who celebrity) => $"{me.Name} {celebrity.Name}";

    [Get("/b")] public static string B(Who me, Who celebrity) => $"{me.Name} {celebrity.Name}";

    [Post("/c"), Provide(nameof(Inner)), Provide(nameof(Again), Name = "again")] public static string C(Who me, Who again, [FromBody] Note note) => $"{me.Name} {again.Name} {note.Body}";

    [Get("/limit"), Provide(nameof(Limit))] public static int Limited(int limit) => limit;

    private static Who Outer(string user) => new($"({user})");

    private static Who Followed() => new("followed");

    private static async IAsyncEnumerable<Who> Inner(Who me)
    {
        await Task.Yield();
        yield return new($"[{me.Name}]");
    }

    private static Task<Who> Again([FromQuery] string user) => Task.FromResult(new Who($"({user})"));

    private static int Limit(int limit = 20) => Math.Min(limit, 100);
}
