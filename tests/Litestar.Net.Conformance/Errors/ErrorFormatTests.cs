using Litestar.Conformance.Apps;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Conformance;

/// <summary>Error bodies in Python Litestar's shape, and in other words.</summary>
public sealed class ErrorFormatTests
{
    public static TheoryData<Host, string, string> LitestarRows => Matrix.Of(
        ("GET /sources/query/required?b=1&x=1", """{"status_code":400,"detail":"Missing required query parameter 'a' for path /sources/query/required?b=1&x=1"}"""),
        ("GET /sources/query?page=thirteen&all=maybe", """{"status_code":400,"detail":"Validation failed for GET /sources/query?page=thirteen&all=maybe","extra":[{"message":"Query parameter 'page' must be a whole number from -2147483648 to 2147483647, not 'thirteen'.","key":"page","source":"query"},{"message":"Query parameter 'all' must be true or false, not 'maybe'.","key":"all","source":"query"}]}"""),
        ("GET /sources/route/enum/blue", """{"status_code":400,"detail":"Validation failed for GET /sources/route/enum/blue","extra":[{"message":"Route parameter 'shade' must be one of Light, Dark, not 'blue'.","key":"shade","source":"path"}]}"""),
        ("POST /sources/body {\"lines\":[{\"sku\":\"x\",\"quantity\":\"many\"}]}", """{"status_code":400,"detail":"Validation failed for POST /sources/body","extra":[{"message":"Missing required member 'customer'.","key":"customer","source":"body"},{"message":"Member 'lines[0].quantity' must be a whole number from -2147483648 to 2147483647, not \"many\".","key":"lines[0].quantity","source":"body"}]}"""),
        ("POST /sources/body", """{"status_code":400,"detail":"Validation failed for POST /sources/body","extra":[{"message":"A JSON body is required, and none came.","key":"data","source":"body"}]}"""),
        ("POST /sources/body {\"customer\":", """{"status_code":400,"detail":"The body is not well-formed JSON: line 1, position 13."}"""),
        ("GET /sources/query/list?tags=a&ids=x&ids=1&ids=y", """{"status_code":400,"detail":"Validation failed for GET /sources/query/list?tags=a&ids=x&ids=1&ids=y","extra":[{"message":"Query parameter 'ids' must be a whole number from -2147483648 to 2147483647, not 'x'.","key":"ids","source":"query"}]}"""),
        ("PUT /sources/body", """{"status_code":405,"detail":"Method Not Allowed"}"""),
        ("GET /failures/thrown", """{"status_code":500,"detail":"Internal Server Error"}"""),
        ("GET /failures/not-found", """{"status_code":404,"detail":"No thing 7."}"""),
        ("GET /failures/conflict", """{"status_code":409,"detail":"Taken.","extra":{"holder":"Ann"}}"""));

    [Theory, MemberData(nameof(LitestarRows))]
    public async Task Errors_take_the_shape_of_pythons_litestar(Host host, string request, string body)
    {
        await using var app = await RunningApp.Start(host, [typeof(Sources), typeof(Failures)], services => services.AddConformance(), options: options => options.ErrorFormat = ErrorFormat.Litestar);

        var answer = await app.Ask(request);

        Assert.Equal(("application/json", body), (answer.ContentType, answer.Body));
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task Sentences_are_replaced_by_one_service(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Sources)], services => services.AddConformance().AddSingleton<RejectionTexts, German>());

        Assert.Equal("400 page-size: Parameter 'page-size' fehlt.", Summary.Of(await app.Ask("GET /sources/query/named")));
        Assert.Equal("400 page-size: Query parameter 'page-size' must be eine ganze Zahl, not 'x'.", Summary.Of(await app.Ask("GET /sources/query/named?page-size=x")));
    }

    private sealed class German : RejectionTexts
    {
        public override string Missing(RequestSource source, string name) => $"Parameter '{name}' fehlt.";

        public override string Expected(Type type) => type == typeof(int) ? "eine ganze Zahl" : base.Expected(type);
    }
}
