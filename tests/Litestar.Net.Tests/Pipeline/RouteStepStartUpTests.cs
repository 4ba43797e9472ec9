using Litestar.CommandLine;
using Litestar.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Tests.Pipeline;

/// <summary>A step that cannot work on a route stops the start; one that can is described.</summary>
public sealed class RouteStepStartUpTests
{
    [Fact]
    public async Task A_service_that_was_not_added_is_named_with_the_step_and_the_route()
    {
        const string Message = "'GET /audited' (RouteStepStartUpTests.Audited) has [Audit], but its services were not added. Call builder.Services.AddAudit().";
        Assert.Equal(Message, Rejected([Audited]));
        Assert.Equal(Message, await RejectedByHost([Audited]));
    }

    [Fact]
    public async Task A_step_that_returns_null_or_has_no_place_is_named()
    {
        const string Null = "'GET /null' (RouteStepStartUpTests.Null) has the step 'Litestar.Tests.Pipeline.RouteStepStartUpTests+BrokenAttribute', whose Around returned null. Return a function that calls next, or next itself.";
        Assert.Equal(Null, Rejected([RouteStepStartUpTests.Null]));
        Assert.Equal(Null, await RejectedByHost([RouteStepStartUpTests.Null]));
        Assert.Equal(
            "'GET /nowhere' (RouteStepStartUpTests.Nowhere) has the step 'Litestar.Tests.Pipeline.RouteStepStartUpTests+BrokenAttribute', and RouteStepPlace has no member 7. Return one of its members.",
            Rejected([Nowhere]));
    }

    [Fact]
    public void A_step_is_created_once_for_each_route_and_knows_it()
    {
        var log = new AuditLog();
        TestApp.Create([Audited, HandlerList.Under("/list", [Plain], layer => layer.Metadata(new AuditAttribute("list")))], builder => builder.Services.AddSingleton(log)).Dispose();

        Assert.Equal(["'GET /audited' (RouteStepStartUpTests.Audited): function", "'GET /list/plain' (RouteStepStartUpTests.Plain): list"], log.Routes);
    }

    [Fact]
    public void Steps_are_described_with_their_layers()
    {
        using IDisposable app = Described();

        Assert.Equal(
            ["RouteStep audit | the list under '/list' | [Audit]", "RouteStep compression | RouteStepStartUpTests.Both | [ResponseCompression]", "Guard RouteStepStartUpTests.IsOpen | RouteStepStartUpTests.Both | ", "Handler RouteStepStartUpTests.Both | RouteStepStartUpTests.Both | "],
            ((LitestarApp)app).DescribeRoutes()[0].Steps.Select(step => $"{step.Kind} {step.Name} | {step.Layer} | {string.Join(", ", step.Metadata.Select(item => item.Text))}"));
        Assert.Equal(["Guard", "Handler"], ((LitestarApp)app).DescribeRoutes()[1].Steps.Select(step => $"{step.Kind}"));
    }

    [Fact]
    public async Task Explain_prints_a_line_for_each()
    {
        using IDisposable app = Described();
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });

        Assert.Equal(0, await new CommandRunner((LitestarApp)app, new(output, false), new(error, false), Stream.Null).Run(new(["explain", "/list/both"], IsOfProcess: false)));

        Assert.Matches("""1  audit +\[Audit\] +the list under '/list'\n +2  compression +\[ResponseCompression\] +RouteStepStartUpTests.Both\n""", output.ToString());
    }

    private static LitestarApp Described()
    {
        var builder = LitestarApp.CreateBuilder([]);
        builder.Services.AddSingleton(new AuditLog()).AddResponseCompression();
        builder.Handlers.Add(HandlerList.Under("/list", [Both], layer => layer.Metadata(new AuditAttribute("list"))));
        builder.Handlers.Add([Off]);
        return builder.Build();
    }

    private static string Rejected(HandlerList handlers) => Assert.Throws<InvalidOperationException>(() => TestApp.Create(handlers)).Message;

    private static async Task<string> RejectedByHost(HandlerList handlers)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        await using var app = builder.Build();
        app.MapLitestar(handlers);
        return (await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync(TestContext.Current.CancellationToken))).Message;
    }

    [Get("/audited"), Audit("function")] private static string Audited() => "";

    [Get("/plain")] private static string Plain() => "";

    [Get("/null"), Broken] private static string Null() => "";

    [Get("/nowhere"), Broken(Place = (RouteStepPlace)7)] private static string Nowhere() => "";

    [Get("/both"), ResponseCompression, Guard(nameof(IsOpen))] private static string Both() => "";

    [Get("/off"), Audit("off"), ResponseCompression(false), Guard(nameof(IsOpen))] private static string Off() => "";

    internal static bool IsOpen() => true;

    internal sealed class AuditLog
    {
        public List<string> Routes { get; } = [];
    }

    internal sealed class AuditAttribute(string text) : Attribute, IRouteStep
    {
        public string Name => "audit";

        public RouteStepPlace Place => RouteStepPlace.BeforeGuards;

        public RequestDelegate Around(RouteStepContext route, RequestDelegate next)
        {
            if (text is "off")
            {
                return next;
            }

            route.Required<AuditLog>("builder.Services.AddAudit()").Routes.Add($"{route.Route}: {text}");
            return context => next(context);
        }
    }

    internal sealed class BrokenAttribute : Attribute, IRouteStep
    {
        public string Name => "broken";

        public RouteStepPlace Place { get; set; }

        public RequestDelegate Around(RouteStepContext route, RequestDelegate next) => null!;
    }
}
