using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Tests;

/// <summary>What is refused before the first request, and in which words.</summary>
public sealed class StartUpTests
{
    [Fact]
    public void Two_handlers_of_one_route_are_both_named() => Rejected(
        [Twins.First, Twins.Second],
        "'GET /twin/{a}' (Twins.First) and 'GET /twin/{b}' (Twins.Second) answer the same requests. Change the path or the verb of one of them, or remove it.");

    [Fact]
    public void The_same_function_twice_is_refused_unless_its_prefix_differs()
    {
        Rejected([Twins.First, Twins.First], "'GET /twin/{a}' (Twins.First) and 'GET /twin/{a}' (Twins.First) answer the same requests. Change the path or the verb of one of them, or remove it.");
        TestApp.Create([Twins.First, HandlerList.Under("/v2", [Twins.First])]).Dispose();
    }

    [Fact]
    public void A_service_that_was_never_registered_is_named_with_its_parameter() => Rejected(
        [NeedsService],
        "NeedsService (GET /needs) takes Litestar.Tests.StartUpTests+Unregistered 'service', which is not registered in the container. Register it, builder.Services.AddSingleton<Unregistered>() for instance, or provide it on a layer, [Provide(nameof(…))]; if its members should come from the query, put [AsParameters] on it; if it should come from the request's body, GET is the wrong method.");

    [Fact]
    public void A_service_that_can_be_nothing_else_is_missed_even_where_it_is_nullable()
    {
        Rejected([MayNeedService], "MayNeedService (GET /needs/perhaps) takes Litestar.Tests.StartUpTests+Unregistered 'service', which is not registered in the container.");
        TestApp.Create([MayLackService]).Dispose();
    }

    [Fact]
    public void Two_parameters_that_claim_the_body_are_both_named() => Rejected(
        [TwoBodies],
        "TwoBodies (POST /two) has two parameters for one body, 'first' and 'second'. Register the one that is a service in the container, or join both into one type.");

    [Fact]
    public void A_keyed_service_that_was_never_registered_is_named_with_its_key() => Rejected(
        [NeedsKey],
        "takes Litestar.Tests.StartUpTests+Unregistered 'service' under the key 'k', which is not registered in the container. Register it, builder.Services.AddKeyedSingleton<Unregistered>(\"k\") for instance.");

    [Fact]
    public void Two_functions_of_one_name_are_both_named() => Rejected(
        [Named, NamedToo], "'GET /named' (StartUpTests.Named) and 'GET /named/too' (StartUpTests.NamedToo) are both named 'same'. Give one of them another name.");

    [Fact]
    public void A_malformed_expression_is_refused_before_a_client_meets_it() => Rejected(
        [Expression], "The constraint 'regex([)' on 'n' in 'GET /expressions/{n:regex([)}' (StartUpTests.Expression) cannot be used.");

    [Fact]
    public void A_class_without_handlers_is_named() => Rejected(
        [typeof(StartUpTests).Assembly.GetType("Litestar.Tests.Empty")!],
        "typeof(Empty) has no handlers. Give one of its static functions a verb attribute such as [Get(\"/path\")], or take it off the list.");

    [Fact]
    public void An_unknown_constraint_is_named_with_its_route() => Rejected(
        [UnknownConstraint], "The constraint 'prime' on 'n' in 'GET /numbers/{n:prime}'");

    [Fact]
    public void An_element_that_is_no_handler_is_refused_where_it_is_added()
    {
        object[] elements = ["no handler"];

        var rejection = Assert.Throws<ArgumentException>(() => { HandlerList list = [.. elements]; });

        Assert.StartsWith("A handler list contains functions, typeof(StaticClass) and other lists; 'no handler' (String) is none of these.", rejection.Message);
    }

    [Fact]
    public void A_service_is_preferred_to_a_body() =>
        TestApp.Create([TwoBodies], builder => builder.Services.AddSingleton(new Unregistered("a"))).Dispose();

