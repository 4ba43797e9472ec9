using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.HttpLogging;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Conformance.Conventions;

/// <summary>What extends an endpoint or a group of them.</summary>
public static class EndpointConventions
{
    private static readonly Convention
        Cors = new("")
        {
            Services = services => services.AddCors(cors =>
            {
                cors.AddDefaultPolicy(policy => policy.WithOrigins("https://a.example").WithExposedHeaders("X-Default"));
                cors.AddPolicy("named", policy => policy.WithOrigins("https://a.example").WithMethods("PUT"));
            }),
            Middleware = app => app.UseCors(),
            Headers = [("Origin", "https://a.example")],
            Asks = ["OPTIONS /ok Access-Control-Request-Method=GET", "OPTIONS /secret Access-Control-Request-Method=GET", "OPTIONS /nowhere Access-Control-Request-Method=GET"],
        },
        Timeouts = new("")
        {
            Services = services => services.AddRequestTimeouts(timeouts => timeouts.AddPolicy("short", new RequestTimeoutPolicy { Timeout = Short, TimeoutStatusCode = 503 })),
            Middleware = app => app.UseRequestTimeouts(),
            Asks = ["GET /slow"],
        },
        Cache = new("")
        {
            Services = services => services.AddOutputCache(cache => cache.AddPolicy("short", policy => policy.Expire(TimeSpan.FromSeconds(60)))),
            Middleware = app => app.UseOutputCache(),
            Asks = ["GET /ok+", "GET /secret X-Name=Ann", "GET /number?n=1"],
        },
        Limits = new("")
        {
            Services = services => services.AddRateLimiter(limits => limits.AddPolicy("once", Once)),
            Middleware = app => app.UseRateLimiter(),
            Asks = ["GET /ok+", "GET /secret+", "GET /secret X-Name=Ann"],
        },
        Filter = new("") { Asks = ["GET /number?n=1", "GET /secret X-Name=Ann", "POST /echo text"] },
        Forms = new("") { Asks = ["POST /form form"] };

    private static TimeSpan Short => TimeSpan.FromMilliseconds(20);

