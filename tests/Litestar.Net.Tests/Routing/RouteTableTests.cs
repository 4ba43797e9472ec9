using Litestar.Routing.Matching;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Route = Litestar.Routing.Route;

namespace Litestar.Tests.Routing;

/// <summary>The behaviours of the table, a row each; and what it refuses at start-up.</summary>
public class RouteTableTests
{
    [Theory]
    // precedence
    [InlineData("GET /users/{id} | GET /users/me", "GET /users/me", "GET /users/me")]
    [InlineData("GET /users/{id} | GET /users/{id:int}", "GET /users/7", "GET /users/{id:int}")]
    [InlineData("GET /users/{id} | GET /users/{id:int}", "GET /users/x", "GET /users/{id}")]
    [InlineData("GET /{a} | GET /{a}-{b}", "GET /x-y", "GET /{a}-{b}")]
    [InlineData("GET /{**rest} | GET /{*rest:int} | GET /{id}", "GET /7", "GET /{id}")]
    [InlineData("GET /{**rest} | GET /{*rest:alpha}", "GET /abc", "GET /{*rest:alpha}")]
    [InlineData("GET /a/{b?} | GET /a", "GET /a", "GET /a")]
    [InlineData("GET /a/{**rest} | GET /a/{b?}", "GET /a", "GET /a/{b?}")]
    [InlineData("GET /{a:int}/{**rest} | GET /{a:min(1)}/x", "GET /7/x", "GET /{a:min(1)}/x")]
    [InlineData("GET /a/b/d | GET /{x}/b/c", "GET /a/b/c", "GET /{x}/b/c")]
    [InlineData("GET /{a:min(1)} | GET /{b:int}", "GET /7", "GET /{a:min(1)}")]
    [InlineData("GET /{b:int} | GET /{a:min(1)}", "GET /7", "GET /{b:int}")]
    // methods
    [InlineData("GET /users/{id} | POST /users/me", "GET /users/me", "GET /users/{id}")]
    [InlineData("GET /a", "get /a", "GET /a")]
    [InlineData("QUERY /a", "query /a", "QUERY /a")]
    [InlineData("GET /a", "HEAD /a", "GET /a")]
    [InlineData("GET /a | HEAD /a", "HEAD /a", "HEAD /a")]
    [InlineData("GET /{a:int} | HEAD /{b:int}", "HEAD /7", "HEAD /{b:int}")]
    [InlineData("GET /{a} | HEAD /{b?}", "HEAD /", "HEAD /{b?}")]
    [InlineData("OPTIONS /a | GET /a", "OPTIONS /a", "OPTIONS /a")]
    // Allow
    [InlineData("GET /a | POST /a | QUERY /a | ACL /a | DELETE /a | PATCH /a | PUT /a", "NOPE /a",
        "405 GET, HEAD, POST, PUT, PATCH, DELETE, ACL, QUERY, OPTIONS")]
    [InlineData("POST /a", "HEAD /a", "405 POST, OPTIONS")]
    [InlineData("GET /a", "OPTIONS /a", "405 GET, HEAD, OPTIONS")]
    [InlineData("GET /users/me | PUT /users/{id} | DELETE /{**rest}", "POST /users/me", "405 GET, HEAD, PUT, DELETE, OPTIONS")]
    [InlineData("GET /x/{id:int}", "POST /x/7", "405 GET, HEAD, OPTIONS")]
    [InlineData("GET /x/{id:int}", "POST /x/abc", "404")]
    [InlineData("GET /x/{id:int} | PUT /x/{id}", "POST /x/abc", "405 PUT, OPTIONS")]
    // paths
    [InlineData("GET /Users/Me", "GET /uSERS/mE/", "GET /Users/Me")]
    [InlineData("GET /a", "GET /a//", "404")]
    [InlineData("GET /a/b", "GET /a//b", "404")]
    [InlineData("GET /a/{**rest}", "GET /a//b", "GET /a/{**rest}")]
    [InlineData("GET /a/{b}", "GET /a/", "404")]
    [InlineData("GET /a/{b}", "GET /a/x%2Fy", "GET /a/{b}")]
    [InlineData("GET /", "GET ", "GET /")]
    [InlineData("GET /", "GET /", "GET /")]
    [InlineData("GET /", "GET //", "404")]
    [InlineData("GET /{**rest}", "GET /", "GET /{**rest}")]
    [InlineData("GET /{**rest}", "GET //", "GET /{**rest}")]
    [InlineData("GET /a", "GET /a/b", "404")]
    [InlineData("", "GET /", "404")]
    // more than a few literals side by side
    [InlineData("GET /a/x | GET /b/x | GET /c/x | GET /d/x | GET /e/x | GET /{f}/{g}", "GET /E/X", "GET /e/x")]
    [InlineData("GET /a/x | GET /b/x | GET /c/x | GET /d/x | GET /e/x | GET /{f}/{g}", "GET /e/y", "GET /{f}/{g}")]
    // absence: an optional is asked nothing, a default must satisfy, a catch-all without one satisfies no constraint
    [InlineData("GET /{a:int?}", "GET /", "GET /{a:int?}")]
    [InlineData("GET /{a:int=1}", "GET /", "GET /{a:int=1}")]
    [InlineData("GET /{a:int=x}", "GET /", "404")]
    [InlineData("GET /{*a:int}", "GET /", "404")]
    [InlineData("GET /{*a:nonfile}", "GET /", "GET /{*a:nonfile}")]
    [InlineData("GET /{a=1}/b", "GET /b", "404")]
    // constraints: their surprises
    [InlineData("GET /{a:int}", "GET / 7", "GET /{a:int}")]
    [InlineData("GET /{a:int}", "GET /+7", "GET /{a:int}")]
    [InlineData("GET /{a:int}", "GET /2147483648", "404")]
    [InlineData("GET /{a:double}", "GET /1,000.5e3", "GET /{a:double}")]
    [InlineData("GET /{a:alpha}", "GET /\u212A", "404")]
    [InlineData("GET /{a:alpha}", "GET /ab\n", "GET /{a:alpha}")]
    [InlineData("GET /{a:alpha}", "GET /ab1", "404")]
    [InlineData("GET /{a:regex(^x)}", "GET /X1", "GET /{a:regex(^x)}")]
    [InlineData("GET /{a:length(2,3)}", "GET /abcd", "404")]
    [InlineData("GET /{a:file}", "GET /b.txt", "GET /{a:file}")]
    [InlineData("GET /v{n:int}", "GET /vx", "404")]
    [InlineData("GET /{a:even}", "GET /8", "GET /{a:even}")]
    [InlineData("GET /{a:even}", "GET /7", "404")]
    [InlineData("GET /{a:slug}", "GET /any", "GET /{a:slug}")]
    // found by the oracle: it names a worse route among the ambiguous ones, which must not count
    [InlineData("HEAD /{a:required?} | HEAD / | GET /", "HEAD ", "HEAD /")]
    [InlineData("GET /{a:int=x} | GET /{a:nonfile=x}", "GET /7", "GET /{a:int=x}")]
    [InlineData("GET /{a:float}/{*b:alpha} | GET /7/{*b:int=3}", "GET /7/users", "GET /{a:float}/{*b:alpha}")]
    [InlineData("GET /{a:regex(^a)}/{b:nonfile=x}", "GET /a.b//", "404")]
    public void A_request_meets(string routes, string request, string expected)
    {
        var space = request.IndexOf(' ');
        var match = Table(routes).Match(request[..space], request[(space + 1)..]);
        Assert.Equal(expected, match switch
        {
            { Route: { } route } => route.ToString(),
            { Allow: { } allow } => $"405 {allow}",
            _ => "404",
        });
    }

