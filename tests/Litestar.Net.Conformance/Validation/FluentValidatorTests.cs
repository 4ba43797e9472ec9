using FluentValidation;
using Litestar.Conformance.Apps.Checked;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Conformance;

/// <summary>What is said of a group as a whole, and by validators of other types than the value's own.</summary>
public sealed class FluentValidatorTests
{
    private const string Whole = "a whole number from -2147483648 to 2147483647";

    public static TheoryData<Host, string, string> Groups => Matrix.Of(
        ("GET /judged/listing?pageSize=5", "200 5 - 1-9 5"),
        ("GET /judged/listing?pageSize=60", "400 pageSize: Large pages need a request id. X-Request-Id: Large pages need a request id."),
        ("GET /judged/listing?pageSize=60&limit=x", $"400 pageSize: Large pages need a request id. X-Request-Id: Large pages need a request id. limit: Query parameter 'limit' must be {Whole}, not 'x'."),
        // What its members break, or a group within, comes first; the whole is then not asked.
        ("GET /judged/listing?pageSize=600", "400 pageSize: The field pageSize must be between 1 and 100."),
        ("GET /judged/listing?pageSize=60&from=5&to=4", "400 to: It ends before it begins."),
        ("GET /judged/listing?pageSize=x&from=13&to=14", $"400 pageSize: Query parameter 'pageSize' must be a whole number from 1 to 100, not 'x'. : Not on a 13th."),
        ("GET /judged/listing?pageSize=5&from=13&to=14&limit=x", $"400 : Not on a 13th. limit: Query parameter 'limit' must be {Whole}, not 'x'."),
        ("GET /judged/listing/skipped?pageSize=600&from=5&to=4", "200 600 5-4"),
        ("GET /judged/4/listing?from=5", "400 to: It ends before it begins."),
        ("GET /judged/weights?unit=kg", "200 1-9 kg"),
        ("GET /judged/weights?unit=kg&low=10", "400 low: Low is above high."),
        ("GET /judged/weights?low=10", "400 unit: Missing required query parameter 'unit'."),
        ("GET /judged/plain?low=6", "200 6"),
        ("GET /judged/plain?low=7", "400 : The field Plain is invalid."),
        ("""POST /judged/shops/1 {"seats":2,"guests":[],"where":{"street":"a","again":"a"}}""", "201 1 2 0"),
        ("""POST /judged/shops/3 {"seats":2,"guests":[],"where":{"street":"a","again":"a"}}""", "201 3 2 0"),
        ("""POST /judged/shops/7?tags=ab&tags=abc&q=x {"seats":7,"guests":[],"where":{"street":"here","again":"here"}}""",
            $"400 seats: Not that many are left. q: Query parameter 'q' must be {Whole}, not 'x'."),
        ("""POST /judged/shops/7?tags=ab&tags=abc&q=x {"seats":4,"guests":[],"where":{"street":"here","again":"here"}}""",
            $"400 shop: There is no such shop. where.street: Not here. tags[1]: Too long. q: Query parameter 'q' must be {Whole}, not 'x'."),
        ("""POST /judged/shops/4 {"seats":4,"guests":[],"where":{"street":"a","again":"a"}}""", "400 : Seats and shop are one."),
        ("""POST /judged/shops/7/skipped {"seats":1,"guests":[],"where":{"street":"here","again":"here"}}""", "201 7 1"));

    [Theory, MemberData(nameof(Groups))]
    public async Task A_group_is_judged_once_its_members_are_in_order(Host host, string request, string expected)
    {
        await using var app = await Start(host);

        Assert.Equal(expected, Summary.Of(await app.Ask(request)));
    }

    public static TheoryData<Host, string, string> Related => Matrix.Of(
        ("GET /judged/dog?name=Rex&legs=4", "200 Rex 4 nobody"),
        ("GET /judged/dog?name=Cat&legs=5&owner=", "400 name: That is no name. legs: Too many legs. owner: Whose is it?"),
        ("""POST /judged/dog {"name":"Rex","legs":4}""", "201 Rex"),
        ("""POST /judged/dog {"name":"Cat","legs":5,"owner":""}""", "400 name: That is no name. legs: Too many legs. owner: Whose is it?"),
        ("""POST /judged/dogs [{"name":"Rex"},null]""", "201 2"),
        ("""POST /judged/dogs [{"name":"Rex"},null,{"name":"Cat","owner":""}]""", "400 [2].name: That is no name. [2].owner: Whose is it?"),
        ("""POST /judged/kennels {"Big one":{"name":"Rex"},"Small":{"name":"Cat"}}""", "400 Small.name: That is no name."));

