using System.Security.Claims;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;

[Path("/orders"), Guard(nameof(Guards.SignedIn)), Provide(nameof(Deps.CurrentUser)), Provide(nameof(Deps.Transaction)), OnError(nameof(Errors.NoStock), Status = 409)]
[Middleware(nameof(Steps.Timed)), ResponseHeader("X-Shop", "1"), AfterResponse(nameof(Hooks.Audit))]
static class Orders
{
    [Guard(nameof(Guards.OfTenant)), Before(nameof(Hooks.Early)), After(nameof(Hooks.Stamp)), ResponseHeader("X-Shop", "2")]
    [Post("/{id:int}")]
    public static Order Place(int id, User user, Tx tx) => new(id, user.Name);
}

record User(string Name);
record Order(int Id, string By);
sealed class Tx;
sealed class Store;

static class Guards
{
    public static bool SignedIn(ClaimsPrincipal user) => user.Identity?.IsAuthenticated == true;
    public static async Task<IResult?> OfTenant([Range(1, 9)] int tenant, User user, IServiceProvider services) => null;
}

static class Deps
{
    public static User CurrentUser(ClaimsPrincipal principal, string locale = "en") => new("Bob");
    public static async IAsyncEnumerable<Tx> Transaction(TimeProvider clock) { yield return new Tx(); }
}

static class Hooks
{
    public static IResult? Early(bool? skip) => null;
    public static void Stamp(HttpResponse response) { }
    public static Task Audit(User user, int id) => Task.CompletedTask;
}

static class Errors
{
    public static string NoStock(InvalidOperationException error, User user) => error.Message;
}

static class Steps
{
    public static Task Timed(HttpContext context, RequestDelegate next) => next(context);
}
