using System.ComponentModel.DataAnnotations;
using Litestar.Errors;
using Litestar.Generated;
using Litestar.Json;
using Litestar.Routing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace Litestar.Tests.Descriptions;

/// <summary>What an app says of its routes.</summary>
public sealed class DescriptionTests : IDisposable
{
    private readonly LitestarApp _app = Build();

    public void Dispose() => ((IDisposable)_app).Dispose();

    [Fact]
    public void Every_route_is_there_in_the_order_of_the_list() => Assert.Equal(
        [
            "GET / (Home)",
            "GET /shops/{shop}/orders (Orders.List)",
            "GET /shops/{shop}/orders/{id:int} (Orders.Find)",
            "POST /shops/{shop}/orders (Orders.Place)",
            "POST /shops/{shop}/orders/{id:int}/photo (Orders.Photo)",
            "PUT /shops/{shop}/orders/{id:int}/raw (Orders.Raw)",
            "DELETE /shops/{shop}/orders/{id:int} (Orders.Remove)",
            "GET /v2/teas/{name} (Teas.Pour)",
            "HEAD /v2/teas/{name}/size (Teas.Pour)",
            "GET /v2/teas/{name}/size (Teas.Size)",
        ],
        _app.Routes.Select(route => route.ToString().Replace("Layered.", "", StringComparison.Ordinal)));

    [Fact]
    public void A_route_says_what_it_answers()
    {
        var find = Route("Orders.Find");
        Assert.Equal(("order", 200, typeof(Order), true, "application/json", true), (find.Name, find.Status, find.ReturnType, find.MayReturnNull, find.ContentType, find.AnswersHead));
        var remove = Route("Orders.Remove");
        Assert.Equal((null, 204, typeof(void), null, false), (remove.Name, remove.Status, remove.ReturnType, remove.ContentType, remove.AnswersHead));
        Assert.Equal("application/octet-stream", Route("Orders.Raw").ContentType);
        Assert.Equal((false, true), (find.IsBlocking, Route("Teas.Size").IsBlocking));
        Assert.Equal(["shop", "id"], find.Pattern.Parameters.Select(parameter => parameter.Name));
    }

    [Fact]
    public void Head_is_answered_by_whoever_says_so()
    {
        Assert.True(Route("Teas.Pour").AnswersHead);
        Assert.False(Route("Teas.Size").AnswersHead);
    }

    [Fact]
    public void The_steps_stand_in_the_order_in_which_they_run() => Assert.Equal(
        """
        ResponseHeader X-App: 1 | the app
        ResponseHeader X-Shop: 2 | Orders.Place
        AspNetCore authentication | the app
        AspNetCore authorization | Orders.Place
        AspNetCore rate limit | Orders.Place
        Middleware a lambda | the list under '/shops/{shop}'
        Middleware Steps.Timed | Orders
        Guard Guards.IsOpen | the list under '/shops/{shop}'
        Bind key, locale | Orders
        Provider Deps.CurrentUser | Orders
        Guard Guards.HasKey | Orders
        Before Hooks.Early | Orders.Place
        Bind order (the body) | Orders.Place
        Provider Deps.Begin | Orders
        Handler Orders.Place | Orders.Place
        After Hooks.Stamp | Orders.Place
        Commit Deps.Begin | Orders
        AfterResponse Hooks.Audit | Orders
        ErrorHandler Errors.NoStock | Orders
        ErrorHandler a lambda | the list under '/shops/{shop}'
        """,
        string.Join('\n', Route("Orders.Place").Steps.Select(step => $"{step.Kind} {step.Name} | {step.Layer}")));

    [Fact]
    public void The_hook_of_a_farther_layer_stands_where_no_nearer_one_does() =>
        Assert.Equal(["Hooks.Last"], Route("Orders.List").Steps.Where(step => step.Kind is StepKind.After).Select(step => step.Name));