    [Theory, MemberData(nameof(Related))]
    public async Task Validators_judge_what_derives_from_their_type_and_the_items_of_a_collection(Host host, string request, string expected)
    {
        await using var app = await Start(host);

        Assert.Equal(expected, Summary.Of(await app.Ask(request)));
    }

    public static TheoryData<Host, string, string> Forms => Matrix.Of(
        ("POST /judged/sendings?copies=2 to=Bonn", "201 Bonn 2"),
        ("POST /judged/sendings?copies=4 to=Bonn", "400 copies: Too many. to: Too many."),
        ("POST /judged/sendings?copies=4 to=hell", "400 to: Not there."),
        ("POST /judged/parcels parcels[0].to=Bonn&parcels[1].to=hell", "400 parcels[1].to: Not there."),
        // What came before a form does not keep it from being judged.
        ("POST /judged/form/late?before=x to=hell", $"400 before: Query parameter 'before' must be {Whole}, not 'x'. to: Not there."),
        ("POST /judged/form/late?before=x pieces[0].weight=x", $"400 before: Query parameter 'before' must be {Whole}, not 'x'. to: Missing required form field 'to'. pieces[0].weight: Form field 'pieces[0].weight' must be a whole number from 1 to 9, not 'x'."));

    [Theory, MemberData(nameof(Forms))]
    public async Task Forms_are_judged_too(Host host, string request, string expected)
    {
        await using var app = await Start(host);

        Assert.Equal(expected, Summary.Of(await app.Ask(request, ("Content-Type", "application/x-www-form-urlencoded"))));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task What_is_wrong_bears_the_name_and_source_that_the_client_knows(Host host)
    {
        await using var app = await Start(host, options => options.ErrorFormat = ErrorFormat.Litestar);

        var answer = await app.Ask("GET /judged/listing?pageSize=60&from=2", ("Cookie", "tenant=none"));

        Assert.Equal(
            """
            [{"message":"Large pages need a request id.","key":"pageSize","source":"query"},{"message":"Large pages need a request id.","key":"X-Request-Id","source":"header"},{"message":"Nobody lives here.","key":"tenant","source":"cookie"},{"message":"Nobody lives here.","key":"to","source":"query"}]
            """.Trim(),
            System.Text.Json.Nodes.JsonNode.Parse(answer.Body)!["extra"]!.ToJsonString());
    }

    [Fact]
    public async Task No_judge_is_made_for_a_group_whose_members_are_at_fault()
    {
        var made = 0;
        await using var app = await RunningApp.Start(Host.Memory, [typeof(Judged)], services => services.AddTransient<IStock>(_ =>
        {
            made++;
            return new Stock();
        }));

        await app.Ask("POST /judged/shops/1?q=x []");

        Assert.Equal(0, made);
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task A_registered_validator_of_a_base_is_taken_as_it_is_registered(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Judged)], services => services
            .AddSingleton<IStock, Stock>()
            .AddSingleton<IValidator<Animal>>(new InlineValidator<Animal> { validator => validator.RuleFor(animal => animal.Legs).Equal(3).WithMessage("Three.") }));

        Assert.Equal("400 legs: Three.", Summary.Of(await app.Ask("GET /judged/dog?name=Rex&legs=4")));
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task A_validator_that_the_build_has_not_seen_is_not_passed_over_in_silence(Host host)
    {
        var rejection = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningApp.Start(host, [typeof(Rules)], services => services
            .AddSingleton<IValidator<Edges>>(new InlineValidator<Edges>())));

        Assert.Equal(
            "Rules.Group (GET /rules/group) takes the group Edges, whose registered validator the build has not found. Derive it from AbstractValidator<Edges>, in this project or in one it references.",
            rejection.Message);
    }

    private static Task<RunningApp> Start(Host host, Action<LitestarOptions>? options = null) =>
        RunningApp.Start(host, [typeof(Judged)], services => services.AddSingleton<IStock, Stock>(), options: options);
}
