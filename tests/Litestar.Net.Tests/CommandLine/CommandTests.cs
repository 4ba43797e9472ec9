using System.Text;
using System.Text.Json;
using Litestar.CommandLine;
using Litestar.Tests.Descriptions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Litestar.Tests.CommandLine;

/// <summary>What the commands print, and with which exit code.</summary>
public sealed class CommandTests
{
    [Fact]
    public void Routes_is_a_table() => Prints(
        0,
        """
        VERB    PATH                                 HANDLER        ANSWERS                   ON THE WAY
        GET     /                                    Layered.Home   200 string                authentication, Hooks.Last
        GET     /shops/{shop}/orders                 Orders.List    200 IReadOnlyList<Order>  authentication, authorization, a lambda, Steps.Timed, Guards.IsOpen, Deps.CurrentUser, Guards.HasKey, Hooks.Last, Hooks.Audit
        GET     /shops/{shop}/orders/{id:int}        Orders.Find    200 Order?                authentication, authorization, a lambda, Steps.Timed, Guards.IsOpen, Deps.CurrentUser, Guards.HasKey, Deps.ShopOf, Hooks.Last, Hooks.Audit
        POST    /shops/{shop}/orders                 Orders.Place   201 Order                 authentication, authorization, rate limit, a lambda, Steps.Timed, Guards.IsOpen, Deps.CurrentUser, Guards.HasKey, Hooks.Early, Deps.Begin, Hooks.Stamp, Hooks.Audit
        POST    /shops/{shop}/orders/{id:int}/photo  Orders.Photo   201 string                authentication, authorization, a lambda, Steps.Timed, Guards.IsOpen, Deps.CurrentUser, Guards.HasKey, Hooks.Last, Hooks.Audit
        PUT     /shops/{shop}/orders/{id:int}/raw    Orders.Raw     200 byte[]                authentication, authorization, a lambda, Steps.Timed, Guards.IsOpen, Deps.CurrentUser, Guards.HasKey, Hooks.Last, Hooks.Audit
        DELETE  /shops/{shop}/orders/{id:int}        Orders.Remove  204                       authentication, authorization, a lambda, Steps.Timed, Guards.IsOpen, Deps.CurrentUser, Guards.HasKey, Hooks.Last, Hooks.Audit
        GET     /v2/teas/{name}                      Teas.Pour      200 string                authentication, Hooks.Last
        HEAD    /v2/teas/{name}/size                 Teas.Pour      200 string                authentication, Hooks.Last
        GET     /v2/teas/{name}/size                 Teas.Size      200 string                authentication, Hooks.Last
        any     /health/{part:int?}                  health                                   an ordinary endpoint

        11 routes
        """,
        "routes");

    [Fact]
    public void Routes_holds_what_is_looked_for()
    {
        Prints(
            0,
            """
            VERB  PATH                                 HANDLER       ANSWERS     ON THE WAY
            POST  /shops/{shop}/orders/{id:int}/photo  Orders.Photo  201 string  authentication, authorization, a lambda, Steps.Timed, Guards.IsOpen, Deps.CurrentUser, Guards.HasKey, Hooks.Last, Hooks.Audit

            1 of 11 routes
            """,
            "routes", "PHOTO");
        Prints(1, "0 of 11 routes", "routes", "coffee");
    }

    [Fact]
    public void Explain_shows_the_whole_corridor() => Prints(
        0,
        """
        POST /shops/tea/orders

          route    POST /shops/{shop}/orders
          handler  Orders.Place
          answers  201 application/json Order
          values   shop = "tea"

        Steps, in this order:

           1  header               X-App: 1                           the app
           2  header               X-Shop: 2                          Orders.Place
           3  authentication                                          the app
           4  authorization        [Authorize], [Authorize("admin")]  Orders, Orders.Place
           5  rate limit           [EnableRateLimiting("few")]        Orders.Place
           6  middleware           a lambda                           the list under '/shops/{shop}'
           7  middleware           Steps.Timed                        Orders
           8  guard                Guards.IsOpen                      the list under '/shops/{shop}'
           9  bind                 key, locale                        Orders
          10  provider             Deps.CurrentUser: User             Orders
                  principal     ClaimsPrincipal  the request
                  locale        string           query 'locale'            optional, else "en"
          11  guard                Guards.HasKey                      Orders
                  key           string?          header 'X-Key'            optional
                  user          User             made by Deps.CurrentUser
          12  before               Hooks.Early                        Orders.Place
                  skip          bool?            query 'skip'              optional
          13  bind                 order (the body)                   Orders.Place
          14  provider             Deps.Begin: Tx                     Orders
                  store         Store            service
          15  handler              Orders.Place
                  order         NewOrder         body, JSON                required             judged by NewOrderJudge
                    email       string                                     required             an e-mail address
                    lines       Line[]                                     required             at least 1 item
                      article   string                                     required             2 to 20 characters
                      quantity  int                                        required             1 to 99
                    note        string?                                    optional
                  user          User             made by Deps.CurrentUser
                  tx            Tx               made by Deps.Begin
                  store         Store            service
                  context       HttpContext      the request
          16  after                Hooks.Stamp                        Orders.Place
                  response      HttpResponse     the request
          17  commit               Deps.Begin, behind its yield       Orders
          18  after the last byte  Hooks.Audit                        Orders
                  user          User             made by Deps.CurrentUser

        Error handlers, of which the first that matches answers:

          1  on InvalidOperationException  Errors.NoStock, 409  Orders
                 store  Store  service
          2  on Exception                  a lambda             the list under '/shops/{shop}'

        Metadata:

          [Tags] Tags: shop  the list under '/shops/{shop}'

        """,
        "explain", "post", "/shops/tea/orders?x=1");