    [Theory]
    [InlineData("/users/{id}", "/users/7", "id", "7")]
    [InlineData("/users/{id}", "/users/7/", "ID", "7")]
    [InlineData("/users/{id}", "/users/a%2Fb", "id", "a%2Fb")]
    [InlineData("/{a}/{b}/c", "/x/y/c", "b", "y")]
    [InlineData("/{a?}", "/", "a", null)]
    [InlineData("/{page=1}", "/", "page", "1")]
    [InlineData("/{page=1}", "/2", "page", "2")]
    [InlineData("/{page=}", "/", "page", "")]
    [InlineData("/a/{**rest}", "/a/b/c/", "rest", "b/c/")]
    [InlineData("/a/{**rest}", "/a//b", "rest", "/b")]
    [InlineData("/a/{**rest}", "/a/", "rest", null)]
    [InlineData("/a/{*rest=x}", "/a", "rest", "x")]
    [InlineData("/{name}.{ext?}", "/a.b.c", "name", "a.b")]
    [InlineData("/{name}.{ext?}", "/a.b.c", "ext", "c")]
    [InlineData("/{name}.{ext?}", "/a", "ext", null)]
    public void A_slot_reads(string template, string path, string parameter, string? expected)
    {
        var slot = Route.Parse("GET", template).Slot(parameter);
        Assert.Equal(expected is not null, slot.TryRead(path, out var text));
        Assert.Equal(expected ?? "", text.ToString());
    }

