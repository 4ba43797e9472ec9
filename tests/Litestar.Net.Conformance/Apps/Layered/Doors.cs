using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace Litestar.Conformance.Apps.Layered;

/// <summary>Guards of every shape.</summary>
[Path("/doors")]
public static class Doors
{
    [Get("/signed-in"), Guard(nameof(SignedIn))] public static string ForKnown() => "in";
    [Get("/key"), Guard(nameof(HasKey))] public static string WithKey() => "in";
    [Get("/thrown"), Guard(nameof(Throws))] public static string Thrown() => "in";
    [Get("/thrown/later"), Guard(nameof(ThrowsLater))] public static string ThrownLater() => "in";
    [Get("/result"), Guard(nameof(Answers))] public static string Result() => "in";
    [Post("/body"), Guard(nameof(HasKey))] public static string Body([Microsoft.AspNetCore.Mvc.FromBody] Thing thing) => thing.Name;
    [Get("/first"), Guard(nameof(Closed)), Guard(nameof(Throws))] public static string First() => "in";

    /// <summary>Both judge the same request.</summary>
    [Get("/tenants/{tenant}"), Guard(nameof(OfTenant))] public static string Tenant(string tenant, int page) => $"{tenant} {page}";

    public static bool SignedIn(ClaimsPrincipal user) => user.Identity?.IsAuthenticated == true;
    public static bool Closed() => false;
    private static bool HasKey([Microsoft.AspNetCore.Mvc.FromHeader(Name = "X-Key")] string? key) => key is "open";
    private static void Throws(HttpContext context) => throw new PermissionDeniedException("Not on Sundays.");
    private static async Task ThrowsLater() { await Task.Yield(); throw new NotAuthorizedException("Come back later."); }
    private static async ValueTask<IResult?> Answers(int? pass) { await Task.Yield(); return pass is 1 ? null : TypedResults.Text("no pass", statusCode: 402); }
    private static bool OfTenant(string tenant, [Range(1, 9)] int level) => level >= tenant.Length;
}
