using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Litestar.Tests.Validation;

public record Parcel([Range(0.5, 9.5), AllowedValues(1.0)] double Weight);

/// <summary>What the faults of a body say, be they few or many, and in whose language.</summary>
public sealed class SentenceTests
{
    private static readonly CultureInfo WithCommas = new("") { NumberFormat = { NumberDecimalSeparator = "," } };

    [Middleware(nameof(Speak))]
    [Post("/parcels")]
    internal static void Send(Parcel[] parcels) => ArgumentNullException.ThrowIfNull(parcels);

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(40)]
    public async Task Each_place_is_named_once_in_its_order_and_the_detail_repeats_nothing(int count)
    {
        await using var app = TestApp.Create([Send]);

        var problem = await Rejection(await app.Client.PostAsJsonAsync("/parcels", Enumerable.Repeat(new { weight = 0.25 }, count)));

        const string Range = "The field weight must be between 0.5 and 9.5.", Allowed = "The weight field does not equal any of the values specified in AllowedValuesAttribute.";
        Assert.Equal($"The request has 2 faults: {Range} {Allowed}", problem.GetProperty("detail").GetString());
        Assert.Equal(
            Enumerable.Range(0, count).Select(i => ($"[{i}].weight", $"{Range} {Allowed}")),
            problem.GetProperty("errors").EnumerateObject().Select(error => (error.Name, string.Join(' ', error.Value.EnumerateArray()))));
    }

    [Fact]
    public async Task A_rule_speaks_the_language_of_each_request()
    {
        await using var app = TestApp.Create([Send]);

        foreach (var (language, number) in new[] { ("en", "0.5"), ("de", "0,5"), ("en", "0.5") })
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/parcels") { Content = JsonContent.Create(new[] { new { weight = 0.25 } }) };
            request.Headers.Add("Accept-Language", language);
            var problem = await Rejection(await app.Send(request));

            Assert.Contains($"between {number} and", problem.GetProperty("detail").GetString());
        }
    }

    private static Task Speak(HttpContext context, RequestDelegate next)
    {
        CultureInfo.CurrentCulture = context.Request.Headers.AcceptLanguage == "de" ? WithCommas : CultureInfo.InvariantCulture;
        return next(context);
    }

    private static async Task<JsonElement> Rejection(HttpResponseMessage answer)
    {
        Assert.Equal(400, (int)answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
