using CsCheck;
using Litestar.Routing.Matching;
using Microsoft.AspNetCore.Http;
using Route = Litestar.Routing.Route;

namespace Litestar.Tests.Routing;

/// <summary>The table matches as ASP.NET Core's own matcher does.</summary>
/// <remarks>
/// Deliberate differences, each written into the oracle: where ASP.NET Core finds two routes ambiguous and throws, ours
/// answers; a GET route answers HEAD; and a path whose constraints no route accepts is 404 for every method
/// (ASP.NET Core alone says 405 for POST /x/abc with only GET /x/{id:int}).
/// Its surprises, which ours follows: an absent catch-all has a null value, not none; "/a//" ends in an empty segment,
/// which only a catch-all takes, as "/"; a default must satisfy its own constraint; a constrained catch-all without a
/// default refuses an absent rest; {a:int} takes " 7" and "+7"; {a:alpha} takes "ab\n".
/// </remarks>
public class OracleTests
{
    private const int Tables = 4000;

    [Fact]
    public async Task Random_tables_match_as_endpoint_routing_does()
    {
        var tally = new Tally();
        await RouteCase.Random.SampleAsync(one => Compare(one, tally), iter: Tables, print: one => string.Join(" | ", one.Routes));
        TestContext.Current.SendDiagnosticMessage(tally.ToString());
        Assert.True(tally.Asked >= 100_000, tally.ToString());
        Assert.True(tally.Found > tally.Asked / 4, tally.ToString());
        Assert.True(tally.Rejected > tally.Asked / 50, tally.ToString());
    }

    private static async Task Compare(RouteCase one, Tally tally)
    {
        using var oracle = new EndpointRouting(Distinct(one.Routes));
        var table = new RouteTable(oracle.Routes, oracle.Constraints);
        foreach (var request in one.Requests)
        {
            await Compare(oracle, table, request, tally);
        }
    }

    private static async Task Compare(EndpointRouting oracle, RouteTable table, string request, Tally tally)
    {
        var (method, path) = (request[..request.IndexOf(' ')], request[(request.IndexOf(' ') + 1)..]);
        var verdict = await oracle.Ask(method, path);
        var match = table.Match(method, path, new DefaultHttpContext());
        tally.Count(verdict);
        var told = $"{request} in {string.Join(" | ", oracle.Routes)}: ASP.NET Core says {verdict}, we say {match.Route} {match.Allow}";
        Assert.True(verdict.Route == match.Route, told);
        Assert.True(verdict.PathKnown == (match.Route is not null || match.Allow is not null), told);
        if (match.Allow is { } allow)
        {
            Assert.True(allow == await Allow(oracle, path), told);
        }
        else if (match.Route is { } route && verdict.Values is not null)
        {
            Assert.True(Print(verdict.Values) == Print(route.ReadValues(path)), $"{told} {Print(verdict.Values)} != {Print(route.ReadValues(path))}");
            foreach (var parameter in route.Pattern.Parameters)
            {
                var text = route.Slot(parameter.Name.ToUpperInvariant()).TryRead(path, out var span) ? span.ToString() : null;
                Assert.True((string?)verdict.Values[parameter.Name] == text, $"{told} {parameter.Name} = {text}");
            }
        }
    }

    // A method is allowed when the oracle finds a route for it.
    private static async Task<string> Allow(EndpointRouting oracle, string path)
    {
        var allowed = new List<string>();
        foreach (var method in new[] { "GET", "HEAD", "POST", "PUT", "QUERY" })
        {
            if ((await oracle.Ask(method, path)).Route is not null)
            {
                allowed.Add(method);
            }
        }
        return string.Join(", ", allowed.Append("OPTIONS"));
    }

    private static string Print(IEnumerable<KeyValuePair<string, object?>> values) =>
        string.Join(", ", values.OrderBy(value => value.Key).Select(value => $"{value.Key}={value.Value ?? "null"}"));

    // The table refuses two routes that no request could tell apart, so the first of them stays.
    private static Route[] Distinct(IEnumerable<string> routes)
    {
        using var none = new EndpointRouting([]);
        var shapes = new RouteShapeFactory(none.Constraints);
        return [.. routes.Select(Parse).DistinctBy(shapes.Of)];
    }

    private static Route Parse(string route) => Route.Parse(route[..route.IndexOf(' ')], route[(route.IndexOf(' ') + 1)..]);

    private sealed class Tally
    {
        private int _asked, _found, _refused, _ambiguous;

        public int Asked => _asked;

        public int Found => _found;

        public int Rejected => _refused;

        public void Count(Verdict verdict)
        {
            Interlocked.Increment(ref _asked);
            _ = verdict switch
            {
                { Route: not null, Values: null } => Interlocked.Increment(ref _ambiguous),
                { Route: not null } => Interlocked.Increment(ref _found),
                { PathKnown: true } => Interlocked.Increment(ref _refused),
                _ => 0,
            };
        }

        public override string ToString() => $"asked {_asked}: {_found} found, {_refused} known under other methods, {_ambiguous} ambiguous";
    }
}