    [Theory]
    [InlineData("/v2/teas/green")]
    [InlineData("GET", "v2/teas/green/")]
    [InlineData("GET", "http://localhost:5000/v2/teas/gr%65en?milk=1#top")]
    [InlineData("HEAD", "/v2/teas/green")]
    public void Explain_takes_a_path_however_it_is_said(params string[] operands)
    {
        var (code, printed, _) = Run(["explain", .. operands]);

        Assert.Equal(0, code);
        Assert.Contains("route    GET /v2/teas/{name}\n", printed);
        Assert.Contains("values   name = \"green\"\n", printed);
    }

    [Fact]
    public void A_path_that_nothing_answers_has_neighbours()
    {
        Prints(
            1,
            """
            Nothing is found at '/shops/tea/orders/x'.

            Near it:

              GET     /shops/{shop}/orders/{id:int}  Orders.Find    'x' does not match '{id:int}'
              DELETE  /shops/{shop}/orders/{id:int}  Orders.Remove  'x' does not match '{id:int}'
              GET     /shops/{shop}/orders           Orders.List    'x' is too much
            """,
            "explain", "GET", "/shops/tea/orders/x");
        Prints(
            1,
            """
            Nothing is found at '/shop/tea/order'.

            Near it:

              GET   /shops/{shop}/orders           Orders.List   'shops' is not 'shop'
              POST  /shops/{shop}/orders           Orders.Place  'shops' is not 'shop'
              GET   /shops/{shop}/orders/{id:int}  Orders.Find   'shops' is not 'shop'
            """,
            "explain", "/shop/tea/order");
        Prints(
            1,
            """
            Nothing is found at '/helth/7'.

            Near it:

              any  /health/{part:int?}  health  'health' is not 'helth'
            """,
            "explain", "/helth/7");
        Prints(1, "Nothing is found at '/completely/different/thing/altogether/so'.", "explain", "/completely/different/thing/altogether/so");
    }

    [Fact]
    public void A_path_that_answers_other_methods_says_which() => Prints(
        1,
        """
        '/shops/tea/orders' does not answer PATCH; it answers GET, HEAD, POST, OPTIONS.

          GET   /shops/{shop}/orders  Orders.List
          POST  /shops/{shop}/orders  Orders.Place
        """,
        "explain", "PATCH", "/shops/tea/orders");

    [Fact]
    public void Options_is_answered_by_the_path() => Prints(
        0,
        """
        /v2/teas/green answers OPTIONS by itself: 204, Allow: GET, HEAD, OPTIONS

          GET  /v2/teas/{name}  Teas.Pour
        """,
        "explain", "OPTIONS", "/v2/teas/green");

    [Fact]
    public void An_ordinary_endpoint_is_found_where_no_handler_is() => Prints(
        0,
        """
        GET /health/7

          route        any /health/{part:int?}
          answered by  'health', an ordinary endpoint of ASP.NET Core's

        """,
        "explain", "GET", "/health/7");

