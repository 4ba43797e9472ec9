using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using FluentValidation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Tests.Descriptions;

/// <summary>A small app with something on every layer.</summary>
internal static class Layered
{
    public static HandlerList Handlers =>
    [
        Home,
        HandlerList.Under("/shops/{shop}", [typeof(Orders)], layer => layer
            .Guard(Guards.IsOpen)
            .Middleware(static (context, next) => next(context))
            .Provide(Deps.ShopOf)
            .OnError<Exception>(static (_, _) => (IResult?)null)
            .Metadata(new TagsAttribute("shop"))),
        HandlerList.Under("/v2", [typeof(Teas)]),
    ];

    public static void Configure(LitestarBuilder builder)
    {
        builder.Services.AddSingleton<Store>();
        builder.Services.AddKeyedSingleton<Store>("spare");
        builder.Services.AddAuthentication("Cookies").AddCookie("Cookies");
        builder.Services.AddAuthorization(options => options.AddPolicy("admin", policy => policy.RequireRole("admin")));
        builder.Services.AddRateLimiter(limits => limits.AddFixedWindowLimiter("few", limit => (limit.PermitLimit, limit.Window) = (1, TimeSpan.FromHours(1))));
        builder.Options.ResponseHeader("X-App", "1").After(Hooks.Last);
    }

    [Get("/", Name = "home")]
    private static string Home() => "home";
}

[Path("/orders"), Authorize, Guard(nameof(Guards.HasKey)), Provide(nameof(Deps.CurrentUser)), Provide(nameof(Deps.Begin))]
[Middleware(nameof(Steps.Timed)), AfterResponse(nameof(Hooks.Audit)), OnError(nameof(Errors.NoStock), Status = 409), ResponseHeader("X-Shop", "1")]
internal static class Orders
{
    [Get]
    public static IReadOnlyList<Order> List(Store store, [AsParameters] Page page, [FromQuery(Name = "order-by")] Sorting sorting = Sorting.Newest, string? q = null) => [];

    [Get("/{id:int}", Name = "order"), EndpointSummary("Finds an order.")]
    public static async Task<Order?> Find([Range(1, 9)] int id, string shop, Shop place)
    {
        await Task.Yield();
        return new(id, shop, place.Name);
    }

    [Before(nameof(Hooks.Early)), After(nameof(Hooks.Stamp)), EnableRateLimiting("few"), Authorize("admin"), ResponseHeader("X-Shop", "2")]
    [Post]
    public static Order Place(NewOrder order, User user, Tx tx, Store store, HttpContext context) => new(1, user.Name, "");

    [Delete("/{id:int}")]
    public static void Remove(int id, [FromKeyedServices("spare")] Store spare, [FromServices] TimeProvider? clock) { }

    [Post("/{id:int}/photo")]
    public static string Photo(int id, [FromForm] Caption caption, IFormFile photo) => caption.Title;

    [Put("/{id:int}/raw")]
    public static byte[] Raw(int id, byte[] content) => content;
}

[Path("/teas")]
internal static class Teas
{
    [Get("/{name}"), Head("/{name}/size")]
    public static string Pour(string name, [FromCookie] string? milk) => name;

    [Get("/{name}/size", Blocking = true)]
    public static string Size(string name) => name;
}

internal enum Sorting { Newest, Oldest }

internal sealed record Order(int Id, string Shop, string Place);

internal sealed record NewOrder([property: EmailAddress] string Email, [property: MinLength(1)] Line[] Lines, string? Note);

internal sealed record Line([property: StringLength(20, MinimumLength = 2)] string Article, [property: Range(1, 99)] int Quantity);

internal sealed record Page([Range(1, 100)] int Size = 20, int Number = 1);

internal sealed record Caption([property: Required] string Title, string? Text);

internal sealed record User(string Name);

internal sealed record Shop(string Name);

internal sealed class Tx;

internal sealed class Store;

internal sealed class NewOrderJudge : AbstractValidator<NewOrder>;

internal static class Guards
{
    public static bool IsOpen(HttpContext context) => true;

    public static bool HasKey([FromHeader(Name = "X-Key")] string? key, User user) => key is not null;
}

internal static class Deps
{
    public static User CurrentUser(ClaimsPrincipal principal, string locale = "en") => new(locale);

    public static async IAsyncEnumerable<Tx> Begin(Store store)
    {
        yield return new();
        await Task.Yield();
    }

    public static async Task<Shop> ShopOf(HttpContext context)
    {
        await Task.Yield();
        return new(context.Request.RouteValues["shop"]!.ToString()!);
    }
}

internal static class Hooks
{
    public static IResult? Early(bool? skip) => null;

    public static void Stamp(HttpResponse response) { }

    public static void Last(HttpContext context) { }

    public static Task Audit(User user) => Task.CompletedTask;
}

internal static class Errors
{
    public static string NoStock(InvalidOperationException error, Store store) => error.Message;
}

internal static class Steps
{
    public static Task Timed(HttpContext context, RequestDelegate next) => next(context);
}
