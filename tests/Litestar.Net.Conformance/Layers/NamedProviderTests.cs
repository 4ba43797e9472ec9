using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Conformance.Layers;

/// <summary>Lists and the app provide values for parameters of one name, and attributes wrap what lies outside of them.</summary>
public sealed class NamedProviderTests
{
    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task A_name_comes_before_a_type(Host host)
    {
        await using var app = await RunningApp.Start(
            host,
            [HandlerList.Under("/list", [typeof(Names)], layer => layer.Provide(context => new Person("list")).Provide("late", Late)), HandlerList.Under("/app", [typeof(Names)])],
            options: options => options.Provide("Celebrity", context => new Person("star")).Provide(context => new Person("app")).Provide("late", context => new Person("app-late")));

        Assert.Equal("200 list star late", Summary.Of(await app.Ask("GET /list/names")));
        Assert.Equal("200 app star app-late", Summary.Of(await app.Ask("GET /app/names")));
        Assert.Equal("201 star list", Summary.Of(await app.Ask("POST /list/names")));
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task A_name_that_a_nearer_attribute_does_not_know_is_refused(Host host)
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningApp.Start(host, [typeof(Nearer)], options: options => options.Provide("celebrity", context => new Person("star"))));

        Assert.Equal("Nearer.Show (GET /nearer) takes 'celebrity', which 'NamedProviderTests.Nearer.Me' of NamedProviderTests.Nearer makes by its type, and 'a lambda' of the app makes parameters of that name. An attribute lies nearer than a list: name the second one there as well, [Provide(nameof(…), Name = \"celebrity\")].", failure.Message);
    }

    [Fact]
    public void One_layer_has_one_provider_of_a_type_and_name()
    {
        var failure = Assert.Throws<ArgumentException>(() => HandlerList.Under("/x", [typeof(Names)], layer => layer.Provide("a", context => new Person("1")).Provide("A", Late)));
        Assert.StartsWith("the list under '/x' has two providers of", failure.Message);
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task An_attribute_wraps_the_list_s_value_or_else_the_container_s(Host host)
    {
        await using var app = await RunningApp.Start(
            host,
            [HandlerList.Under("/list", [typeof(Wrapped)], layer => layer.Provide(context => new Person("list"))), HandlerList.Under("/late", [typeof(Wrapped)], layer => layer.Provide(Late)), typeof(Wrapped)],
            services => services.AddScoped(_ => new Person("container")),
            environment: "Development");

        Assert.Equal("200 <(list)> list", Summary.Of(await app.Ask("GET /list/wrapped")));
        Assert.Equal("200 <(late)> late", Summary.Of(await app.Ask("GET /late/wrapped")));
        Assert.Equal("200 <(container)> container", Summary.Of(await app.Ask("GET /wrapped")));
    }

    [Fact]
    public async Task A_guard_that_asks_for_what_wraps_a_value_made_later_is_refused()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningApp.Start(Host.Memory, [HandlerList.Under("/late", [Guarded.Show], layer => layer.Provide(Late))]));
        Assert.Contains("makes asynchronously, after the guards", failure.Message);
    }

    [Theory, MemberData(nameof(Rows))]
    public async Task Attributes_wrap_and_name(Host host, string request, string expected)
    {
        await using var app = await RunningApp.Start(host, [typeof(Apps.Layered.Wraps)]);
        Assert.Equal(expected, Summary.Of(await app.Ask(request)));
    }

    public static TheoryData<Host, string, string> Rows => Matrix.Of(
        ("GET /wraps/a?user=ann", "200 [(ann)] followed"),
        ("GET /wraps/b?user=ann", "200 (ann) followed"),
        ("POST /wraps/c?user=ann {\"text\":\"t\"}", "201 [(ann)] (ann) t"),
        ("GET /wraps/limit?limit=500", "200 100"),
        ("GET /wraps/limit?limit=x", "400 limit: Query parameter 'limit' must be a whole number from -2147483648 to 2147483647, not 'x'."));

    private static async Task<Person> Late(HttpContext context)
    {
        await Task.Yield();
        return new("late");
    }

    public sealed record Person(string Name);

    public sealed record Both(Person Celebrity, Person Other);

    internal static class Names
    {
        [Get("/names")] public static string Show(Person me, [FromServices] Person? celebrity, Person late) => $"{me.Name} {celebrity?.Name} {late.Name}";
        [Post("/names")] public static string Write([AsParameters] Both both) => $"{both.Celebrity.Name} {both.Other.Name}";
    }

    [Provide(nameof(Me))]
    internal static class Nearer
    {
        [Get("/nearer")] public static string Show(Person me, Person celebrity) => $"{me.Name} {celebrity.Name}";

        private static Person Me() => new("me");
    }

    [Provide(nameof(Begin))]
    internal static class Wrapped
    {
        [Get("/wrapped"), Provide(nameof(Around))] public static string Show(Person person, [FromServices] Person outer) => $"{person.Name} {outer.Name}";

        private static async IAsyncEnumerable<Person> Begin(Person person)
        {
            await Task.Yield();
            yield return new($"({person.Name})");
        }

        private static Person Around(Person person) => new($"<{person.Name}>");
    }

    internal static class Guarded
    {
        [Get("/guarded"), Guard(nameof(Is)), Provide(nameof(Wrap))] public static string Show(Person person) => person.Name;

        private static bool Is(Person person) => person.Name is not "";

        private static Person Wrap(Person person) => person;
    }
}
