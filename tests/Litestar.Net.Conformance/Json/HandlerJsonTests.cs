namespace Litestar.Conformance;

/// <summary>The JSON of the handlers, as code of a plugin uses it.</summary>
public sealed class HandlerJsonTests
{
    public static TheoryData<Host, string, string> Rows => Matrix.Of(
        ("""{"title":"a","pages":3}""", """{"title":"a","pages":3,"ink":0,"parts":null}"""),
        ("""{"title":"a","pages":3,"ink":1,"parts":[{"title":"b","pages":1}]}""", """{"title":"a","pages":3,"ink":1,"parts":[{"title":"b","pages":1,"ink":0,"parts":null}]}"""),
        ("""{"pages":3}""", "a fault at $"),
        ("""{"title":null,"pages":3}""", "a fault at $.title"),
        ("""{"title":"a\u0000","pages":3}""", "a fault at $.title"),
        ("""{"title":"a","pages":3,"ink":9}""", "a fault at $.ink"),
        ("""{"title":"a","pages":3,"parts":[{"title":"b"}]}""", "a fault at $.parts[0]"));

    [Theory, MemberData(nameof(Rows))]
    public async Task Text_is_read_as_a_body_and_written_as_a_result(Host host, string text, string expected)
    {
        await using var app = await RunningApp.Start(host, [typeof(Apps.Copies)]);

        Assert.Equal((200, expected), Told(await app.Ask($"GET /copies/read?text={Uri.EscapeDataString(text)}")));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task A_type_without_metadata_is_named(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Apps.Copies)]);

        var (status, body) = Told(await app.Ask("GET /copies/unlisted"));
        Assert.Equal(200, status);
        Assert.StartsWith("No JSON metadata is known for 'Litestar.Conformance.Apps.Unlisted'. Let a handler take or return it", body);
    }

    private static (int Status, string Body) Told(Answer answer) => (answer.Status, answer.Body);
}
