using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpLogging;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Rewrite;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Conformance.Conventions;

/// <summary>What extends an application.</summary>
public static class ApplicationConventions
{
    private static readonly Convention
        Cors = new("")
        {
            Services = services => services.AddCors(cors =>
            {
                cors.AddDefaultPolicy(policy => policy.WithOrigins("https://a.example"));
                cors.AddPolicy("named", policy => policy.WithOrigins("https://a.example").WithExposedHeaders("X-Named"));
            }),
            Headers = [("Origin", "https://a.example")],
            Asks = ["OPTIONS /ok Access-Control-Request-Method=GET", "OPTIONS /nowhere Access-Control-Request-Method=GET"],
        },
        Limits = new("")
        {
            Services = services => services.AddRateLimiter(limits =>
            {
                limits.AddPolicy("other", context => RateLimitPartition.GetNoLimiter("other"));
                limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Twice);
            }),
            Asks = ["GET /ok+", "GET /ok++", "GET /nowhere+", "GET /nowhere++", "GET /secret X-Name=Ann", "GET /secret X-Name=Ann+"],
        },
        Fallback = new("")
        {
            Services = services => services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build()),
            Asks = ["GET /ok X-Name=Ann", "GET /nowhere X-Name=Ann"],
        },
        Forms = new("") { Services = services => services.AddAntiforgery(), Asks = ["POST /form form", "POST /echo text"] },
        Logging = new("")
        {
            Services = services => services.AddHttpLogging(logging => logging.LoggingFields = HttpLoggingFields.RequestPath | HttpLoggingFields.ResponseStatusCode),
        },
        Files = new("") { Asks = ["GET /page.txt", "GET /"], },
        Session = new("") { Services = services => services.AddDistributedMemoryCache().AddSession(), },
        Errors = new("") { Services = services => services.AddProblemDetails(), Beside = Pages },
        Statuses = new("") { Beside = Pages },
        Health = new("") { Services = services => services.AddHealthChecks(), Asks = ["GET /health"] },
        Timeouts = new("")
        {
            Services = services => services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new() { Timeout = TimeSpan.FromMilliseconds(20) }),
            Asks = ["GET /slow"],
        },
        Cache = new("")
        {
            Services = services => services.AddOutputCache(cache => cache.AddBasePolicy(policy => policy.Expire(TimeSpan.FromSeconds(60)))),
            Asks = ["GET /ok+", "GET /secret X-Name=Ann", "GET /taken+"],
        },
        Languages = new("") { Headers = [("Accept-Language", "de")], IsQuiet = true },
        Marks = new("") { Asks = ["POST /echo text"] };

    public static readonly Convention[] All =
    [
        new("nothing") { App = _ => { }, Asks = ["GET /number?n=1", "GET /number", "POST /echo text", "GET /secret X-Name=Ann", "HEAD /ok", "PUT /echo"], IsQuiet = true },
        Cors with { Name = "UseCors()", App = app => app.UseCors() },
        Cors with { Name = "UseCors(String)", App = app => app.UseCors("named") },
        Cors with { Name = "UseCors(String) and RequireCors()", App = app => app.UseCors("named"), Endpoints = to => to.RequireCors() },
        Cors with { Name = "UseCors(String) and [DisableCors]", App = app => app.UseCors("named"), Endpoints = to => to.WithMetadata(new DisableCorsAttribute()) },
        Cors with { Name = "UseCors(Action<CorsPolicyBuilder>)", App = app => app.UseCors(policy => policy.AllowAnyOrigin()) },
        Limits with { Name = "UseRateLimiter()", App = app => app.UseRateLimiter() },
        Limits with { Name = "UseRateLimiter() and RequireRateLimiting(String)", App = app => app.UseRateLimiter(), Endpoints = to => to.RequireRateLimiting("other") },
        Limits with { Name = "UseRateLimiter() and DisableRateLimiting()", App = app => app.UseRateLimiter(), Endpoints = to => to.DisableRateLimiting() },
        Limits with { Name = "UseRouting() and UseRateLimiter()", App = app => app.UseRouting().UseAuthentication().UseAuthorization().UseRateLimiter() },
        Limits with { Name = "UseRateLimiter(RateLimiterOptions)", Services = null, App = app => app.UseRateLimiter(new RateLimiterOptions { GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Twice) }) },
        Marks with { Name = "UseAuthentication()", App = app => app.UseAuthentication(), IsQuiet = true },
        Fallback with { Name = "UseAuthorization()", App = app => app.UseAuthorization() },
        Fallback with { Name = "UseAuthorization() and AllowAnonymous()", App = app => app.UseAuthorization(), Endpoints = to => to.AllowAnonymous() },
        Fallback with { Name = "UseAuthentication() and UseAuthorization()", App = app => app.UseAuthentication().UseAuthorization() },
        Forms with { Name = "UseAntiforgery()", App = app => app.UseAntiforgery() },
        Logging with { Name = "UseHttpLogging()", App = app => app.UseHttpLogging() },
        new("UseW3CLogging()") { App = app => app.UseW3CLogging(), Services = services => services.AddW3CLogging(_ => { }), IsQuiet = true },
        Files with { Name = "UseDefaultFiles()", App = app => app.UseDefaultFiles().UseStaticFiles() },
        Files with { Name = "UseDefaultFiles(String)", App = app => app.UseDefaultFiles("/files").UseStaticFiles("/files"), Asks = ["GET /files/"] },
        Files with { Name = "UseDefaultFiles(DefaultFilesOptions)", App = app => app.UseDefaultFiles(new DefaultFilesOptions()).UseStaticFiles() },
        Files with { Name = "UseDirectoryBrowser()", App = app => app.UseDirectoryBrowser(), Services = services => services.AddDirectoryBrowser() },
        Files with { Name = "UseDirectoryBrowser(String)", App = app => app.UseDirectoryBrowser("/files"), Services = services => services.AddDirectoryBrowser(), Asks = ["GET /files/"] },
        Files with { Name = "UseDirectoryBrowser(DirectoryBrowserOptions)", App = app => app.UseDirectoryBrowser(new DirectoryBrowserOptions()), Services = services => services.AddDirectoryBrowser() },
        Files with { Name = "UseFileServer()", App = app => app.UseFileServer() },
        Files with { Name = "UseFileServer(Boolean)", App = app => app.UseFileServer(enableDirectoryBrowsing: true), Services = services => services.AddDirectoryBrowser() },
        Files with { Name = "UseFileServer(String)", App = app => app.UseFileServer("/files"), Asks = ["GET /files/"] },
        Files with { Name = "UseFileServer(FileServerOptions)", App = app => app.UseFileServer(new FileServerOptions()) },
        Files with { Name = "UseStaticFiles()", App = app => app.UseStaticFiles() },
        Files with { Name = "UseStaticFiles(String)", App = app => app.UseStaticFiles("/files"), Asks = ["GET /files/page.txt"] },
        Files with { Name = "UseStaticFiles(StaticFileOptions)", App = app => app.UseStaticFiles(new StaticFileOptions { ServeUnknownFileTypes = true }) },
        Marks with { Name = "Use(Func<HttpContext, Func<Task>, Task>)", App = app => app.Use(async (HttpContext context, Func<Task> next) => { Mark(context); await next(); }) },
        Marks with { Name = "Use(Func<HttpContext, RequestDelegate, Task>)", App = app => app.Use(async (context, next) => { Mark(context); await next(context); }) },
        Marks with { Name = "UseMiddleware(Object[])", App = app => app.UseMiddleware<Marking>() },
        Marks with { Name = "UseMiddleware(Type, Object[])", App = app => app.UseMiddleware(typeof(Marking)) },
        Marks with { Name = "UsePathBase(PathString)", App = app => app.UsePathBase("/base").UseRouting().UseAuthentication().UseAuthorization(), Asks = ["GET /base/ok", "GET /base/number?n=x", "GET /base/broken"] },
        Marks with { Name = "UseWhen(Func<HttpContext, Boolean>, Action<IApplicationBuilder>)", App = app => app.UseWhen(context => context.Request.Path == "/ok", then => then.UseMiddleware<Marking>()) },
        Marks with { Name = "Map(String, Action<IApplicationBuilder>)", App = app => app.Map("/branch", Branch), Asks = ["GET /branch"] },
        Marks with { Name = "Map(PathString, Action<IApplicationBuilder>)", App = app => app.Map(new PathString("/branch"), Branch), Asks = ["GET /branch"] },
        Marks with { Name = "Map(PathString, Boolean, Action<IApplicationBuilder>)", App = app => app.Map("/branch", preserveMatchedPathSegment: true, Branch), Asks = ["GET /branch"] },
        Marks with { Name = "MapWhen(Func<HttpContext, Boolean>, Action<IApplicationBuilder>)", App = app => app.MapWhen(context => context.Request.Path == "/ok", Branch) },
        Marks with { Name = "Run(RequestDelegate)", App = app => app.Run(context => context.Response.WriteAsync("run")) },
        new("UseResponseCaching()") { App = app => app.UseResponseCaching().Use((context, next) => { context.Response.Headers.CacheControl = "public, max-age=60"; return next(context); }), Services = services => services.AddResponseCaching(), Asks = ["GET /ok+", "GET /number?n=x+"] },
        new("UseRewriter()") { App = app => app.UseRewriter().UseRouting().UseAuthentication().UseAuthorization(), Services = services => services.Configure<RewriteOptions>(options => options.AddRewrite("^old$", "ok", skipRemainingRules: true)), Asks = ["GET /old"] },
        new("UseRewriter(RewriteOptions)") { App = app => app.UseRewriter(new RewriteOptions().AddRewrite("^old$", "ok", skipRemainingRules: true).AddRedirect("^gone$", "ok")).UseRouting().UseAuthentication().UseAuthorization(), Asks = ["GET /old", "GET /gone"] },
        new("UseRequestDecompression()") { App = app => app.UseRequestDecompression(), Services = services => services.AddRequestDecompression(), Asks = ["POST /echo gzip"] },
        Session with { Name = "UseSession()", App = app => app.UseSession().Use(Remember) },
        Session with { Name = "UseSession(SessionOptions)", App = app => app.UseSession(new SessionOptions { Cookie = { Name = "own" } }).Use(Remember) },
        new("UseDeveloperExceptionPage()") { App = app => app.UseDeveloperExceptionPage() },
        new("UseDeveloperExceptionPage(DeveloperExceptionPageOptions)") { App = app => app.UseDeveloperExceptionPage(new DeveloperExceptionPageOptions()) },
        Errors with { Name = "UseExceptionHandler()", App = app => app.UseExceptionHandler() },
        Errors with { Name = "UseExceptionHandler() with an IExceptionHandler", App = app => app.UseExceptionHandler(), Services = services => services.AddProblemDetails().AddExceptionHandler<Teapot>() },
        Errors with { Name = "UseExceptionHandler(String)", App = app => app.UseExceptionHandler("/page/500") },
        Errors with { Name = "UseExceptionHandler(String, Boolean)", App = app => app.UseExceptionHandler("/page/500", createScopeForErrors: true) },
        Errors with { Name = "UseExceptionHandler(Action<IApplicationBuilder>)", App = app => app.UseExceptionHandler(then => then.Run(context => context.Response.WriteAsync("handled"))) },
        Errors with { Name = "UseExceptionHandler(ExceptionHandlerOptions)", App = app => app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = context => context.Response.WriteAsync("handled") }) },
        Statuses with { Name = "UseStatusCodePages(StatusCodePagesOptions)", App = app => app.UseStatusCodePages(new StatusCodePagesOptions()) },
        Statuses with { Name = "UseStatusCodePages()", App = app => app.UseStatusCodePages() },
        Statuses with { Name = "UseStatusCodePages() with problem details", App = app => app.UseStatusCodePages(), Services = services => services.AddProblemDetails() },
        Statuses with { Name = "UseStatusCodePages(Func<StatusCodeContext, Task>)", App = app => app.UseStatusCodePages(context => context.HttpContext.Response.WriteAsync("page")) },
        Statuses with { Name = "UseStatusCodePages(String, String)", App = app => app.UseStatusCodePages("text/plain", "page {0}") },
        Statuses with { Name = "UseStatusCodePagesWithRedirects(String)", App = app => app.UseStatusCodePagesWithRedirects("/page/{0}") },
        Statuses with { Name = "UseStatusCodePages(Action<IApplicationBuilder>)", App = app => app.UseStatusCodePages(then => then.Run(context => context.Response.WriteAsync("page"))) },
        Statuses with { Name = "UseStatusCodePagesWithReExecute(String, String)", App = app => app.UseStatusCodePagesWithReExecute("/page/{0}").UseRouting().UseAuthentication().UseAuthorization() },
        Statuses with { Name = "UseStatusCodePagesWithReExecute(String, String, Boolean)", App = app => app.UseStatusCodePagesWithReExecute("/page/{0}", createScopeForStatusCodePages: true).UseRouting().UseAuthentication().UseAuthorization() },
        Files with { Name = "UseWelcomePage(WelcomePageOptions)", App = app => app.UseWelcomePage(new WelcomePageOptions { Path = "/" }) },
        Files with { Name = "UseWelcomePage(PathString)", App = app => app.UseWelcomePage(new PathString("/")) },
        Files with { Name = "UseWelcomePage(String)", App = app => app.UseWelcomePage("/") },
        Files with { Name = "UseWelcomePage()", App = app => app.UseWelcomePage() },
        Health with { Name = "UseHealthChecks(PathString)", App = app => app.UseHealthChecks("/health") },
        Health with { Name = "UseHealthChecks(PathString, HealthCheckOptions)", App = app => app.UseHealthChecks("/health", new HealthCheckOptions()) },
        Health with { Name = "UseHealthChecks(PathString, Int32)", App = app => app.UseHealthChecks("/health", 1) },
        Health with { Name = "UseHealthChecks(PathString, String)", App = app => app.UseHealthChecks("/health", "1") },
        Health with { Name = "UseHealthChecks(PathString, Int32, HealthCheckOptions)", App = app => app.UseHealthChecks("/health", 1, new HealthCheckOptions()) },
        Health with { Name = "UseHealthChecks(PathString, String, HealthCheckOptions)", App = app => app.UseHealthChecks("/health", "1", new HealthCheckOptions()) },
        new("UseResponseCompression()") { App = app => app.UseResponseCompression(), Services = services => services.AddResponseCompression(), Headers = [("Accept-Encoding", "gzip")], Asks = ["GET /large"] },
        Cache with { Name = "UseOutputCache()", App = app => app.UseOutputCache() },
        new("UseRouting()") { App = app => app.UseRouting().UseAuthentication().UseAuthorization(), IsQuiet = true },
        new("UseEndpoints(Action<IEndpointRouteBuilder>)") { App = app => app.UseRouting().UseAuthentication().UseAuthorization().UseEndpoints(endpoints => endpoints.MapGet("/beside", () => "beside")), Asks = ["GET /beside"] },
        new("UseWebSockets()") { App = app => app.UseWebSockets(), IsQuiet = true },
        new("UseWebSockets(WebSocketOptions)") { App = app => app.UseWebSockets(new WebSocketOptions()), IsQuiet = true },
        new("UseCertificateForwarding()") { App = app => app.UseCertificateForwarding(), Services = services => services.AddCertificateForwarding(_ => { }), IsQuiet = true },
        new("UseForwardedHeaders()") { App = app => app.UseForwardedHeaders().Use(Scheme), Services = services => services.Configure<ForwardedHeadersOptions>(options => options.ForwardedHeaders = ForwardedHeaders.All), Headers = [("X-Forwarded-Proto", "https")] },
        new("UseForwardedHeaders(ForwardedHeadersOptions)") { App = app => app.UseForwardedHeaders(new() { ForwardedHeaders = ForwardedHeaders.All }).Use(Scheme), Headers = [("X-Forwarded-Proto", "https")] },
        new("UseHttpMethodOverride()") { App = app => app.UseHttpMethodOverride().UseRouting().UseAuthentication().UseAuthorization(), Asks = ["POST /ok X-HTTP-Method-Override=GET"] },
        new("UseHttpMethodOverride(HttpMethodOverrideOptions)") { App = app => app.UseHttpMethodOverride(new HttpMethodOverrideOptions()).UseRouting().UseAuthentication().UseAuthorization(), Asks = ["POST /ok X-HTTP-Method-Override=GET"] },
        new("UseCookiePolicy()") { App = app => app.UseCookiePolicy().Use(Cookie), Services = services => services.Configure<CookiePolicyOptions>(options => options.HttpOnly = HttpOnlyPolicy.Always) },
        new("UseCookiePolicy(CookiePolicyOptions)") { App = app => app.UseCookiePolicy(new CookiePolicyOptions { HttpOnly = HttpOnlyPolicy.Always }).Use(Cookie) },
        new("UseHsts()") { App = app => app.UseForwardedHeaders(new() { ForwardedHeaders = ForwardedHeaders.All }).UseHsts(), Headers = [("X-Forwarded-Proto", "https"), ("Host", "a.example")] },
        new("UseHttpsRedirection()") { App = app => app.UseHttpsRedirection(), Services = services => services.AddHttpsRedirection(options => options.HttpsPort = 443) },
        new("UseHostFiltering()") { App = app => app.UseHostFiltering(), Services = services => services.AddHostFiltering(options => options.AllowedHosts = ["a.example"]) },
        Timeouts with { Name = "UseRequestTimeouts()", App = app => app.UseRequestTimeouts() },
        Timeouts with { Name = "UseRequestTimeouts() and DisableRequestTimeout()", App = app => app.UseRequestTimeouts(), Endpoints = to => to.DisableRequestTimeout() },
        Languages with { Name = "UseRequestLocalization()", App = app => app.UseRequestLocalization() },
        Languages with { Name = "UseRequestLocalization(RequestLocalizationOptions)", App = app => app.UseRequestLocalization(new RequestLocalizationOptions { ApplyCurrentCultureToResponseHeaders = true }), IsQuiet = false },
        Languages with { Name = "UseRequestLocalization(Action<RequestLocalizationOptions>)", App = app => app.UseRequestLocalization(options => options.ApplyCurrentCultureToResponseHeaders = true), IsQuiet = false },
        Languages with { Name = "UseRequestLocalization(String[])", App = app => app.UseRequestLocalization("") },
    ];

    private static RateLimitPartition<string> Twice(HttpContext context) =>
        RateLimitPartition.GetFixedWindowLimiter($"{context.Request.Method} {context.Request.Path}", _ => new() { PermitLimit = 2, Window = TimeSpan.FromHours(1) });

    private static void Mark(HttpContext context) => context.Response.Headers["X-Marked"] = "yes";

    private static void Branch(IApplicationBuilder then) => then.Run(context => context.Response.WriteAsync("branch"));

    private static void Pages(IEndpointRouteBuilder app) => app.Map("/page/{status:int}", (int status) => $"page of {status}");

    private static Task Remember(HttpContext context, RequestDelegate next)
    {
        context.Session.SetString("asked", "yes");
        return next(context);
    }

    private static Task Scheme(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers["X-Scheme"] = context.Request.Scheme;
        return next(context);
    }

    private static Task Cookie(HttpContext context, RequestDelegate next)
    {
        context.Response.Cookies.Append("own", "value");
        return next(context);
    }

    private sealed class Marking(RequestDelegate next)
    {
        public Task InvokeAsync(HttpContext context)
        {
            Mark(context);
            return next(context);
        }
    }

    private sealed class Teapot : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            httpContext.Response.StatusCode = 418;
            await httpContext.Response.WriteAsync("teapot", cancellationToken);
            return true;
        }
    }
}