    [Fact]
    public void A_value_without_a_place_in_the_path_has_a_slot()
    {
        var pattern = RoutePatternFactory.Parse("/a", new RouteValueDictionary { ["area"] = 3 }, []);
        var route = new Route("GET", pattern);
        Assert.True(route.Slot("area").TryRead("/a", out var text));
        Assert.Equal("3", text.ToString());
        Assert.Equal(3, route.ReadValues("/a")["area"]);
    }

    [Fact]
    public void A_custom_constraint_sees_the_request_and_all_values()
    {
        var context = new DefaultHttpContext();
        Tenant.Seen = null;
        Assert.NotNull(Table("GET /{tenant:tenant}/{id}/{page=1}").Match("GET", "/acme/7", context).Route);
        Assert.Equal((context, "acme 7 1"), Tenant.Seen);
    }

    [Theory]
    [InlineData("GET /users/{id}", "get /Users/{name}")]
    [InlineData("GET /a/{b:int:min(1)}", "GET /a/{c:min(1):INT}")]
    [InlineData("GET /a/{b}", "GET /a/{c?}")]
    [InlineData("GET /a/{**b}", "GET /a/{*c=1}")]
    [InlineData("GET /{a}-{b}.{c?}", "GET /{d}-{e}.{f?}")]
    [InlineData("GET /", "GET ")]
    public void Two_routes_for_the_same_requests_are_refused(string one, string other)
    {
        Route[] routes = [Parse(one, "Users.Find"), Parse(other, "Users.Show")];
        var rejection = Assert.Throws<InvalidOperationException>(() => new RouteTable(routes, Constraints()));
        Assert.Equal(
            $"'{routes[0]}' (Users.Find) and '{routes[1]}' (Users.Show) answer the same requests. "
            + "Change the path or the verb of one of them, or remove it.",
            rejection.Message);
    }

    [Theory]
    [InlineData("GET /a/{b:int} | GET /a/{b:long} | GET /a/{b} | POST /a/{b} | GET /a | HEAD /a/{b}")]
    [InlineData("GET /{a}-{b} | GET /{a}.{b} | GET /{a}.{b?} | GET /{a}/{b}")]
    [InlineData("GET /{a:int} | GET /{{:INT}} | GET /{b} | GET /{{}}")]
    [InlineData("GET /{a:regex(x)} | GET /{a:regex(X)}")]
    public void Routes_that_a_request_can_tell_apart_are_not_refused(string routes) => Assert.NotNull(Table(routes));