    [Fact]
    public void A_provider_of_a_list_stands_where_somebody_asks_for_it()
    {
        Assert.Equal(["Deps.CurrentUser: User of Orders", "Deps.ShopOf: Shop of the list under '/shops/{shop}'"], Providers("Orders.Find"));
        Assert.Equal(["Deps.CurrentUser: User of Orders"], Providers("Orders.List"));

        IEnumerable<string> Providers(string handler) => Route(handler).Steps.Where(step => step.Kind is StepKind.Provider).Select(step => $"{step.Name}: {step.Type!.Name} of {step.Layer}");
    }

    [Fact]
    public void A_layer_says_what_it_is() => Assert.Equal(
        [LayerKind.App, LayerKind.Function, LayerKind.List, LayerKind.Class],
        Route("Orders.Place").Steps.Select(step => step.Layer.Kind).Distinct());

    [Fact]
    public void Parameters_say_where_they_come_from() => Assert.Equal(
        """
        List: store Store Service required
        List: page Page Group
        List: page.size Int32 Query else 20 [1 to 100]
        List: page.number Int32 Query else 1
        List: order-by Sorting Query else Newest
        List: q String? Query
        Find: id Int32 Route required [1 to 9]
        Find: shop String Route required
        Find: place Shop Provider Deps.ShopOf
        Place: order NewOrder Body required judged by NewOrderJudge
        Place: order.email String Body required [an e-mail address]
        Place: order.lines Line[] Body required [at least 1 item]
        Place: order.lines.article String Body required [2 to 20 characters]
        Place: order.lines.quantity Int32 Body required [1 to 99]
        Place: order.note String? Body
        Place: user User Provider Deps.CurrentUser
        Place: tx Tx Provider Deps.Begin
        Place: store Store Service required
        Place: context HttpContext Framework
        Photo: id Int32 Route required
        Photo: caption Caption Form required
        Photo: caption.title String Form required [not empty]
        Photo: caption.text String? Form
        Photo: photo IFormFile Form required
        Raw: id Int32 Route required
        Raw: content Byte[] Body required
        Remove: id Int32 Route required
        Remove: spare Store KeyedService spare required
        Remove: clock TimeProvider? Service
        """,
        string.Join('\n', _app.Routes.Where(route => route.Handler.StartsWith("Orders.", StringComparison.Ordinal)).SelectMany(route => Lines(route.Parameters, $"{route.Handler["Orders.".Length..]}: "))));

    [Fact]
    public void What_guards_and_hooks_take_stands_with_them()
    {
        var steps = Route("Orders.Place").Steps;
        Assert.Equal(["X-Key String? Header", "user User Provider Deps.CurrentUser"], Lines(steps.Single(step => step.Name is "Guards.HasKey").Parameters, ""));
        Assert.Equal(["principal ClaimsPrincipal Framework", "locale String Query else en"], Lines(steps.Single(step => step.Name is "Deps.CurrentUser").Parameters, ""));
        Assert.Equal(["skip Nullable`1? Query"], Lines(steps.Single(step => step.Name is "Hooks.Early").Parameters, ""));
        Assert.Equal(["store Store Service required"], Lines(steps.Single(step => step.Name is "Errors.NoStock").Parameters, ""));
        Assert.Equal((typeof(InvalidOperationException), 409), (steps.Single(step => step.Name is "Errors.NoStock").Type, steps.Single(step => step.Name is "Errors.NoStock").Status));
    }

    [Fact]
    public void A_rule_holds_its_attribute()
    {
        var rule = Assert.Single(Route("Orders.Find").Parameters[0].Rules);
        Assert.Equal(9, Assert.IsType<RangeAttribute>(rule.Attribute).Maximum);
    }

    [Fact]
    public void Metadata_says_its_layer_and_what_its_source_says()
    {
        Assert.Equal(
            ["[Tags] Tags: shop | the list under '/shops/{shop}'", "[Authorize] | Orders", "[EnableRateLimiting(\"few\")] | Orders.Place", "[Authorize(\"admin\")] | Orders.Place"],
            Route("Orders.Place").Metadata.Select(item => $"{item.Text} | {item.Layer}"));
        Assert.Equal("admin", Route("Orders.Place").Metadata.Select(item => item.Value).OfType<AuthorizeAttribute>().Last().Policy);
        Assert.Equal(["[Authorize]", "[Authorize(\"admin\")]"], Route("Orders.Place").Steps.Single(step => step.Name is "authorization").Metadata.Select(item => item.Text));
    }

