using System.Net;

namespace Litestar.Tests;

public sealed class GreetTests
{
    [Fact]
    public async Task A_missing_query_parameter_is_a_400_that_names_it()
    {
        await using var app = TestApp.Create([Greet]);

        var answer = await app.Get("/greet");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("Missing required query parameter 'name'.", await answer.Content.ReadAsStringAsync());

        [Get("/greet")]
        static string Greet(string name) => $"Hi, {name}!";
    }
}