    public static readonly Convention[] All =
    [
        new("RequireAuthorization()") { Endpoints = to => to.RequireAuthorization(), Asks = ["GET /ok X-Name=Ann", "GET /broken X-Name=Ann"] },
        new("RequireAuthorization(String[])") { Endpoints = to => to.RequireAuthorization("bob"), Services = AddBob, Asks = ["GET /ok X-Name=Ann", "GET /ok X-Name=Bob"] },
        new("RequireAuthorization(IAuthorizeData[])") { Endpoints = to => to.RequireAuthorization(new AuthorizeAttribute("bob")), Services = AddBob, Asks = ["GET /ok X-Name=Ann", "GET /ok X-Name=Bob"] },
        new("RequireAuthorization(AuthorizationPolicy)") { Endpoints = to => to.RequireAuthorization(new AuthorizationPolicyBuilder().RequireUserName("Bob").Build()), Asks = ["GET /ok X-Name=Ann", "GET /ok X-Name=Bob"] },
        new("RequireAuthorization(Action<AuthorizationPolicyBuilder>)") { Endpoints = to => to.RequireAuthorization(policy => policy.RequireUserName("Bob")), Asks = ["GET /ok X-Name=Ann", "GET /ok X-Name=Bob"] },
        new("AllowAnonymous()") { Endpoints = to => to.AllowAnonymous(), Services = services => services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build()), Middleware = app => app.UseAuthorization() },
        Cors with { Name = "RequireCors()", Endpoints = to => to.RequireCors() },
        Cors with { Name = "RequireCors(String)", Endpoints = to => to.RequireCors("named") },
        Cors with { Name = "RequireCors(Action<CorsPolicyBuilder>)", Endpoints = to => to.RequireCors(policy => policy.AllowAnyOrigin()) },
        Timeouts with { Name = "WithRequestTimeout(TimeSpan)", Endpoints = to => to.WithRequestTimeout(Short) },
        Timeouts with { Name = "WithRequestTimeout(String)", Endpoints = to => to.WithRequestTimeout("short") },
        Timeouts with { Name = "WithRequestTimeout(RequestTimeoutPolicy)", Endpoints = to => to.WithRequestTimeout(new RequestTimeoutPolicy { Timeout = Short, WriteTimeoutResponse = context => context.Response.WriteAsync("late") }) },
        Timeouts with { Name = "DisableRequestTimeout()", Endpoints = to => to.DisableRequestTimeout(), Services = services => services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new() { Timeout = Short }) },
        new("DisableCookieRedirect()") { Endpoints = to => to.DisableCookieRedirect(), Services = AddCookies },
        new("AllowCookieRedirect()") { Endpoints = to => to.AllowCookieRedirect(), Services = AddCookies },
        new("DisableHttpMetrics()") { Endpoints = to => to.DisableHttpMetrics() },
        new("WithHttpLogging(HttpLoggingFields, Int32?, Int32?)")
        {
            Endpoints = to => to.WithHttpLogging(HttpLoggingFields.None),
            Services = services => services.AddHttpLogging(logging => logging.LoggingFields = HttpLoggingFields.RequestPath | HttpLoggingFields.ResponseStatusCode),
            Middleware = app => app.UseHttpLogging(),
        },
        Cache with { Name = "CacheOutput()", Endpoints = to => to.CacheOutput() },
        Cache with { Name = "CacheOutput(IOutputCachePolicy)", Endpoints = to => to.CacheOutput(new Everything()) },
        Cache with { Name = "CacheOutput(Action<OutputCachePolicyBuilder>)", Endpoints = to => to.CacheOutput(policy => policy.Expire(TimeSpan.FromSeconds(60))) },
        Cache with { Name = "CacheOutput(Action<OutputCachePolicyBuilder>, Boolean)", Endpoints = to => to.CacheOutput(policy => policy.AddPolicy<Everything>(), excludeDefaultPolicy: true) },
        Cache with { Name = "CacheOutput(String)", Endpoints = to => to.CacheOutput("short") },
        Limits with { Name = "RequireRateLimiting(String)", Endpoints = to => to.RequireRateLimiting("once") },
        Limits with { Name = "RequireRateLimiting(IRateLimiterPolicy<TPartitionKey>)", Endpoints = to => to.RequireRateLimiting(new OncePolicy()) },
        Limits with { Name = "DisableRateLimiting()", Endpoints = to => to.DisableRateLimiting(), Services = services => services.AddRateLimiter(limits => limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Once)) },
        new("RequireHost(String[])") { Endpoints = to => to.RequireHost("a.example"), Asks = ["GET /ok Host=a.example", "DELETE /ok Host=a.example"] },
        new("WithDisplayName(String)") { Endpoints = to => to.WithDisplayName("named"), IsQuiet = true },
        new("WithDisplayName(Func<EndpointBuilder, String>)") { Endpoints = to => to.WithDisplayName(endpoint => $"{endpoint.Metadata.Count} items"), IsQuiet = true },
        new("WithMetadata(Object[])") { Endpoints = to => to.WithMetadata(new System.ComponentModel.CategoryAttribute("any")) },
        new("WithName(String)") { Endpoints = to => to.WithName("name"), Only = "/ok" },
        new("WithGroupName(String)") { Endpoints = to => to.WithGroupName("group") },
        new("WithOrder(Int32)") { Endpoints = to => to.WithOrder(7), IsQuiet = true },
        Forms with { Name = "DisableAntiforgery()", Endpoints = to => to.DisableAntiforgery(), Services = services => services.AddAntiforgery(), Middleware = app => app.UseAntiforgery() },
        Forms with { Name = "WithFormMappingOptions(Int32?, Int32?, Int32?)", Endpoints = to => to.WithFormMappingOptions(maxKeySize: 2).DisableAntiforgery(), Asks = ["POST /person form"] },
        Forms with { Name = "WithFormOptions(Boolean?, Int32?, Int64?, Int32?, Int32?, Int32?, Int32?, Int32?, Int32?, Int64?)", Endpoints = to => to.WithFormOptions(valueCountLimit: 1).DisableAntiforgery() },
        new("DisableValidation()") { Endpoints = to => to.DisableValidation(), Services = services => services.AddValidation(), Asks = ["GET /number?n=500"] },
        new("ShortCircuit(Int32?)") { Endpoints = to => to.ShortCircuit(), Middleware = app => app.Use((context, next) => { context.Response.Headers["X-Passed"] = "yes"; return next(context); }) },
        Filter with { Name = "AddEndpointFilter(IEndpointFilter)", Endpoints = to => to.AddEndpointFilter(new Marking()) },
        Filter with { Name = "AddEndpointFilter()", Endpoints = to => to.AddEndpointFilter<IEndpointConventionBuilder, Marking>() },
        Filter with { Name = "AddEndpointFilter(Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<Object>>)", Endpoints = to => to.AddEndpointFilter((_, _) => new("filtered")) },
        Filter with { Name = "AddEndpointFilterFactory(Func<EndpointFilterFactoryContext, EndpointFilterDelegate, EndpointFilterDelegate>)", Endpoints = to => to.AddEndpointFilterFactory((made, next) => made.MethodInfo.Name is "Ok" ? _ => new("made") : next) },
        new("ExcludeFromDescription()") { Endpoints = to => to.ExcludeFromDescription() },
        new("ProducesProblem(Int32, String)") { Endpoints = to => to.ProducesProblem(418) },
        new("ProducesValidationProblem(Int32, String)") { Endpoints = to => to.ProducesValidationProblem() },
        new("WithTags(String[])") { Endpoints = to => to.WithTags("tag") },
        new("WithDescription(String)") { Endpoints = to => to.WithDescription("text") },
        new("WithSummary(String)") { Endpoints = to => to.WithSummary("text") },
    ];

    private static RateLimitPartition<string> Once(HttpContext context) =>
        RateLimitPartition.GetFixedWindowLimiter($"{context.Request.Method} {context.Request.Path}", _ => new() { PermitLimit = 1, Window = TimeSpan.FromHours(1) });

    private static void AddBob(IServiceCollection services) => services.AddAuthorizationBuilder().AddPolicy("bob", policy => policy.RequireUserName("Bob"));

    private static void AddCookies(IServiceCollection services) => services.AddAuthentication("Cookies").AddCookie();

    private sealed class Everything : IOutputCachePolicy
    {
        public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = true;
            return default;
        }

        public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => default;

        public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation) => default;
    }

    private sealed class OncePolicy : IRateLimiterPolicy<string>
    {
        public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => null;

        public RateLimitPartition<string> GetPartition(HttpContext context) => Once(context);
    }

    private sealed class Marking : IEndpointFilter
    {
        public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        {
            context.HttpContext.Response.Headers["X-Filter"] = "yes";
            return next(context);
        }
    }
}
