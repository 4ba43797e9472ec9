using System.Threading.RateLimiting;
using Litestar.Conformance.Apps;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Conformance;

/// <summary>Methods that a handler's path does not have, in an application that has endpoints, groups and policies of its own.</summary>
public sealed class OtherMethodTests
{
    private static readonly (string, string)[] Preflight = [("Origin", "https://friend.example"), ("Access-Control-Request-Method", "GET")];

    /// <summary>Ways to map one endpoint, each with what surrounds it: the same for <c>MapGet</c> and for a handler.</summary>
    private static readonly Dictionary<string, Func<WebApplication, Func<IEndpointRouteBuilder, IEndpointConventionBuilder>, IEndpointConventionBuilder>> Surroundings = new()
    {
        ["nothing"] = (app, map) => map(app),
        ["a name"] = (app, map) => map(app).WithName("one"),
        ["CORS for all"] = (app, map) => map(With(app, app => app.UseCors("friends"))),
        ["CORS for all, a closed group"] = (app, map) => map(With(app, app => app.UseCors("friends")).MapGroup("").RequireAuthorization()),
        ["CORS for all before authorization"] = (app, map) => map(With(app, app => app.UseCors("friends").UseAuthentication().UseAuthorization())).RequireAuthorization(),
        ["CORS of the group"] = (app, map) => map(With(app, app => app.UseCors()).MapGroup("").RequireCors("friends")),
        ["CORS of the group, closed"] = (app, map) => map(With(app, app => app.UseCors().UseAuthentication().UseAuthorization()).MapGroup("").RequireCors("friends").RequireAuthorization()),
        ["CORS of the endpoint"] = (app, map) => map(With(app, app => app.UseCors())).RequireCors("friends"),
        ["no CORS"] = (app, map) => map(app),
        ["a closed group"] = (app, map) => map(app.MapGroup("").RequireAuthorization()),
        ["a role"] = (app, map) => map(app).RequireAuthorization(policy => policy.RequireRole("admin")),
        ["a limit"] = (app, map) => map(With(app, app => app.UseRateLimiter()).MapGroup("").RequireRateLimiting("never")),
        ["a limit of the endpoint"] = (app, map) => map(With(app, app => app.UseRateLimiter())).RequireRateLimiting("never"),
        ["a timeout"] = (app, map) => map(With(app, app => app.UseRequestTimeouts())).WithRequestTimeout(TimeSpan.FromMinutes(1)),
        ["an output cache"] = (app, map) => map(With(app, app => app.UseOutputCache())).CacheOutput(),
        ["another host"] = (app, map) => map(app.MapGroup("").RequireHost("localhost", "127.0.0.1")),
        ["the first order"] = (app, map) => map(app).WithOrder(-7),
        ["the last order"] = (app, map) => map(app).WithOrder(int.MaxValue),
        ["status pages"] = (app, map) => map(With(app, app => app.UseStatusCodePages())),
        ["status pages of the app"] = (app, map) => map(With(app, app => app.UseStatusCodePagesWithReExecute("/status").UseRouting().Use((context, next) =>
        {
            // Runs twice.
            context.Response.Headers.Vary = "status";
            return next(context);
        }).UseEndpoints(endpoints => endpoints.Map("/status", (HttpContext context) => $"status {context.Response.StatusCode}")))),
        ["an exception handler"] = (app, map) => map(With(app, app => app.UseExceptionHandler("/status"))),
        ["routing that is called"] = (app, map) => map(With(app, app => app.UseRouting())),
        ["a fallback for files"] = (app, map) => { app.MapFallback(() => "file").WithMetadata(new HttpMethodMetadata(["GET"])); return map(app); },
    };