    [Fact]
    public void Nothing_is_described_before_somebody_asks()
    {
        var asked = 0;
        var declared = HandlerRegistry.Of(typeof(DescriptionTests).Assembly.GetName().Name).Single(handler => handler.Display is "Teas.Pour");
        var counting = new HandlerDeclaration
        {
            DeclaringType = "Counted",
            Name = declared.Name,
            Parameters = declared.Parameters,
            Display = declared.Display,
            Routes = declared.Routes,
            Create = declared.Create,
            Describe = () =>
            {
                asked++;
                return declared.Describe!();
            },
        };
        var json = LitestarJson.Of(_app.Services);
        var errors = ErrorBoundary.Of(_app.Services, ErrorFormat.Problem, json, NullLogger.Instance, isDevelopment: false);

        var route = new RouteFactory(_app.Services, json, errors, new(new()), watch: null, pipeline: null, group: null).Compile(new(counting, null, "", []), counting.Routes[0]);
        var endpoint = route.Endpoint;
        Assert.Equal(0, asked);

        Assert.Equal("Teas.Pour", route.Explain(endpoint).Handler);
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_host_sees_its_own_conventions_and_groups()
    {
        var builder = WebApplication.CreateSlimBuilder();
        await using var host = builder.Build();
        host.MapGroup("/api/{tenant}").MapLitestar([typeof(Teas)]).WithMetadata(new TagsAttribute("host"));

        var pour = host.DescribeRoutes()[0];

        Assert.Equal(("/api/{tenant}/teas/{name}", "Teas.Pour"), (pour.Path, pour.Handler));
        Assert.Equal(["[Tags] Tags: host | the host"], pour.Metadata.Select(item => $"{item.Text} | {item.Layer}"));
        Assert.Equal(3, host.DescribeRoutes().Count);
    }

    [Fact]
    public async Task An_endpoint_describes_its_route_while_a_request_is_under_way()
    {
        await using var app = TestApp.Create([HandlerList.Under("", [typeof(Teas)], layer => layer.Middleware(static (context, next) =>
        {
            context.Response.Headers["X-Handler"] = context.GetEndpoint()?.DescribeRoute()?.Handler;
            return next(context);
        }))]);

        Assert.Equal("Teas.Size", (await app.Get("/teas/green/size")).Headers.GetValues("X-Handler").Single());
        Assert.Equal("Teas.Pour", app.Routes[0].Handler);
        Assert.Null(new Endpoint(null, EndpointMetadataCollection.Empty, "other").DescribeRoute());
    }

    [Fact]
    public async Task What_is_mapped_into_an_app_of_its_own_is_described_too()
    {
        await using var app = LitestarApp.Create([typeof(Teas)]);
        app.MapLitestar([HandlerList.Under("/more", [typeof(Teas)])]);

        Assert.Equal(6, app.Routes.Count);
        Assert.Equal(6, app.DescribeRoutes().Count);
        Assert.Equal("/more/teas/{name}", app.Routes[3].Path);
    }

    private RouteDescription Route(string handler) => _app.Routes.First(route => route.Handler == handler);

    private static LitestarApp Build()
    {
        var builder = LitestarApp.CreateBuilder([]);
        builder.Handlers.Add(Layered.Handlers);
        Layered.Configure(builder);
        return builder.Build();
    }

    private static IEnumerable<string> Lines(IEnumerable<ParameterDescription> parameters, string prefix) => parameters.SelectMany(parameter => Lines(parameter.Members, $"{prefix}{parameter.Name}.").Prepend(
        $"{prefix}{parameter.Name} {parameter.Type.Name}{(parameter.IsNullable ? "?" : "")} {parameter.Source}"
        + string.Concat(new[] { parameter.Provider, parameter.Key, parameter.IsRequired ? "required" : null, parameter.Default is { } value ? $"else {value}" : null }.Where(text => text is not null).Select(text => $" {text}"))
        + string.Concat(parameter.Rules.Select(rule => $" [{rule.Text}]"))
        + string.Concat(parameter.Validators.Select(validator => $" judged by {validator.Name}"))));
}
