namespace Litestar.Conformance.Apps;

/// <summary>Every way to go wrong that is not the client's.</summary>
[Path("/failures")]
public static class Failures
{
    [Get("/thrown")] public static string Thrown() => throw new InvalidOperationException("the secret");
    [Get("/thrown/later")] public static async Task<string> ThrownLater() { await Task.Yield(); throw new InvalidOperationException("the secret"); }
    [Get("/not-found")] public static string NotFound() => throw new NotFoundException("No thing 7.");
    [Get("/conflict")] public static string Conflict() => throw new ConflictException("Taken.") { Headers = { ["Retry-After"] = "3" }, Extensions = new Dictionary<string, object?> { ["holder"] = "Ann" } };
    [Get("/teapot")] public static string Teapot() => throw new HttpException(418, "Short and stout.") { Title = "Teapot" };
    [Get("/unserializable")] public static Loop Unserializable() { var loop = new Loop(); loop.Self = loop; return loop; }
    [Get("/torn")] public static async IAsyncEnumerable<int> Torn() { for (var i = 0; i < 50_000; i++) { yield return i; } await Task.Yield(); throw new InvalidOperationException("the secret"); }
}

public sealed class Loop { public Loop? Self { get; set; } }