    public static TheoryData<string> Places => [.. Surroundings.Keys];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Beside_an_ordinary_endpoint_a_browsers_question_and_a_405_are_the_same(string place)
    {
        await using var ordinary = await Start(app => Surroundings[place](app, app => app.MapGet("/one", () => "one")));
        await using var handled = await Start(app => Surroundings[place](app, app => app.MapLitestar([One])));

        Assert.Equal(Cors(await ordinary.Ask("OPTIONS /one", Preflight)).Replace("405", "204"), Cors(await handled.Ask("OPTIONS /one", Preflight)));
        Assert.Equal(Cors(await ordinary.Ask("OPTIONS /one", [Preflight[0], (Preflight[1].Item1, "DELETE")])).Replace("405", "204"), Cors(await handled.Ask("OPTIONS /one", [Preflight[0], (Preflight[1].Item1, "DELETE")])));
        Assert.Equal(Cors(await ordinary.Ask("PUT /one", Preflight[0])), Cors(await handled.Ask("PUT /one", Preflight[0])));
        Assert.Equal((await ordinary.Ask("GET /one")).Status, (await handled.Ask("GET /one")).Status);
        Assert.Equal((await ordinary.Ask("GET /nowhere")).Status, (await handled.Ask("GET /nowhere")).Status);

        // Nobody need be known for this, and nothing is counted.
        Assert.Equal((204, "GET, HEAD, OPTIONS"), StatusOf(await handled.Ask("OPTIONS /one")));
        var refused = await handled.Ask("PUT /one");
        Assert.Equal((405, "GET, HEAD, OPTIONS"), StatusOf(refused));
        Assert.Equal("405 '/one' does not answer PUT; it answers GET, HEAD, OPTIONS.", Summary.Of(refused));
    }

    [Fact]
    public async Task No_endpoint_is_mapped_for_it()
    {
        var seen = new List<string?>();
        await using var app = await Start(app =>
        {
            app.Lifetime.ApplicationStarted.Register(() => seen.AddRange(app.Services.GetRequiredService<EndpointDataSource>().Endpoints.Select(endpoint => endpoint.DisplayName)));
            app.MapLitestar([One, typeof(Numbers)]);
        });

        Assert.Equal(3, seen.Count);
    }

    [Fact]
    public async Task All_methods_of_a_path_are_named_wherever_they_were_mapped()
    {
        await using var app = await Start(app =>
        {
            app.MapLitestar([One]);
            app.MapLitestar([AddOne], options => options.ErrorFormat = ErrorFormat.Litestar);
            app.MapGroup("/one").MapLitestar([typeof(Rest)]);
            app.MapPut("/one", () => "put");
            app.MapMethods("/ONE/", ["PURGE"], () => "purged");
            app.MapGet("/alone", () => "alone");
            app.MapGet("/one/two", () => "two");
        });

        Assert.Equal((204, "GET, HEAD, POST, PUT, DELETE, PURGE, OPTIONS"), StatusOf(await app.Ask("OPTIONS /one")));
        Assert.Equal((405, "GET, HEAD, POST, PUT, DELETE, PURGE, OPTIONS"), StatusOf(await app.Ask("PATCH /One/")));
        Assert.Equal("405 '/one' does not answer TRACE; it answers GET, HEAD, POST, PUT, DELETE, PURGE, OPTIONS.", Summary.Of(await app.Ask("TRACE /one")));
        Assert.Equal("200 put", Summary.Of(await app.Ask("PUT /one")));
        Assert.Equal("201 added", Summary.Of(await app.Ask("POST /one")));
        Assert.Equal("204 ", Summary.Of(await app.Ask("DELETE /one")));

        // What is the host's alone is left to the host.
        Assert.Equal("405 ", Summary.Of(await app.Ask("OPTIONS /alone")));
        Assert.Equal((405, "GET"), StatusOf(await app.Ask("PUT /one/two")));
    }

