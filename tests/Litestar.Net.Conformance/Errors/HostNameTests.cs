using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Litestar.Conformance;

/// <summary>What <c>AllowedHosts</c> refuses has the error body, as all that an app refuses.</summary>
public sealed class HostNameTests
{
    [Theory]
    [InlineData("good.example;*.fine.example", "good.example", "200 ")]
    [InlineData("good.example;*.fine.example", "a.fine.example", "200 ")]
    [InlineData("good.example;*.fine.example", "bad.example", "400 The host name of this request is not served here.")]
    [InlineData("*", "bad.example", "200 ")]
    [InlineData(null, "bad.example", "200 ")]
    public async Task A_host_name_that_is_not_served_is_refused_in_the_error_body(string? allowed, string name, string expected)
    {
        Assert.Equal(expected, Summary.Of(await Ask(allowed, name)));
    }

    [Fact]
    public async Task Without_the_message_the_status_stands_alone_and_an_answer_of_the_app_is_left_alone()
    {
        Assert.Equal("400 ", Summary.Of(await Ask("good.example", "bad.example", services => services.Configure<HostFilteringOptions>(options => options.IncludeFailureMessage = false))));
        Assert.Equal("400 ", Summary.Of(await Ask("good.example", "good.example", path: "/bare")));
    }

    [Get("/ok")]
    private static void Ok()
    {
    }

    [Get("/bare")]
    private static IResult Bare() => TypedResults.StatusCode(400);

    private static async Task<Answer> Ask(string? allowed, string name, Action<IServiceCollection>? services = null, string path = "/ok")
    {
        var builder = LitestarApp.CreateBuilder(allowed is null ? [] : ["--AllowedHosts", allowed]);
        services?.Invoke(builder.Services);
        builder.WebHost.UseTestServer();
        builder.Handlers.Add([Ok, Bare]);
        await using var app = builder.Build();
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = ((IHost)app).GetTestClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = name } };
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new((int)answer.StatusCode, answer.Content.Headers.ContentType?.ToString(), await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), answer.Headers, answer.Content.Headers);
    }
}
