using Microsoft.AspNetCore.Cors;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Threading.RateLimiting;
using FluentValidation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Litestar.Conformance;

/// <summary>In Development the container refuses to make a request's services outside of a request. Nothing of the app asks it to, whatever the user has registered for each request.</summary>
public sealed class ScopedServiceTests
{
    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task An_app_starts_and_answers_with_all_of_them(Host host)
    {
        await using var app = await Start(host, services =>
        {
            services.AddAuthentication("Name").AddScheme<AuthenticationSchemeOptions, NameHeader>("Name", null);
            services.AddAuthorization(options => options.AddPolicy("staff", policy => policy.AddRequirements(new Staff())));
            services.AddScoped<IAuthorizationHandler, StaffHandler>();
            services.AddScoped<IClaimsTransformation, Roles>();
            services.AddScoped<IValidator<Order>, OrderValidator>();
            services.AddScoped<ICorsPolicyProvider, Origins>();
            services.AddCors();
            services.AddScoped<IExceptionHandler, Answering>();
            services.AddRateLimiter(options => options.AddPolicy<string, Limit>("limit"));
            services.AddHostedService<Worker>();
        });

        Assert.Equal(401, (await app.Ask("GET /scoped/staff")).Status);
        Assert.Equal("200 Ann of the staff", Summary.Of(await app.Ask("GET /scoped/staff", ("X-Name", "Ann"))));
        Assert.Equal(403, (await app.Ask("GET /scoped/staff", ("X-Name", "Bob"))).Status);
        Assert.Equal("400 number: Not 13.", Summary.Of(await app.Ask("""POST /scoped/orders {"number":13}""")));
        Assert.Equal("201 7", Summary.Of(await app.Ask("""POST /scoped/orders {"number":7}""")));
        Assert.Equal(500, (await app.Ask("GET /scoped/broken")).Status);
        var shared = await app.Ask("GET /scoped/shared", ("Origin", "https://a.example"));
        Assert.Equal("https://a.example", shared.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("200 1", Summary.Of(await app.Ask("GET /scoped/limited")));
        Assert.Equal(host is Host.Mapped ? 503 : 429, (await app.Ask("GET /scoped/limited")).Status);
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task What_is_not_valid_is_refused_at_the_start(Host host)
    {
        // A singleton that keeps a request's service.
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => Start(host, services => services.AddSingleton<IClaimsTransformation, Roles>()));

        Assert.Contains("Cannot consume scoped service", failure.ToString());
        var missing = await Assert.ThrowsAnyAsync<Exception>(() => Start(host, services => services.AddSingleton<Needy>()));
        Assert.Contains("Unable to resolve service for type", missing.ToString());
    }

    private static Task<RunningApp> Start(Host host, Action<IServiceCollection> services) => RunningApp.Start(
        host,
        [typeof(Scoped), typeof(Shared), typeof(Limited)],
        container =>
        {
            container.AddScoped<Visit>().AddAuthentication();
            container.AddAuthorization(options => options.AddPolicy("staff", policy => policy.AddRequirements(new Staff())));
            container.AddCors().AddRateLimiter(options => { });
            services(container);
        },
        "Development",
        middleware: app =>
        {
            app.UseRouting();
            app.UseCors();
            app.UseAuthentication();
            app.UseAuthorization();
            app.UseRateLimiter();
        });

    [Path("/scoped")]
    private static class Scoped
    {
        [Get("/staff"), Authorize(Policy = "staff")]
        public static string Staff(ClaimsPrincipal user) => $"{user.Identity!.Name} of the staff";

        [Post("/orders")]
        public static int Add(Order order) => order.Number;

        [Get("/broken")]
        public static string Broken() => throw new FormatException("x");
    }

    [Path("/scoped"), EnableCors]
    private static class Shared
    {
        [Get("/shared")]
        public static string Read() => "all";
    }

    [Path("/scoped"), EnableRateLimiting("limit")]
    private static class Limited
    {
        [Get("/limited")]
        public static int Count() => 1;
    }

    internal sealed record Order(int Number);

    internal sealed class Visit : IAsyncDisposable
    {
        public string Staff => "Ann";

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class Missing;

    private sealed class Needy(Missing missing)
    {
        public override string ToString() => $"{missing}";
    }

    private sealed class Staff : IAuthorizationRequirement;

    private sealed class StaffHandler(Visit visit) : AuthorizationHandler<Staff>
    {
        protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, Staff requirement)
        {
            if (context.User.IsInRole("staff") && context.User.Identity?.Name == visit.Staff)
            {
                context.Succeed(requirement);
            }

            return Task.CompletedTask;
        }
    }

    private sealed class Roles(Visit visit) : IClaimsTransformation
    {
        public Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal principal)
        {
            if (principal.Identity is ClaimsIdentity identity && identity.Name == visit.Staff && !principal.IsInRole("staff"))
            {
                identity.AddClaim(new(ClaimTypes.Role, "staff"));
            }

            return Task.FromResult(principal);
        }
    }

    internal sealed class OrderValidator : AbstractValidator<Order>
    {
        public OrderValidator(Visit visit) => RuleFor(order => order.Number).NotEqual(visit.Staff is "Ann" ? 13 : 0).WithMessage("Not 13.");
    }

    private sealed class Origins(Visit visit) : ICorsPolicyProvider
    {
        public Task<CorsPolicy?> GetPolicyAsync(HttpContext context, string? policyName) =>
            Task.FromResult<CorsPolicy?>(new CorsPolicyBuilder(visit.Staff is "Ann" ? "https://a.example" : "https://b.example").Build());
    }

    private sealed class Answering(Visit visit) : IExceptionHandler
    {
        public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken) => new(visit.Staff is "");
    }

    private sealed class Limit : IRateLimiterPolicy<string>
    {
        public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => null;

        public RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
            RateLimitPartition.GetFixedWindowLimiter("all", _ => new() { PermitLimit = 1, Window = TimeSpan.FromHours(1) });
    }

    private sealed class Worker(IServiceScopeFactory scopes) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Visit>();
        }
    }

    private sealed class NameHeader(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Request.Headers["X-Name"].ToString() is { Length: > 0 } name
            ? AuthenticateResult.Success(new(new(new ClaimsIdentity([new(ClaimTypes.Name, name)], "Name")), "Name"))
            : AuthenticateResult.NoResult());
    }
}
