using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Rewrite;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Litestar.Conformance;

/// <summary>Each hook that ASP.NET Core has for errors, on the answers of handlers: the table in <c>docs/reference/errors.md</c>.</summary>
public sealed class ErrorHookTests
{
    // Each request, and its answer where an application has no hook. "ours" is the error body.
    private static readonly (string Request, string InApp, string Mapped)[] Plain =
    [
        ("GET /thrown", "ours 500", "ours 500"),
        ("GET /not-found", "ours 404", "ours 404"),
        ("GET /bad-http", "ours 413", "ours 413"),
        ("GET /missing", "ours 400", "ours 400"),
        ("GET /bare", "404 ", "404 "),
        ("GET /problem", "ours 409", "ours 409"),
        ("POST /thrown", "ours 405", "ours 405"),
        ("GET /nowhere", "ours 404", "404 "),
        ("GET /guarded", "ours 401", "ours 401"),
        ("GET /closed", "ours 401", "ours 401"),
    ];

    // What a hook changes, for both hosts and for the mapped one alone. Everything else is as without it.
    private static readonly (string Hook, string[] Both, string[] Mapped)[] Hooks =
    [
        ("nothing", [], []),
        ("UseStatusCodePages", ["GET /bare: 404 page 404"], ["GET /nowhere: 404 page 404", "GET /closed: 401 page 401"]),
        ("UseStatusCodePagesWithReExecute", ["GET /bare: 404 status 404"], ["GET /nowhere: 404 status 404", "GET /closed: 401 status 401"]),
        ("UseStatusCodePagesWithRedirects", ["GET /bare: 302 /status/404"], ["GET /nowhere: 302 /status/404", "GET /closed: 302 /status/401"]),
        ("IProblemDetailsWriter", ["GET /bare: 404 writer"], ["GET /nowhere: 404 writer", "GET /closed: 401 writer"]),
        ("IProblemDetailsService", ["GET /bare: 404 service"], ["GET /nowhere: 404 service", "GET /closed: 401 service"]),
        ("CustomizeProblemDetails", [.. Plain.Where(row => row.InApp.StartsWith("ours", StringComparison.Ordinal) && row.Request is not "GET /nowhere").Select(row => $"{row.Request}: {row.InApp} n1")], []),
        ("UseExceptionHandler(path)", ["GET /thrown: 500 path the secret"], []),
        ("UseExceptionHandler(function)", ["GET /thrown: 418 function"], []),
        ("UseExceptionHandler(function) without a body", ["GET /thrown: 503 "], []),
        ("AddExceptionHandler", ["GET /thrown: 418 handler"], []),
        ("UseExceptionHandler, AddProblemDetails", ["GET /thrown: 500 An error occurred while processing your request."], []),
        ("StatusCodeSelector", ["GET /thrown: 422 Unprocessable Entity"], []),
        ("middleware that catches", [], []),
        ("middleware that catches, within UseExceptionHandler", ["GET /thrown: 418 caught"], []),
        ("middleware that fills bare answers", ["GET /bare: 404 filled"], ["GET /nowhere: 404 filled"]),
        ("UseDeveloperExceptionPage", ["GET /thrown: 500 developer page"], []),
        ("Development", [], []),
        ("Development, UseExceptionHandler(path)", ["GET /thrown: 500 path the secret"], []),
        ("Development, UseExceptionHandler(options)", ["GET /thrown: 418 options"], []),
        ("Development, UseExceptionHandler(function)", ["GET /thrown: 418 function"], []),
        ("Development, UseExceptionHandler(function), middleware", ["GET /thrown: 418 function"], []),
        ("Development, UseExceptionHandler(function) of a branch", ["GET /thrown: 418 function"], []),
        ("Development, UseExceptionHandler(function), loggers of its own", ["GET /thrown: 418 function"], []),
        ("Development, AddExceptionHandler, UseExceptionHandler", ["GET /thrown: 418 handler"], []),
        ("Development, AddExceptionHandler alone", [], []),
        ("Development, UseExceptionHandler, AddProblemDetails", ["GET /thrown: 500 An error occurred while processing your request."], []),
        ("UseExceptionHandler(options)", ["GET /thrown: 418 options"], []),
        ("UseExceptionHandler(function) of a branch", ["GET /thrown: 418 function"], []),
        ("IAuthorizationMiddlewareResultHandler", ["GET /closed: 404 hidden"], []),
        ("a scheme that writes", ["GET /closed: 401 Sign in."], []),
        ("InvalidModelStateResponseFactory", [], []),
        ("ThrowOnBadRequest", [], []),
    ];