    [Theory]
    [InlineData("/users/{id:nat}", "The constraint 'nat' on 'id' in 'GET /users/{id:nat}' (Users.Find) cannot be used. "
        + "Correct it, or register it in RouteOptions.ConstraintMap. ")]
    [InlineData("/users/{id:min(x)}", "The constraint 'min(x)' on 'id' in 'GET /users/{id:min(x)}' (Users.Find) cannot be used. ")]
    [InlineData("/users/v{id:nat}", "The constraint 'nat' on 'id' in 'GET /users/v{id:nat}' (Users.Find) cannot be used. ")]
    public void An_unknown_constraint_is_refused(string template, string message)
    {
        var rejection = Assert.Throws<InvalidOperationException>(
            () => new RouteTable([Route.Parse("GET", template, "Users.Find")], Constraints()));
        Assert.StartsWith(message, rejection.Message);
        Assert.NotNull(rejection.InnerException);
    }

    [Fact]
    public void A_constraint_handed_over_as_an_object_is_refused()
    {
        var pattern = RoutePatternFactory.Parse("/{id}", [], new RouteValueDictionary { ["id"] = new Even() });
        var rejection = Assert.Throws<InvalidOperationException>(() => new RouteTable([new Route("GET", pattern)], Constraints()));
        Assert.Equal(
            "The constraint on 'id' in 'GET /{id}' is an object. "
            + "Register its type in RouteOptions.ConstraintMap and write its name in the pattern.",
            rejection.Message);
    }

    [Fact]
    public void A_malformed_template_is_refused_by_the_name_of_its_route()
    {
        var rejection = Assert.Throws<InvalidOperationException>(() => Parse("GET /a/{id}/{id}", "Users.Find"));
        Assert.StartsWith("The route 'GET /a/{id}/{id}' (Users.Find) is malformed. ", rejection.Message);
        Assert.Contains("'id'", rejection.Message);
    }

    [Fact]
    public void More_methods_than_bits_are_refused()
    {
        var routes = Enumerable.Range(0, 60).Select(i => Parse($"VERB{i} /")).ToArray();
        Assert.Throws<InvalidOperationException>(() => new RouteTable(routes, Constraints()));
    }

    [Fact]
    public void A_slot_of_an_unknown_parameter_is_refused()
    {
        var rejection = Assert.Throws<ArgumentException>(() => Parse("GET /users/{id}").Slot("name"));
        Assert.StartsWith("The route 'GET /users/{id}' has no parameter 'name'.", rejection.Message);
    }

    private static RouteTable Table(string routes) =>
        new([.. routes.Split(" | ", StringSplitOptions.RemoveEmptyEntries).Select(route => Parse(route))], Constraints());

    private static Route Parse(string route, string? origin = null) =>
        Route.Parse(route[..route.IndexOf(' ')], route[(route.IndexOf(' ') + 1)..], origin);

    private static ParameterPolicyFactory Constraints() => new ServiceCollection()
        .AddLogging()
        .AddRouting(options =>
        {
            options.SetParameterPolicy<Even>("even");
            options.SetParameterPolicy<Tenant>("tenant");
            options.SetParameterPolicy<Slug>("slug");
        })
        .BuildServiceProvider()
        .GetRequiredService<ParameterPolicyFactory>();

    private sealed class Even : IRouteConstraint
    {
        public bool Match(HttpContext? context, IRouter? router, string key, RouteValueDictionary values, RouteDirection direction) =>
            direction == RouteDirection.IncomingRequest && int.TryParse((string?)values[key], out var number) && number % 2 == 0;
    }

    private sealed class Tenant : IRouteConstraint
    {
        public static (HttpContext?, string)? Seen { get; set; }

        public bool Match(HttpContext? context, IRouter? router, string key, RouteValueDictionary values, RouteDirection direction)
        {
            Seen = (context, $"{values[key]} {values["id"]} {values["page"]}");
            return true;
        }
    }

    private sealed class Slug : IOutboundParameterTransformer
    {
        public string? TransformOutbound(object? value) => value?.ToString();
    }
}
