using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Litestar.Generated;
using Litestar.Routing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Tests.Binding;

/// <summary>Reading what a client sent well allocates the value, where it is an object, and nothing else.</summary>
public sealed class AllocationTests
{
    private const int Times = 100;

    [Fact]
    public void Scalars_of_the_query_cost_nothing()
    {
        Assert.Equal(0, Measure<bool, BoolText>("true"));
        Assert.Equal(0, Measure<char, CharText>("%C3%A4"));
        Assert.Equal(0, Measure<int, WholeNumberText<int>>("-17"));
        Assert.Equal(0, Measure<int, WholeNumberText<int>>("%2B17"));
        Assert.Equal(0, Measure<int?, NullableText<int, WholeNumberText<int>>>("17"));
        Assert.Equal(0, Measure<UInt128, WholeNumberText<UInt128>>("340282366920938463463374607431768211455"));
        Assert.Equal(0, Measure<Half, RealNumberText<Half>>("1.5"));
        Assert.Equal(0, Measure<double, RealNumberText<double>>("1.7976931348623157E%2B308"));
        Assert.Equal(0, Measure<decimal, RealNumberText<decimal>>("1.50"));
        Assert.Equal(0, Measure<DateOnly, DateOnlyText>("2024-02-29"));
        Assert.Equal(0, Measure<TimeOnly, TimeOnlyText>("13:30:15.25"));
        Assert.Equal(0, Measure<DateTime, DateTimeText>("2024-02-29T13:30:00%2B02:00"));
        Assert.Equal(0, Measure<DateTimeOffset, DateTimeOffsetText>("2024-02-29T13:30:00%2B02:00"));
        Assert.Equal(0, Measure<TimeSpan, TimeSpanText>("1.12:30:00"));
        Assert.Equal(0, Measure<TimeSpan, TimeSpanText>("P1DT12H30M"));
        Assert.Equal(0, Measure<Guid, GuidText>("6f9619ff-8b86-d011-b42d-00c04fc964ff"));
        Assert.Equal(0, Measure<Shade, EnumText<Shade>>("dark"));
        Assert.Equal(0, Measure<Shade, EnumText<Shade>>("7"));
        Assert.Equal(0, Measure<State, EnumText<State>>("in-progress"));
        Assert.Equal(0, Measure<Access, EnumText<Access>>("read,run"));
    }

    [Fact]
    public void Objects_cost_themselves()
    {
        Assert.Equal(Cost(() => new string('x', 5)), Measure<string, StringText>("hello"));
        Assert.Equal(Cost(() => new string('x', 5)), Measure<string, StringText>("h%65llo"));
        Assert.Equal(Cost(() => IPAddress.Parse("192.0.2.1")), Measure<IPAddress, IPAddressText>("192.0.2.1"));
        Assert.Equal(Cost(() => new Label(new string('x', 5))), Measure<Label, UserSpanParsableText<Label>>("hello"));
    }

    [Fact]
    public void A_list_costs_its_array()
    {
        var context = Asking("?x=1&other=2&x=3&X=4");
        var name = new QueryParameter("x", null);

        Assert.Equal(Cost(() => new int[3]), Cost(() =>
        {
            var bind = new ArgumentBinder(context);
            return bind.QueryList<int, WholeNumberText<int>>(name);
        }));
    }

    [Fact]
    public async Task A_body_costs_what_System_Text_Json_allocates_for_it()
    {
        var services = new ServiceCollection().AddLogging().AddRouting().BuildServiceProvider();
        var body = JsonSerializer.SerializeToUtf8Bytes(new Order("Ann", [.. Enumerable.Range(0, 1_000).Select(i => new Line($"{i}", i, 0))]), OrderJson.Default.Order);
        var match = new RouteMiddleware(AppRoutes.Build([Add], new LitestarOptions(), services, readsPath: true), static _ => Task.CompletedTask, hasOthers: false, schemes: null);
        var (own, theirs) = (long.MaxValue, long.MaxValue);
        for (var i = 0; i < Times; i++)
        {
            var context = new DefaultHttpContext { Request = { Method = "POST", Path = "/orders", ContentType = "application/json", ContentLength = body.Length, Body = new MemoryStream(body) } };
            context.Features.Set<IHttpRequestBodyDetectionFeature>(new HasBody());
            var before = GC.GetAllocatedBytesForCurrentThread();
            await match.Invoke(context);
            own = Math.Min(own, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.Equal(201, context.Response.StatusCode);
            theirs = Math.Min(theirs, Cost(() => JsonSerializer.Deserialize(body, OrderJson.Default.Order)!));
        }

        // Bits for each object, of what has come, would make it half as much again.
        Assert.InRange(own, 0, theirs + theirs / 20);
    }

    [Post("/orders")] private static void Add(Order order)
    {
    }

    internal sealed record Order(string Customer, List<Line> Lines);

    internal sealed record Line(string Sku, int Quantity, decimal Price);

    private sealed class HasBody : IHttpRequestBodyDetectionFeature
    {
        public bool CanHaveBody => true;
    }

    private static long Measure<T, TText>(string value) where TText : struct, ITextFormat<T>
    {
        var context = Asking($"?first=1&x=0&last&x={value}");
        var name = new QueryParameter("x", null);
        return Cost(() =>
        {
            var bind = new ArgumentBinder(context);
            var found = bind.Query<T, TText>(name);
            Assert.False(bind.HasFaults);
            return found;
        });
    }

    // The least of many: what the runtime itself allocates, once in a while, is no cost of the call.
    private static long Cost<T>(Func<T> call)
    {
        var least = long.MaxValue;
        for (var i = 0; i < Times; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            call();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private static DefaultHttpContext Asking(string query) => new() { Request = { QueryString = new(query) } };
}

[JsonSerializable(typeof(AllocationTests.Order))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class OrderJson : JsonSerializerContext;