    public static TheoryData<bool, string> Rows => [.. from isMapped in (bool[])[false, true] from hook in Hooks select new TheoryDataRow<bool, string>(isMapped, hook.Hook)];

    [Theory, MemberData(nameof(Rows))]
    public async Task A_hook_changes_what_the_page_says(bool isMapped, string name)
    {
        var hook = Hooks.Single(hook => hook.Hook == name);
        using var app = await Start(isMapped, name);

        var changes = new List<string>();
        foreach (var (request, inApp, mapped) in Plain)
        {
            var answer = await Ask(app, request);
            if (answer != (isMapped ? mapped : inApp))
            {
                changes.Add($"{request}: {answer}");
            }
        }

        var expected = isMapped ? hook.Both.Concat(hook.Mapped) : hook.Both;
        if (name is "CustomizeProblemDetails" && !isMapped)
        {
            expected = expected.Append("GET /nowhere: ours 404 n1");
        }

        Assert.Equal(expected.Order(StringComparer.Ordinal), changes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_page_names_every_hook()
    {
        var root = typeof(ErrorHookTests).Assembly.GetCustomAttributes(typeof(System.Reflection.AssemblyMetadataAttribute), false)
            .Cast<System.Reflection.AssemblyMetadataAttribute>().Single(item => item.Key is "Root").Value!;
        var page = File.ReadAllText(Path.Combine(root, "docs/reference/errors.md"));

        Assert.All(Hooks.SelectMany(hook => hook.Hook.Split(',', '(')).Select(part => part.Trim().Split(' ')[0]).Where(part => part.Length > 0 && char.IsUpper(part[0])), hook => Assert.Contains(hook, page));
    }

    private static async Task<string> Ask(IHost app, string request)
    {
        var parts = request.Split(' ');
        using var answer = await app.GetTestClient().SendAsync(new(new(parts[0]), parts[1]));
        var body = await answer.Content.ReadAsStringAsync();
        if (answer.Headers.Location is { } location)
        {
            return $"{(int)answer.StatusCode} {location}";
        }

        if (answer.Content.Headers.ContentType?.MediaType is "application/problem+json")
        {
            var problem = JsonNode.Parse(body)!.AsObject();
            return problem.ContainsKey("instance")
                ? $"ours {(int)answer.StatusCode}{(problem["node"] is { } node ? $" {node}" : "")}"
                : $"{(int)answer.StatusCode} {(string)problem["title"]!}";
        }

        return $"{(int)answer.StatusCode} {(body.Contains("   at ", StringComparison.Ordinal) ? "developer page" : body)}";
    }

    private static async Task<IHost> Start(bool isMapped, string hook)
    {
        string[] arguments = ["--environment", hook.StartsWith("Development", StringComparison.Ordinal) ? "Development" : "Production"];
        if (isMapped)
        {
            var builder = WebApplication.CreateBuilder(arguments);
            Configure(builder.Services, builder.Logging, builder.WebHost, hook);
            var app = builder.Build();
            Use(app, hook);
            app.UseAuthentication();
            app.UseAuthorization();
            app.MapLitestar([typeof(Wrong)]);
            MapPages(app);
            await app.StartAsync();
            return app;
        }
        else
        {
            var builder = LitestarApp.CreateBuilder(arguments);
            Configure(builder.Services, builder.Logging, builder.WebHost, hook);
            builder.Handlers.Add(typeof(Wrong));
            var app = builder.Build();
            Use(app, hook);
            MapPages(app);
            await app.StartAsync();
            return app;
        }
    }

    private static void Answer(IApplicationBuilder branch) => branch.Run(context =>
    {
        context.Response.StatusCode = 418;
        return context.Response.WriteAsync("function");
    });

    private static void MapPages(IEndpointRouteBuilder app)
    {
        app.MapGet("/error", (HttpContext context) => context.Response.WriteAsync($"path {context.Features.Get<IExceptionHandlerFeature>()!.Error.Message}"));
        app.MapGet("/status/{code}", (HttpContext context) => context.Response.WriteAsync($"status {context.Request.RouteValues["code"]}"));
    }

    private static void Configure(IServiceCollection services, ILoggingBuilder logging, IWebHostBuilder web, string hook)
    {
        web.UseTestServer();
        logging.ClearProviders();
        services.AddAuthentication("scheme").AddScheme<SchemeOptions, Scheme>("scheme", options => options.Writes = hook is "a scheme that writes");
        services.AddAuthorization();
        _ = hook switch
        {
            "IProblemDetailsWriter" => services.AddSingleton<IProblemDetailsWriter, Writer>().AddProblemDetails(),
            "IProblemDetailsService" => services.AddSingleton<IProblemDetailsService, Service>(),
            "CustomizeProblemDetails" => services.AddProblemDetails(options => options.CustomizeProblemDetails = context => context.ProblemDetails.Extensions["node"] = "n1"),
            "AddExceptionHandler" or "Development, AddExceptionHandler, UseExceptionHandler" or "Development, AddExceptionHandler alone" => services.AddExceptionHandler<Handler>().AddProblemDetails(),
            "UseExceptionHandler, AddProblemDetails" or "Development, UseExceptionHandler, AddProblemDetails" or "StatusCodeSelector" or "middleware that catches, within UseExceptionHandler" => services.AddProblemDetails(),
            "IAuthorizationMiddlewareResultHandler" => services.AddSingleton<IAuthorizationMiddlewareResultHandler, Hiding>(),
            "InvalidModelStateResponseFactory" => services.Configure<ApiBehaviorOptions>(options => options.InvalidModelStateResponseFactory = _ => new ObjectResult("mine")),
            "Development, UseExceptionHandler(function), loggers of its own" => services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance),
            "ThrowOnBadRequest" => services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true),
            _ => services,
        };
    }

