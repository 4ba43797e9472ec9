using Litestar.Conformance.Apps;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Conformance;

/// <summary>Records, classes and structs whose members are read as parameters.</summary>
public sealed class GroupTests
{
    private const string Whole = "a whole number from -2147483648 to 2147483647";

    public static TheoryData<Host, string, string> Rows => Matrix.Of(
        ("GET /groups/paging", "200 1/20"),
        ("GET /groups/paging?NUMBER=3&page-size=5", "200 3/5"),
        ("GET /groups/paging?number=x&page-size=y", $"400 number: Query parameter 'number' must be {Whole}, not 'x'. page-size: Query parameter 'page-size' must be {Whole}, not 'y'."),
        ("GET /groups/search?text=tea&number=2&tags=a&tags=b", "200 tea 2/20 - - 2 9"),
        ("GET /groups/search?number=x&limit=y", $"400 text: Missing required query parameter 'text'. number: Query parameter 'number' must be {Whole}, not 'x'. limit: Query parameter 'limit' must be {Whole}, not 'y'."),
        ("GET /groups/options/7?name=n&must=m", "200 7 n name -1 Dark - m 6f96 0001-01-02 none a+b 5"),
        ("GET /groups/options/7?name=n&must=m&sort=s&depth=3&shade=light&note=o&key=00000000-0000-0000-0000-000000000001&day=2024-02-29&tags=x&tags=y&words=z&hidden=9", "200 7 n s 3 Light o m 0000 2024-02-29 x+y z 5"),
        ("GET /groups/options/7?key=k&day=d", "400 name: Missing required query parameter 'name'. must: Missing required query parameter 'must'. key: Query parameter 'key' must be a GUID, not 'k'. day: Query parameter 'day' must be a date such as 2024-02-29, not 'd'."),
        ("GET /groups/point?x=1&y=2", "200 1 2 7"),
        ("GET /groups/point?x=1&y=2&at=0001-01-03", "200 1 2 2"),
        ("GET /groups/derived/5", "200 3 5 -"),
        ("GET /groups/derived/5?first=1&second=2", "200 1 5 2"),
        ("GET /groups/deps/5", "200 True True noon utc noon True 5"),
        ("""POST /groups/submit/3?dry=1 {"sku":"x","quantity":1}""", "201 3 x noon True"),
        ("POST /groups/submit/3?dry=2 {}", "400 sku: Missing required member 'sku'. quantity: Missing required member 'quantity'. dry: Query parameter 'dry' must be true or false, not '2'."),
        ("""POST /groups/unmarked?q=1 {"sku":"x","quantity":1}""", "201 x 1"),
        ("GET /groups/two?number=1&page-size=2&a_number=3", "200 1 2 3"),
        ("GET /groups/private?number=8", "200 8"));

    [Theory, MemberData(nameof(Rows))]
    public async Task A_member_is_bound_as_a_parameter_would_be(Host host, string request, string expected)
    {
        await using var app = await Start(host);

        Assert.Equal(expected, Summary.Of(await app.Ask(request)));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task Headers_and_cookies_are_members_too(Host host)
    {
        await using var app = await Start(host);

        Assert.Equal("200 tea 1/20 t1 s1 -1 9", Summary.Of(await app.Ask("GET /groups/search?text=tea", ("X-Tenant", "t1"), ("Cookie", "session=s1"))));
    }

    [Fact]
    public async Task Nothing_is_made_of_a_request_that_is_turned_back()
    {
        await using var app = await Start(Host.Memory);
        var before = int.Parse((await app.Ask("GET /groups/made")).Body);

        await app.Ask("GET /groups/options/7");

        Assert.Equal(before, int.Parse((await app.Ask("GET /groups/made")).Body));
    }

    private static Task<RunningApp> Start(Host host) => RunningApp.Start(host, [typeof(Groups)], services => services
        .AddSingleton<Counter>()
        .AddScoped<IClock>(_ => new FixedClock("noon"))
        .AddKeyedSingleton<IClock>("utc", new FixedClock("utc noon")));
}
