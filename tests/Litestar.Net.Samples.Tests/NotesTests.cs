using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Notebook;

namespace Litestar.Samples.Tests;

public sealed class NotesTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2024, 2, 29, 12, 0, 0, TimeSpan.Zero);

    private readonly Clock _clock = new() { Now = Noon };
    private readonly TestApp _app;

    public NotesTests() => _app = TestApp.Create(App.Create([]), test => test.Services.AddSingleton<TimeProvider>(_clock));

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_note_is_created_and_found_again()
    {
        var created = await _app.Post("/notes", new { title = "Tea", text = "Buy some.", tags = new[] { "home" } });

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("/notes/1", created.Headers.Location?.ToString());
        Assert.Equal("""{"id":1,"title":"Tea","text":"Buy some.","tags":["home"],"changedAt":"2024-02-29T12:00:00+00:00","version":1}""", await _app.Client.GetStringAsync("/notes/1"));
    }

    [Fact]
    public async Task A_note_without_a_title_is_refused()
    {
        var rejection = await _app.Post("/notes", new { text = "Buy some." });

        Assert.Equal(HttpStatusCode.BadRequest, rejection.StatusCode);
        Assert.Contains("title", await rejection.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Two_notes_do_not_share_a_title()
    {
        await Add("Tea");
        await Add("Coffee");

        Assert.Equal(HttpStatusCode.Conflict, (await _app.Post("/notes", new NoteDraft("tea"))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await _app.Put("/notes/2", new NoteDraft("tea"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _app.Put("/notes/1", new NoteDraft("tea"))).StatusCode);
    }

    [Fact]
    public async Task A_list_has_pages_an_order_and_tags()
    {
        await Add("Tea", "home", "green");
        await Add("Coffee", "home");
        await Add("Bike");

        Assert.Equal(["Bike", "Coffee", "Tea"], await Titles("/notes"));
        Assert.Equal(["Tea", "Coffee", "Bike"], await Titles("/notes?order=oldest"));
        Assert.Equal(["Coffee"], await Titles("/notes?order=title&size=1&page=2"));
        Assert.Equal(["Coffee", "Tea"], await Titles("/notes?tag=home"));
        Assert.Equal(["Tea"], await Titles("/notes?tag=home&tag=green"));
        Assert.Equal("3", (await _app.Get("/notes?size=1")).Headers.GetValues("X-Total-Count").Single());
        Assert.Equal(HttpStatusCode.BadRequest, (await _app.Get("/notes?size=101")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await _app.Get("/notes?order=size")).StatusCode);
    }

    [Fact]
    public async Task A_note_is_replaced_unless_it_has_changed_since()
    {
        await Add("Tea");
        var seen = (await _app.Get("/notes/1")).Headers.ETag!.ToString();

        Assert.Equal(HttpStatusCode.OK, (await Replace(seen)).StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Replace(seen)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await Replace(null)).StatusCode);
        Assert.Equal(3, (await _app.Get<Note>("/notes/1")).Version);

        Task<HttpResponseMessage> Replace(string? ifMatch)
        {
            var request = new HttpRequestMessage(HttpMethod.Put, "/notes/1") { Content = JsonContent.Create(new NoteDraft("Green tea")) };
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch is null ? [] : [ifMatch]);
            return _app.Send(request);
        }
    }

    [Fact]
    public async Task A_note_that_is_not_there_is_a_404_however_it_is_asked()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await _app.Get("/notes/7")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _app.Put("/notes/7", new NoteDraft("Tea"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _app.Delete("/notes/7")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _app.Get("/notes/seven")).StatusCode);
    }

    [Fact]
    public async Task A_note_is_removed_with_nothing_in_the_answer()
    {
        await Add("Tea");

        var answer = await _app.Delete("/notes/1");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await _app.Get("/notes/1")).StatusCode);
    }

    [Fact]
    public async Task Lines_are_imported_as_notes()
    {
        await Add("Tea");

        var answer = await _app.Client.PostAsync("/notes/import", new StringContent("Coffee\ntea\nBike", Encoding.UTF8, "text/plain"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(new Imported(Added: 2, Skipped: 1), await answer.Content.ReadFromJsonAsync<Imported>());
    }

    [Fact]
    public async Task Tags_are_counted_and_taken_off()
    {
        await Add("Tea", "home", "green");
        await Add("Coffee", "home");

        Assert.Equal("""{"green":1,"home":2}""", await _app.Client.GetStringAsync("/tags"));
        Assert.Equal(HttpStatusCode.NoContent, (await _app.Delete("/tags/HOME")).StatusCode);
        Assert.Equal("""{"green":1}""", await _app.Client.GetStringAsync("/tags"));
        Assert.Equal(HttpStatusCode.NotFound, (await _app.Delete("/tags/home")).StatusCode);
    }

    [Fact]
    public async Task Search_looks_where_it_is_told()
    {
        await _app.Post("/notes", new NoteDraft("Tea", "Rather than coffee."));
        await _app.Post("/notes", new NoteDraft("Coffee", "Rather than tea."));

        Assert.Equal("""[{"id":1,"title":"Tea","found":"Title 0"},{"id":2,"title":"Coffee","found":"Text 12"}]""", await _app.Client.GetStringAsync("/search?q=tea"));
        Assert.Equal([2], (await _app.Get<Hit[]>("/search?q=tea&in=text")).Select(hit => hit.Id));
        Assert.Equal([1], (await _app.Get<Hit[]>("/search?q=tea&limit=1")).Select(hit => hit.Id));
        Assert.Equal(HttpStatusCode.BadRequest, (await _app.Get("/search")).StatusCode);
    }

    [Fact]
    public async Task Many_at_once_get_numbers_of_their_own()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => _app.Post("/notes", new NoteDraft($"Note {i}"))));

        Assert.Equal(50, answers.Select(answer => answer.Headers.Location?.ToString()).Distinct().Count());
    }

    private async Task Add(string title, params string[] tags)
    {
        _clock.Now += TimeSpan.FromMinutes(1);
        (await _app.Post("/notes", new NoteDraft(title, Tags: tags))).EnsureSuccessStatusCode();
    }

    private async Task<IEnumerable<string>> Titles(string path) => (await _app.Get<Note[]>(path)).Select(note => note.Title);

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
