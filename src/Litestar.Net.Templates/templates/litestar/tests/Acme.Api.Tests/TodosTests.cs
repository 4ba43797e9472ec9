using System.Net;

namespace Acme.Api.Tests;

/// <summary>Runs the unchanged program in memory. Every test has its own app.</summary>
public sealed class TodosTests : IDisposable
{
    private readonly TestApp _app = TestApp.FromProgram<Todo>(configure: null, "--ApiKey=secret");

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_todo_is_created_and_found_again()
    {
        ShowKey();

        var created = await _app.Post("/todos", new { title = "Water the plants", due = "2030-06-01" });

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal(new Todo(1, "Water the plants", new(2030, 6, 1), IsDone: false), await _app.Get<Todo>($"{created.Headers.Location}"));
    }

    [Fact]
    public async Task A_todo_is_replaced_and_removed()
    {
        ShowKey();
        await _app.Post("/todos", new TodoDraft("Water the plants"));

        Assert.Equal(HttpStatusCode.OK, (await _app.Put("/todos/1", new TodoDraft("Water the plants", IsDone: true))).StatusCode);
        Assert.True((await _app.Get<Todo>("/todos/1")).IsDone);

        Assert.Equal(HttpStatusCode.NoContent, (await _app.Delete("/todos/1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _app.Get("/todos/1")).StatusCode);
    }

    [Fact]
    public async Task A_list_has_pages_and_a_filter()
    {
        ShowKey();
        await _app.Post("/todos", new TodoDraft("Tea"));
        await _app.Post("/todos", new TodoDraft("Coffee", IsDone: true));
        await _app.Post("/todos", new TodoDraft("Bike"));

        Assert.Equal(["Tea", "Bike"], (await _app.Get<Todo[]>("/todos?done=false")).Select(todo => todo.Title));
        Assert.Equal(["Bike"], (await _app.Get<Todo[]>("/todos?page=2&size=2")).Select(todo => todo.Title));
    }

    [Theory]
    [InlineData("/todos?size=101", "size")]
    [InlineData("/todos?page=0", "page")]
    [InlineData("/todos?done=perhaps", "done")]
    public async Task What_cannot_be_is_refused_by_name(string path, string name)
    {
        var refusal = await _app.Get(path);

        Assert.Equal(HttpStatusCode.BadRequest, refusal.StatusCode);
        Assert.Contains($"\"{name}\":", await refusal.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_todo_without_a_title_is_refused()
    {
        ShowKey();

        Assert.Equal(HttpStatusCode.BadRequest, (await _app.Post("/todos", new TodoDraft(""))).StatusCode);
    }

    [Fact]
    public async Task Nothing_is_changed_without_the_key()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await _app.Post("/todos", new TodoDraft("Tea"))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _app.Delete("/todos/1")).StatusCode);
        Assert.Empty(await _app.Get<Todo[]>("/todos"));
    }

    [Fact]
    public async Task It_is_healthy() => Assert.Equal(HttpStatusCode.OK, (await _app.Get("/health")).StatusCode);

    private void ShowKey() => _app.Client.DefaultRequestHeaders.Add("X-Api-Key", "secret");
}