    [Theory]
    [InlineData("PUT /numbers/7", 405, "GET, HEAD, DELETE, OPTIONS")]
    [InlineData("OPTIONS /numbers/7", 204, "GET, HEAD, DELETE, OPTIONS")]
    [InlineData("PUT /numbers/x", 405, "DELETE, OPTIONS")]
    [InlineData("GET /numbers/x", 404, null)] // The router looks at methods first.
    [InlineData("OPTIONS /only/7", 204, "GET, HEAD, POST, OPTIONS")]
    [InlineData("PUT /only/x", 404, null)]
    [InlineData("OPTIONS /only/x", 404, null)]
    [InlineData("GET /only/x", 404, null)]
    [InlineData("PUT /mixed/7", 405, "GET, HEAD, PATCH, OPTIONS")]
    [InlineData("PUT /mixed/x", 405, "GET, HEAD, PATCH")]
    [InlineData("PUT /tenants/a/one", 405, "GET, HEAD, OPTIONS")]
    [InlineData("PUT /files/a/b", 405, "GET, HEAD, POST, OPTIONS")]
    [InlineData("PUT /files", 405, "GET, HEAD, POST, OPTIONS")]
    [InlineData("PUT /v1.2", 405, "GET, HEAD, POST, OPTIONS")]
    [InlineData("PUT /pages", 405, "GET, HEAD, POST, OPTIONS")]
    [InlineData("PUT /pages/2", 405, "GET, HEAD, OPTIONS")]
    public async Task Parameters_may_have_other_names_and_constraints(string request, int status, string? allow)
    {
        await using var app = await Start(app =>
        {
            app.MapLitestar([typeof(Numbers)]);
            app.MapLitestar([typeof(Only)]);
            app.MapGroup("/only").MapLitestar([typeof(OnlyMore)]);
            app.MapGroup("/mixed").MapLitestar([typeof(Mixed)]);
            app.MapPatch("/mixed/{any}", (string any) => any);
            app.MapGroup("/tenants/{tenant}").MapLitestar([One]);
            app.MapLitestar([typeof(Shapes)]);
            app.MapPost("/files/{**rest}", () => "posted");
            app.MapPost("/v{version}", () => "posted");
            app.MapPost("/pages", () => "posted");
        });

        Assert.Equal((status, allow), StatusOf(await app.Ask(request)));
    }

    [Theory]
    [InlineData("a.example", "PUT", 405, "GET, HEAD, OPTIONS")]
    [InlineData("b.example", "PUT", 405, "POST, OPTIONS")]
    [InlineData("b.example", "GET", 404, null)]
    [InlineData("c.example", "PUT", 404, null)]
    [InlineData("c.example", "OPTIONS", 404, null)]
    public async Task A_path_belongs_to_its_hosts(string name, string method, int status, string? allow)
    {
        await using var app = await Start(app =>
        {
            app.MapGroup("").RequireHost("a.example:*").MapLitestar([One]);
            app.MapLitestar([AddOne]).RequireHost("b.example");
        });

        Assert.Equal((status, allow), StatusOf(await app.Ask($"{method} /one", ("Host", name))));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(int.MaxValue)]
    public async Task It_takes_no_request_from_an_endpoint_of_the_host(int order)
    {
        await using var app = await Start(app =>
        {
            app.MapLitestar([One, typeof(Numbers)]).WithOrder(order);
            app.MapPut("/one", () => "put");
            app.Map("/numbers/{any}", (string any) => $"any {any}").WithOrder(int.MaxValue);
            app.MapFallback(() => "fallback");
        });

        Assert.Equal("200 put", Summary.Of(await app.Ask("PUT /one")));
        Assert.Equal("200 fallback", Summary.Of(await app.Ask("DELETE /one")));
        Assert.Equal("200 any 7", Summary.Of(await app.Ask("PATCH /numbers/7")));
        Assert.Equal("200 one", Summary.Of(await app.Ask("GET /one")));
    }

    [Fact]
    public async Task A_branch_and_a_path_base_are_told_apart()
    {
        await using var app = await Start(app =>
        {
            app.UsePathBase("/base");
            app.UseRouting();
            app.MapPost("/one", () => "posted");
            app.Map("/branch", branch => branch.UseRouting().UseEndpoints(endpoints => endpoints.MapLitestar([One])));
        });

        Assert.Equal((405, "GET, HEAD, OPTIONS"), StatusOf(await app.Ask("PUT /branch/one")));
        Assert.Equal((405, "GET, HEAD, OPTIONS"), StatusOf(await app.Ask("PUT /base/branch/one")));
        Assert.Equal((405, "POST"), StatusOf(await app.Ask("PUT /one")));
    }

    [Fact]
    public async Task A_fallback_policy_holds_as_for_every_path()
    {
        await using var app = await Start(app => app.MapLitestar([One]), services => services.Configure<AuthorizationOptions>(options => options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build()));

        Assert.Equal(401, (await app.Ask("PUT /one")).Status);
        Assert.Equal((405, "GET, HEAD, OPTIONS"), StatusOf(await app.Ask("PUT /one", ("X-Name", "Ann"))));
    }