    private static void Use(IApplicationBuilder app, string hook)
    {
        switch (hook)
        {
            case "UseStatusCodePages":
                app.UseStatusCodePages("text/plain", "page {0}");
                break;
            case "UseStatusCodePagesWithReExecute":
                app.UseStatusCodePagesWithReExecute("/status/{0}");
                break;
            case "UseStatusCodePagesWithRedirects":
                app.UseStatusCodePagesWithRedirects("/status/{0}");
                break;
            case "IProblemDetailsWriter" or "IProblemDetailsService":
                app.UseStatusCodePages();
                break;
            case "UseExceptionHandler(path)" or "Development, UseExceptionHandler(path)":
                app.UseExceptionHandler("/error");
                break;
            case "UseExceptionHandler(options)" or "Development, UseExceptionHandler(options)":
                app.UseExceptionHandler(new ExceptionHandlerOptions
                {
                    ExceptionHandler = context =>
                    {
                        context.Response.StatusCode = 418;
                        return context.Response.WriteAsync("options");
                    },
                });
                break;
            case "UseExceptionHandler(function)" or "Development, UseExceptionHandler(function)" or "Development, UseExceptionHandler(function), loggers of its own":
                app.UseExceptionHandler(Answer);
                break;
            case "Development, UseExceptionHandler(function), middleware":
                app.UseExceptionHandler(Answer);
                app.UseRewriter(new RewriteOptions().AddRewrite("^old$", "new", skipRemainingRules: true));
                app.Use(next => next);
                break;
            case "UseExceptionHandler(function) of a branch" or "Development, UseExceptionHandler(function) of a branch":
                app.UseWhen(context => context.Request.Path.StartsWithSegments("/thrown"), branch => branch.UseExceptionHandler(Answer));
                break;
            case "UseExceptionHandler(function) without a body":
                app.UseExceptionHandler(branch => branch.Run(context =>
                {
                    context.Response.StatusCode = 503;
                    return Task.CompletedTask;
                }));
                break;
            case "AddExceptionHandler" or "Development, AddExceptionHandler, UseExceptionHandler" or "UseExceptionHandler, AddProblemDetails" or "Development, UseExceptionHandler, AddProblemDetails":
                app.UseExceptionHandler();
                break;
            case "StatusCodeSelector":
                app.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = _ => 422 });
                break;
            case "middleware that catches":
                app.Use(Catch);
                break;
            case "middleware that catches, within UseExceptionHandler":
                app.UseExceptionHandler();
                app.Use(Catch);
                break;
            case "middleware that fills bare answers":
                app.Use(async (context, next) =>
                {
                    await next(context);
                    if (context.Response is { StatusCode: 404, ContentType: null })
                    {
                        await context.Response.WriteAsync("filled");
                    }
                });
                break;
            case "UseDeveloperExceptionPage":
                app.UseDeveloperExceptionPage();
                break;
        }
    }

    private static async Task Catch(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (InvalidOperationException)
        {
            context.Response.StatusCode = 418;
            await context.Response.WriteAsync("caught");
        }
    }

    private static class Wrong
    {
        [Get("/thrown")] public static string Thrown() => throw new InvalidOperationException("the secret");
        [Get("/not-found")] public static string NotFound() => throw new NotFoundException("No thing 7.");
        [Get("/bad-http")] public static string BadHttp() => throw new BadHttpRequestException("Too large.", 413);
        [Get("/missing")] public static int Missing(int n) => n;
        [Get("/bare")] public static NotFound Bare() => TypedResults.NotFound();
        [Get("/problem")] public static IResult Problem() => TypedResults.Problem("Sold out.", statusCode: 409);
        [Get("/guarded"), Guard(nameof(Nobody))] public static string Guarded() => "";
        [Get("/closed"), Authorize] public static string Closed() => "";
        private static bool Nobody() => false;
    }

    private sealed class Writer : IProblemDetailsWriter
    {
        public bool CanWrite(ProblemDetailsContext context) => true;

        public async ValueTask WriteAsync(ProblemDetailsContext context) => await context.HttpContext.Response.WriteAsync("writer");
    }

    private sealed class Service : IProblemDetailsService
    {
        public async ValueTask WriteAsync(ProblemDetailsContext context) => await context.HttpContext.Response.WriteAsync("service");

        public async ValueTask<bool> TryWriteAsync(ProblemDetailsContext context)
        {
            await WriteAsync(context);
            return true;
        }
    }

    private sealed class Handler : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
        {
            httpContext.Response.StatusCode = 418;
            await httpContext.Response.WriteAsync("handler", cancellationToken);
            return true;
        }
    }

    private sealed class Hiding : IAuthorizationMiddlewareResultHandler
    {
        public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
        {
            if (authorizeResult.Succeeded)
            {
                return next(context);
            }

            context.Response.StatusCode = 404;
            return context.Response.WriteAsync("hidden");
        }
    }

    private sealed class SchemeOptions : AuthenticationSchemeOptions
    {
        public bool Writes { get; set; }
    }

    private sealed class Scheme(IOptionsMonitor<SchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<SchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());

        protected override Task HandleChallengeAsync(AuthenticationProperties properties)
        {
            Response.StatusCode = 401;
            return Options.Writes ? Response.WriteAsync("Sign in.") : Task.CompletedTask;
        }
    }
}
