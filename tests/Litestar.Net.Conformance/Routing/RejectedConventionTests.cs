using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Litestar.Conformance;

/// <summary>A convention that a handler cannot heed stops the start, wherever it is said.</summary>
public sealed class RejectedConventionTests
{
    // Where handlers can be mapped below what is said.
    private static readonly Dictionary<string, Action<IEndpointRouteBuilder>> Groups = new()
    {
        ["a group"] = app => app.MapGroup("/g").DisableValidation().MapLitestar([Add]),
        ["a group, later"] = app =>
        {
            var group = app.MapGroup("/g");
            group.MapLitestar([Add]);
            group.DisableValidation();
        },
        ["a group in a group"] = app => app.MapGroup("/g").DisableValidation().MapGroup("/h").MapLitestar([Add]),
        ["the return value in a group"] = app => app.MapGroup("/g").MapLitestar([Add]).DisableValidation(),
        ["the return value"] = app => app.MapLitestar([Add]).DisableValidation(),
        ["the second of two"] = app =>
        {
            app.MapGroup("/a").MapLitestar([Add]);
            app.MapGroup("/b").DisableValidation().MapLitestar([Add]);
        },
        ["the first of two"] = app =>
        {
            app.MapGroup("/b").DisableValidation().MapLitestar([Add]);
            app.MapGroup("/a").MapLitestar([Add]);
            app.MapGet("/ordinary", () => "");
        },
    };

    private static readonly Dictionary<string, Func<Action<IEndpointRouteBuilder>, IHost>> Hosts = new()
    {
        ["WebApplication"] = map => Web(map),
        ["WebApplication with UseRouting"] = map => Web(app =>
        {
            app.UseRouting();
            map(app);
        }),
        ["WebApplication with UseEndpoints"] = map => Web(app => app.UseRouting().UseEndpoints(map)),
        ["a branch"] = map => Web(app => app.Map("/admin", branch => branch.UseRouting().UseEndpoints(map))),
        ["a class Startup"] = map => new HostBuilder().ConfigureWebHost(web => web
            .UseTestServer()
            .ConfigureServices(services => services.AddRouting())
            .Configure(app => app.UseRouting().UseEndpoints(map))).Build(),
        ["LitestarApp"] = map =>
        {
            var builder = LitestarApp.CreateBuilder([]);
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
            var app = builder.Build();
            map(app);
            return app;
        },
    };

    public static TheoryData<string, string> Rows => [.. from host in Hosts.Keys from place in Groups.Keys select new TheoryDataRow<string, string>(host, place)];

    [Theory, MemberData(nameof(Rows))]
    public async Task It_stops_the_start(string host, string place)
    {
        // A branch is built where it is added.
        var rejection = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            using var app = Hosts[host](Groups[place]);
            await app.StartAsync(TestContext.Current.CancellationToken);
        });
        Assert.Contains("DisableValidation() is called for 'POST /", rejection.Message);
        Assert.Contains($"/todos' ({nameof(RejectedConventionTests)}.Add)", rejection.Message);
        Assert.Contains("Put [SkipValidation] on its parameters, or map it outside of that group.", rejection.Message);
    }

    [Fact]
    public async Task One_that_is_heeded_does_not()
    {
        using var app = Web(app => app.MapGroup("/g").WithTags("t").MapLitestar([Add]));
        await app.StartAsync(TestContext.Current.CancellationToken);

        var answer = await app.GetTestClient().PostAsync("/g/todos?n=0", null, TestContext.Current.CancellationToken);
        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Fact]
    public async Task An_ordinary_endpoint_that_cannot_be_built_does_not_stop_the_start()
    {
        var logged = new Logged();
        using var app = Web(
            app =>
            {
                app.MapGroup("/g").MapLitestar([Add]);
                ((IEndpointConventionBuilder)app.MapGet("/ordinary", () => "")).Add(_ => throw new InvalidOperationException("not ours"));
            },
            logged);
        await app.StartAsync(TestContext.Current.CancellationToken);

        Assert.Contains(logged.Errors, error => error.Contains("cannot be built", StringComparison.Ordinal));
    }

    [Post("/todos")]
    private static int Add([Range(1, 9)] int n) => n;

    private static WebApplication Web(Action<WebApplication> use, Logged? logged = null)
    {
        var builder = WebApplication.CreateBuilder([]);
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        if (logged is not null)
        {
            builder.Logging.AddProvider(logged);
        }

        var app = builder.Build();
        use(app);
        return app;
    }
}