    [Fact]
    public async Task Versions_of_a_path_are_told_apart_by_their_library()
    {
        await using var app = await Start(
            app =>
            {
                var versions = app.NewVersionedApi();
                versions.MapGroup("/v").HasApiVersion(1.0).MapLitestar([One]);
                versions.MapGroup("/v").HasApiVersion(2.0).MapLitestar([OneMore, AddOne]);
                versions.MapGroup("/v").HasApiVersion(2.0).MapPut("/one", () => "put");
                app.MapLitestar([One]);
            },
            services => services.AddApiVersioning());

        Assert.Equal("200 one", Summary.Of(await app.Ask("GET /v/one?api-version=1.0")));
        Assert.Equal("200 one more", Summary.Of(await app.Ask("GET /v/one?api-version=2.0")));
        Assert.Equal("201 added", Summary.Of(await app.Ask("POST /v/one?api-version=2.0")));
        Assert.Equal("200 put", Summary.Of(await app.Ask("PUT /v/one?api-version=2.0")));
        Assert.Equal("200 one", Summary.Of(await app.Ask("GET /one")));
        Assert.Equal((405, "GET, HEAD, OPTIONS"), StatusOf(await app.Ask("PUT /one")));
        Assert.Equal((405, "GET, HEAD, POST, PUT, OPTIONS"), StatusOf(await app.Ask("DELETE /v/one?api-version=2.0")));
    }

    private static Task<RunningApp> Start(Action<WebApplication> map, Action<IServiceCollection>? more = null) => RunningApp.Start(Host.Mapped, [], services =>
    {
        services.AddPipelines();
        services.AddRateLimiter(limits => limits.AddPolicy("never", _ => RateLimitPartition.Get("", _ => new Never())));
        more?.Invoke(services);
    }, "Development", middleware: map);

    private static T With<T>(T app, Action<T> configure)
    {
        configure(app);
        return app;
    }

    private static (int Status, string? Allow) StatusOf(Answer answer) => (answer.Status, answer.Allow);

    private static string Cors(Answer answer) =>
        $"{answer.Status} {string.Join("; ", answer.Headers.Where(header => header.Key.StartsWith("Access-Control", StringComparison.Ordinal) || header.Key is "Vary").Select(header => $"{header.Key}: {string.Join(',', header.Value)}"))}";

    [Get("/one")] private static string One() => "one";
    [Get("/one")] private static string OneMore() => "one more";
    [Post("/one")] private static string AddOne() => "added";

    private static class Rest
    {
        [Delete("")] public static void Remove() { }
    }

    [Path("/numbers")]
    private static class Numbers
    {
        [Get("/{n:int}")] public static string Number(int n) => $"number {n}";
        [Delete("/{name}")] public static void Name(string name) { }
    }

    [Path("/only")]
    private static class Only
    {
        [Get("/{n:int}")] public static string Number(int n) => $"number {n}";
    }

    private static class OnlyMore
    {
        [Post("/{m:min(1)}")] public static string Number(int m) => $"number {m}";
    }

    private static class Mixed
    {
        [Get("/{n:int}")] public static string Number(int n) => $"number {n}";
    }

    private static class Shapes
    {
        [Get("/files/{*path}")] public static string File(string? path) => $"file {path}";
        [Get("/v{major:int}.{minor:int}")] public static string Version(int major, int minor) => $"{major} {minor}";
        [Get("/pages/{page:int?}")] public static string Page(int? page) => $"page {page}";
    }

    private sealed class Never : RateLimiter
    {
        public override TimeSpan? IdleDuration => null;

        public override RateLimiterStatistics? GetStatistics() => null;

        protected override RateLimitLease AttemptAcquireCore(int permitCount) => new None();

        protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) => new(new None());

        private sealed class None : RateLimitLease
        {
            public override bool IsAcquired => false;

            public override IEnumerable<string> MetadataNames => [];

            public override bool TryGetMetadata(string metadataName, out object? metadata) => (metadata = null) is not null;
        }
    }
}
