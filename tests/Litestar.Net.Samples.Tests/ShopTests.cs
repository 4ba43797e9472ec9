using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Shop;

namespace Litestar.Samples.Tests;

public sealed class ShopTests : IDisposable
{
    // Lives as long as one connection to it is open. Tests do not share it.
    private readonly SqliteConnection _memory = new($"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared");
    private readonly TestApp _app;

    public ShopTests()
    {
        _memory.Open();
        _app = TestApp.Create(App.Create(["--environment=Development"]), test => test.Configuration["ConnectionStrings:Shop"] = _memory.ConnectionString);
    }

    public void Dispose()
    {
        _app.Dispose();
        _memory.Dispose();
    }

    [Fact]
    public async Task The_answer_has_the_key_that_the_database_made()
    {
        As("ann", "clerk");

        var first = await _app.Post("/products", new NewProduct("Tea", 4.5m));
        var second = await _app.Post("/products", new NewProduct("Milk", 1));

        Assert.Equal((HttpStatusCode.Created, "/products/1"), (first.StatusCode, first.Headers.Location?.ToString()));
        Assert.Equal(2, (await second.Content.ReadFromJsonAsync<ProductView>())!.Id);
        Assert.Equal(["Tea", "Milk"], (await _app.Get<ProductView[]>("/products")).Select(product => product.Name));
    }

    [Fact]
    public async Task What_the_database_refuses_is_a_conflict_and_keeps_nothing()
    {
        As("ann", "clerk");
        await _app.Post("/products", new NewProduct("Tea", 4.5m));
        await _app.Post("/products", new NewProduct("Milk", 1));

        Assert.Equal(HttpStatusCode.Conflict, (await _app.Post("/products", new NewProduct("Tea", 5))).StatusCode);

        // Here the commit finds it, after the handler.
        Assert.Equal(HttpStatusCode.Conflict, (await _app.Put("/products/2", new { name = "Tea", price = 5, note = (string?)null, stock = 0 })).StatusCode);
        Assert.Equal("Milk", (await _app.Get<ProductView>("/products/2")).Name);
    }

    [Fact]
    public async Task A_failure_rolls_back_what_was_saved()
    {
        As("ann", "clerk");
        await _app.Post("/products", new NewProduct("Tea", 4.5m, Stock: 3));
        As("bob", "customer");

        Assert.Equal(HttpStatusCode.Created, (await _app.Post("/orders", new NewOrder(1, 2))).StatusCode);
        var refused = await _app.Post("/orders", new NewOrder(1, 2));

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(new Shortage("There are 1 of Tea left.", 1), await refused.Content.ReadFromJsonAsync<Shortage>());
        Assert.Equal(1, (await _app.Get<ProductView>("/products/1")).Stock);
        Assert.Single(await _app.Get<OrderView[]>("/orders"));
    }

    [Fact]
    public async Task Put_wants_every_member_and_patch_those_that_change()
    {
        As("ann", "clerk");
        await _app.Post("/products", new NewProduct("Tea", 4.5m, "Green.", 3));

        Assert.Contains("'note'", await (await _app.Put("/products/1", new { name = "Tea", price = 5, stock = 3 })).Content.ReadAsStringAsync());
        Assert.Equal(new ProductView(1, "Tea", 5, "Green.", 3), await Patched(new { price = 5 }));
        Assert.Equal(new ProductView(1, "Tea", 5, null, 3), await Patched(new { note = (string?)null }));
        Assert.Equal(new ProductView(1, "Tea", 5, "Black.", 3), await Patched(new { note = "Black." }));
        Assert.Equal(HttpStatusCode.BadRequest, (await _app.Patch("/products/1", new { prize = 5 })).StatusCode);

        async Task<ProductView?> Patched(object change) => await (await _app.Patch("/products/1", change)).Content.ReadFromJsonAsync<ProductView>();
    }

    [Fact]
    public async Task A_token_is_given_and_says_who_asks()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await _app.Post("/tokens", new Credentials("bob", "tea"))).StatusCode);

        var token = await (await _app.Post("/tokens", new Credentials("bob", "milk"))).Content.ReadFromJsonAsync<Token>();
        _app.Client.DefaultRequestHeaders.Authorization = new("Bearer", token!.Value);

        Assert.Equal(new Customer("bob", false), await _app.Get<Customer>("/me"));
        Assert.Equal(HttpStatusCode.Forbidden, (await _app.Post("/products", new NewProduct("Tea", 1))).StatusCode);
    }

    [Fact]
    public async Task A_stranger_and_an_old_token_are_told_how_to_sign_in()
    {
        var stranger = await _app.Get("/me");
        _app.Client.DefaultRequestHeaders.Authorization = new("Bearer", _app.Services.GetRequiredService<Tokens>().Of("ann", "clerk", TimeSpan.FromMinutes(-6)));
        var late = await _app.Get("/me");

        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (stranger.StatusCode, stranger.Headers.WwwAuthenticate.ToString()));
        Assert.StartsWith("Bearer error=\"invalid_token\"", late.Headers.WwwAuthenticate.ToString());
        Assert.Equal("application/problem+json", late.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_list_shows_everybody_his_own()
    {
        As("ann", "clerk");
        await _app.Post("/products", new NewProduct("Tea", 1, Stock: 9));
        await _app.Post("/orders", new NewOrder(1));
        As("bob", "customer");
        await _app.Post("/orders", new NewOrder(1));

        Assert.Equal(["bob"], (await _app.Get<OrderView[]>("/orders?me=ann")).Select(order => order.Customer));
        As("ann", "clerk");
        Assert.Equal(["ann", "bob"], (await _app.Get<OrderView[]>("/orders?product=Tea")).Select(order => order.Customer));
        Assert.Equal(["bob"], (await _app.Get<OrderView[]>("/orders?skip=1")).Select(order => order.Customer));
    }

    private void As(string user, string role) => _app.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _app.Services.GetRequiredService<Tokens>().Of(user, role));
}