    [Fact]
    public void A_body_that_nothing_can_make_is_named_with_the_reason()
    {
        Rejected([TakesShape], "TakesShape (POST /shape) takes Litestar.Tests.StartUpTests+IShape 'shape', which is not registered in the container, and cannot be the body: Litestar.Tests.StartUpTests+IShape is an interface. Use a record or class, or list its derived types with [JsonDerivedType].");
        Rejected([TakesSecret], "cannot be the body: Litestar.Tests.StartUpTests+Secret has no constructor that System.Text.Json can use. Leave one of them public, or mark one with [JsonConstructor].");
        Rejected([TakesDrawing], "cannot be the body: Litestar.Tests.StartUpTests+IShape is an interface.");
        Rejected([TakesSet], "cannot be the body: System.Collections.Generic.IReadOnlySet`1[System.String] is a collection that System.Text.Json cannot fill. Take an array, a list or a dictionary.");
        Rejected([TakesClosedList], "cannot be the body: System.Collections.ObjectModel.ReadOnlyCollection`1[System.Int32] is a collection that System.Text.Json cannot fill.");
        TestApp.Create([MayTakeShape]).Dispose();
    }

    [Fact]
    public void Another_language_is_named() => Rejected(
        [Microsoft.FSharp.Core.Closure.Make()],
        "'Invoke' of Microsoft.FSharp.Core.Closure is on the list, and its project Litestar.Net.Tests is written in F#. Handlers are generated only from C#: write it in a C# project, and call the F# code from there.");

    private static void Rejected(HandlerList handlers, string message)
    {
        var rejection = Assert.Throws<InvalidOperationException>(() => TestApp.Create(handlers));
        Assert.Contains(message, rejection.Message);
    }

    internal sealed record Unregistered(string Name);

    internal sealed record Data(string Name);

    [Get("/named", Name = "same")] internal static string Named() => "";

    [Get("/named/too", Name = "same")] internal static string NamedToo() => "";

    [Get("/expressions/{n:regex([)}")] internal static string Expression(string n) => n;

    [Get("/needs/perhaps")] internal static string MayNeedService(Unregistered? service) => service?.Name ?? "";
    [Get("/needs/not")] internal static string MayLackService([Microsoft.AspNetCore.Mvc.FromServices] Unregistered? service) => service?.Name ?? "";
    [Get("/needs")] internal static string NeedsService(Unregistered service) => service.Name;

    [Get("/key")] internal static string NeedsKey([FromKeyedServices("k")] Unregistered service) => service.Name;

    [Post("/two")] internal static string TwoBodies(Data first, Unregistered second) => first.Name + second.Name;

    [Post("/shape")] internal static string TakesShape(IShape shape) => $"{shape.Sides}";
    [Post("/shape/secret")] internal static string TakesSecret(Secret secret) => $"{secret.Sides}";
    [Post("/shape/drawing")] internal static string TakesDrawing(Drawing drawing) => $"{drawing.Shape.Sides}";
    [Post("/shape/set")] internal static string TakesSet(Tagged tagged) => $"{tagged.Tags.Count}";
    [Post("/shape/list")] internal static string TakesClosedList(Closed closed) => $"{closed.Numbers.Count}";
    [Post("/shape/perhaps")] internal static string MayTakeShape(Sketch sketch) => $"{sketch.Shape?.Sides}";

    internal interface IShape { int Sides { get; } }

    internal sealed record Drawing(IShape Shape);

    internal sealed record Tagged(IReadOnlySet<string> Tags);

    internal sealed record Closed(System.Collections.ObjectModel.ReadOnlyCollection<int> Numbers);

    internal sealed record Sketch(IShape? Shape);

    internal sealed class Secret
    {
        private Secret() { }

        public int Sides { get; set; }
    }

    [Get("/numbers/{n:prime}")] internal static string UnknownConstraint(int n) => $"{n}";

    private static class Twins
    {
        [Get("/twin/{a}")] public static string First(string a) => a;

        [Get("/twin/{b}")] public static string Second(string b) => b;
    }
}

internal static class Empty
{
    public static string NoHandler() => "";
}
