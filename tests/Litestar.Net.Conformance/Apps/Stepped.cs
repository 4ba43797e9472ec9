using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;

namespace Litestar.Conformance.Apps;

/// <summary>Routes with steps of the app's own.</summary>
public static class Stepped
{
    public static HandlerList Handlers =>
    [
        typeof(Attributed),
        HandlerList.Under("/stepped/list", [Listed, ListedOff], layer => layer.Metadata(new TraceAttribute("list"), new InnerTraceAttribute("list"))),
    ];

    [Get("/on")] private static string Listed(HttpContext context) => Traces.Of(context);

    [Get("/off"), Trace("off")] private static string ListedOff(HttpContext context) => Traces.Of(context);

    [Path("/stepped"), Trace("class"), InnerTrace("class"), Middleware(nameof(Around)), Guard(nameof(IsIn))]
    public static class Attributed
    {
        [Get("/plain")] public static string Plain(HttpContext context) => Traces.Of(context);

        [Get("/own"), MiddleTrace("function"), Trace("function")] public static string Own(HttpContext context) => Traces.Of(context);

        [Get("/off"), Trace("off")] public static string Off(HttpContext context) => Traces.Of(context);

        [Get("/bound")] public static string Bound(HttpContext context, int n) => $"{n} {Traces.Of(context)}";

        [Get("/thrown")] public static string Thrown(HttpContext context) => throw new HttpException(409, "taken");

        [Get("/told"), OnError(nameof(Tell)), SeenStatus] public static string Told() => throw new InvalidTimeZoneException();

        [Get("/turned"), MiddleTrace("turn")] public static string Turned(HttpContext context) => Traces.Of(context);

        [Get("/refused"), MiddleTrace("refuse")] public static string Refused(HttpContext context) => Traces.Of(context);

        [Get("/kept/{key}"), MiddleTrace("function"), OutputCache(Duration = 3600)] public static string Kept(HttpContext context, string key) => $"{key} {Traces.Of(context)}";

        internal static IResult Tell(InvalidTimeZoneException error) => new Unsent(409);

        internal static async Task Around(HttpContext context, RequestDelegate next)
        {
            Traces.Add(context, "middleware");
            await next(context);
        }

        internal static bool IsIn(HttpContext context)
        {
            Traces.Add(context, "guard");
            return !context.Request.Query.ContainsKey("out");
        }
    }
}

/// <summary>What a request has passed.</summary>
public static class Traces
{
    private static readonly object Key = new();

    public static void Add(HttpContext context, string text) => context.Items[Key] = context.Items[Key] is string before ? $"{before}, {text}" : text;

    public static string Of(HttpContext context) => context.Items[Key] as string ?? "";
}

/// <summary>Traces before the guards; "off" takes it from a route.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class TraceAttribute(string text) : Attribute, IRouteStep
{
    public string Name => "trace";

    public RouteStepPlace Place => RouteStepPlace.BeforeGuards;

    public RequestDelegate Around(RouteStepContext route, RequestDelegate next) => text is "off" ? next : async context =>
    {
        Traces.Add(context, $"before guards ({text})");
        context.Response.OnStarting(() =>
        {
            context.Response.Headers["X-Trace"] = Traces.Of(context);
            return Task.CompletedTask;
        });
        await next(context);
    };
}

/// <summary>Traces after the guards, and can reject.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class MiddleTraceAttribute(string text) : Attribute, IRouteStep
{
    public string Name => "middle trace";

    public RouteStepPlace Place => RouteStepPlace.AfterGuards;

    public RequestDelegate Around(RouteStepContext route, RequestDelegate next) => context =>
    {
        Traces.Add(context, $"after guards ({text})");
        return text switch
        {
            "turn" => throw new HttpException(409, "turned back"),
            "refuse" => TypedResults.Text("not now", statusCode: 503).ExecuteAsync(context),
            _ => next(context),
        };
    };
}

/// <summary>Traces before binding.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class InnerTraceAttribute(string text) : Attribute, IRouteStep
{
    public string Name => "inner trace";

    public RouteStepPlace Place => RouteStepPlace.BeforeBinding;

    public RequestDelegate Around(RouteStepContext route, RequestDelegate next) => async context =>
    {
        Traces.Add(context, $"before binding ({text})");
        try
        {
            await next(context);
        }
        catch (HttpException thrown)
        {
            Traces.Add(context, $"saw {thrown.Message}");
            throw;
        }
    };
}

/// <summary>Shows the status that it sees when the rest of the pipeline has returned.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class SeenStatusAttribute : Attribute, IRouteStep
{
    public string Name => "seen status";

    public RouteStepPlace Place => RouteStepPlace.BeforeGuards;

    public RequestDelegate Around(RouteStepContext route, RequestDelegate next) => async context =>
    {
        await next(context);
        context.Response.Headers["X-Seen"] = $"{context.Response.StatusCode}";
    };
}

/// <summary>A result whose first byte is not sent by itself, so that headers can still be set.</summary>
internal sealed class Unsent(int status) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