    [Fact]
    public async Task An_ordinary_endpoint_that_cannot_be_built_keeps_no_route_from_being_shown()
    {
        var builder = LitestarApp.CreateBuilder([]);
        builder.Handlers.Add([typeof(Teas)]);
        await using var app = builder.Build();
        app.MapGet("/broken", static () => Results.Ok()).Add(static _ => throw new NotSupportedException("Too broken."));
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });

        Assert.Equal(0, await new CommandRunner(app, new(output, false), new(error, false), Stream.Null).Run(new(["routes"], IsOfProcess: false)));
        Assert.Contains("/teas/{name}/size", output.ToString());
        Assert.Equal("An ordinary endpoint cannot be built, and every request for one fails: Too broken.\n", error.ToString());
        Assert.Equal(3, app.Routes.Count);
    }

    [Theory]
    [InlineData("explain")]
    [InlineData("explain", "GET")]
    public void Explain_without_a_path_is_misused(params string[] args)
    {
        var (code, printed, error) = Run(args);

        Assert.Equal((2, ""), (code, printed));
        Assert.Equal("'explain' takes a verb and a path: explain GET /orders/5\n", error);
    }

    [Fact]
    public void An_unknown_word_is_answered_with_what_there_is()
    {
        var (code, printed, error) = Run(["route"]);

        Assert.Equal((2, ""), (code, printed));
        Assert.StartsWith("'route' is not a command of this app.\n\n  routes [text]      prints every route,", error);
        Assert.Contains("LitestarApp.CreateBuilder(args[1..])", error);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("help")]
    public void Help_says_what_there_is(string word)
    {
        var (code, printed, _) = Run([word]);

        Assert.Equal(0, code);
        Assert.All(["routes [text]", "explain VERB PATH", "info", "--json", "--urls"], said => Assert.Contains(said, printed));
    }

    [Fact]
    public void Info_says_what_the_app_is()
    {
        var (code, printed, _) = Run(["info", "--environment", "Staging", "--urls", "http://*:8080;http://*:8081"]);

        Assert.Equal(0, code);
        Assert.All(
            ["environment         Staging\n", "urls                http://*:8080, http://*:8081\n", "routes              10\n", "handlers            9\n", "ordinary endpoints  1\n", "Litestar.Net        ", "code                compiled as it runs (JIT)\n"],
            line => Assert.Contains(line, printed));
    }

    [Fact]
    public void Machines_are_answered_in_json()
    {
        using var routes = JsonDocument.Parse(Run(["routes", "--json"]).Printed);
        Assert.Equal(10, routes.RootElement.GetProperty("routes").GetArrayLength());
        Assert.Equal("/health/{part:int?}", routes.RootElement.GetProperty("ordinaryEndpoints")[0].GetProperty("path").GetString());

        using var explained = JsonDocument.Parse(Run(["explain", "GET", "/shops/tea/orders/5", "--json"]).Printed);
        Assert.Equal("5", explained.RootElement.GetProperty("values").GetProperty("id").GetString());
        var route = explained.RootElement.GetProperty("route");
        Assert.Equal("Orders.Find", route.GetProperty("handler").GetString());
        Assert.Equal("""{"name":"id","cSharpName":"id","type":"int","source":"route","isRequired":true,"rules":["1 to 9"]}""", Minified(route.GetProperty("parameters")[0]));
        Assert.Equal("""{"kind":"provider","name":"Deps.ShopOf","layer":{"kind":"list","name":"the list under '/shops/{shop}'"},"type":"Shop","parameters":[]}""", Minified(route.GetProperty("steps").EnumerateArray().Single(step => step.GetProperty("name").GetString() is "Deps.ShopOf")));

        var (code, printed, _) = Run(["explain", "GET", "/shops/tea/orders/x", "--json"]);
        using var missed = JsonDocument.Parse(printed);
        Assert.Equal((1, 404, 3), (code, missed.RootElement.GetProperty("status").GetInt32(), missed.RootElement.GetProperty("near").GetArrayLength()));

        using var refused = JsonDocument.Parse(Run(["explain", "PATCH", "/shops/tea/orders", "--json"]).Printed);
        Assert.Equal((405, "GET, HEAD, POST, OPTIONS"), (refused.RootElement.GetProperty("status").GetInt32(), refused.RootElement.GetProperty("allow").GetString()));

        using var info = JsonDocument.Parse(Run(["info", "--json"]).Printed);
        Assert.Equal(10, info.RootElement.GetProperty("routes").GetInt32());
    }

    [Fact]
    public void Colours_are_for_terminals()
    {
        var written = new StringWriter { NewLine = "\n" };
        new Terminal(written, isColoured: true, width: 20).Table([[StyledText.Method("GET"), StyledText.Bold("/"), "a text that goes on and on"], [StyledText.Method("DELETE"), "/teas", ""]]);

        Assert.Equal("\e[32mGET\e[0m     \e[1m/\e[0m      a te…\n\e[31mDELETE\e[0m  /teas\n", written.ToString());
    }

    private static void Prints(int code, string expected, params string[] args)
    {
        var (got, printed, error) = Run(args);
        Assert.Equal((expected.TrimEnd('\n') + "\n", code), ((printed + error).TrimEnd('\n') + "\n", got));
    }

    private static (int Code, string Printed, string Error) Run(string[] args)
    {
        var builder = LitestarApp.CreateBuilder(args);
        builder.Handlers.Add(Layered.Handlers);
        Layered.Configure(builder);
        using var app = builder.Build();
        app.MapFallback("/health/{part:int?}", static () => Results.Ok()).WithDisplayName("health").WithOrder(0);
        var (output, error, json) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" }, new MemoryStream());
        var code = new CommandRunner(app, new(output, false), new(error, false), json).Run(new(args, IsOfProcess: false)).GetAwaiter().GetResult();
        return (code, output + Encoding.UTF8.GetString(json.ToArray()), error.ToString());
    }

    private static string Minified(JsonElement element) => JsonSerializer.Serialize(element, new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
