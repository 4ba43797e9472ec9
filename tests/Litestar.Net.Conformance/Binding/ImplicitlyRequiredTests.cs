using System.Text.Json.Serialization;
using Litestar.Conformance.Apps.Presences;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Conformance;

/// <summary>Members that must come only because they are neither nullable nor defaulted, and the switch that lets them be absent.</summary>
public sealed class ImplicitlyRequiredTests
{
    public static TheoryData<Host, string, string> Rows => Matrix.Of(
        ("POST /implied/lax/todo {}", "201 0 - False plain -1"),
        ("""POST /implied/lax/todo {"title":"a"}""", "201 0 a False plain -1"),
        ("""POST /implied/lax/todo {"title":null,"tags":[null],"kind":null}""", "201 0 - False  1"),
        ("""POST /implied/lax/todo {"id":null}""", "400 id: Member 'id' must not be null."),
        ("""POST /implied/lax/todo {"id":"x","title":null}""", "400 id: Member 'id' must be a whole number from -2147483648 to 2147483647, not \"x\"."),
        ("POST /implied/lax/todo", "400 : A JSON body is required, and none came."),
        ("POST /implied/lax/todo null", "400 : The body is null where a value is required."),
        ("POST /implied/lax/said {}", "400 word: Missing required member 'word'. marked: Missing required member 'marked'. ruled: Missing required member 'ruled'. text: Text, please."),
        ("""POST /implied/lax/said {"word":"w","marked":1,"ruled":2}""", "400 text: Text, please."),
        ("""POST /implied/lax/said {"word":"w","marked":1,"ruled":2,"text":"t"}""", "201 w 1 2 t 0"),
        ("""POST /implied/lax/said {"word":"w","marked":1,"ruled":2,"text":"t","few":9}""", "400 few: The field few must be between 0 and 5."),
        ("POST /implied/lax/record {}", "400 ruled: Missing required member 'ruled'."),
        ("""POST /implied/lax/record {"ruled":1}""", "201 Positional { Name = , Ruled = 1, Count = 0, Note = , Given = 7 }"),
        ("""POST /implied/lax/record {"ruled":1,"name":null,"count":2}""", "201 Positional { Name = , Ruled = 1, Count = 2, Note = , Given = 7 }"),
        ("POST /implied/lax/spot {}", "201 0/0/-"),
        ("POST /implied/lax/list [{},null,{\"title\":\"b\"}]", "201 0 - False plain -1,null,0 b False plain -1"),
        ("POST /implied/lax/holder {}", "201 -; 0/0/-; -; ; "),
        ("""POST /implied/lax/holder {"one":{},"spot":{"x":1},"maybe":{},"many":[{"id":3}],"map":{"a":{}}}""", "201 0 - False plain -1; 1/0/-; 0 - False plain -1; 3 - False plain -1; 0 - False plain -1"),
        ("""POST /implied/lax/holder {"many":[{"id":"x"}]}""", "400 many[0].id: Member 'many[0].id' must be a whole number from -2147483648 to 2147483647, not \"x\"."),
        ("POST /implied/lax/optional", "201 none"),
        ("POST /implied/lax/optional {}", "201 0 - False plain -1"),
        ("GET /implied/lax/group?ruled=1&word=2", "200 0 - -1 - True 1 2"),
        ("GET /implied/lax/group?ids=1&ids=2&sort=a&size=3&ruled=1&word=2", "200 3 a 2 - True 1 2"),
        ("GET /implied/lax/group?size=x", "400 size: Query parameter 'size' must be a whole number from -2147483648 to 2147483647, not 'x'. ruled: Missing required query parameter 'ruled'. word: Missing required query parameter 'word'."),
        ("GET /implied/lax/window", "200 Window { From = 0, Unit = , Step = 0 }"),
        ("GET /implied/lax/window?step=12", "400 step: The field step must be between 0 and 9."),
        ("GET /implied/lax/twice", "400 from: Missing required query parameter 'from'."),
        ("GET /implied/lax/twice?from=1", "200 Window { From = 1, Unit = , Step = 0 } 1"),
        ("POST /implied/lax/strict {}", "400 id: Missing required member 'id'. title: Missing required member 'title'. isComplete: Missing required member 'isComplete'. tags: Missing required member 'tags'."),
        ("POST /implied/strict/todo {}", "400 id: Missing required member 'id'. title: Missing required member 'title'. isComplete: Missing required member 'isComplete'. tags: Missing required member 'tags'."),
        ("GET /implied/strict/window", "400 from: Missing required query parameter 'from'. unit: Missing required query parameter 'unit'. step: Missing required query parameter 'step'."),
        ("POST /implied/strict/nearer {}", "201 0 - False plain -1"));

    public static TheoryData<Host, string, string> Forms => Matrix.Of(
        ("/implied/lax/form/todo x=1", "201 0 - False plain -1"),
        ("/implied/lax/form/todo title=a&isComplete=on&tags=b", "201 0 a True plain 1"),
        ("/implied/lax/form/todo id=", "400 id: Form field 'id' must be a whole number from -2147483648 to 2147483647, not ''."),
        ("/implied/lax/form/said x=1", "400 word: Missing required form field 'word'. marked: Missing required form field 'marked'. ruled: Missing required form field 'ruled'. text: Text, please."),
        ("/implied/lax/form/said word=w&marked=1&ruled=2", "400 text: Text, please."),
        ("/implied/lax/form/said word=w&marked=1&ruled=2&text=t", "201 w 1 2 t 0"),
        ("/implied/lax/form/record ruled=1", "201 Positional { Name = , Ruled = 1, Count = 0, Note = , Given = 7 }"),
        ("/implied/lax/form/record name=a", "400 ruled: Missing required form field 'ruled'."),
        ("/implied/lax/form/slip x=1", "201 -; 0/0/-; ; -1"),
        ("/implied/lax/form/slip one.id=1&spot.y=2&many[0].title=t&many[1].id=4", "201 1 - False plain -1; 0/2/-; 0 t False plain -1,4 - False plain -1; -1"),
        ("/implied/lax/form/slip many[0].id=x", "400 many[0].id: Form field 'many[0].id' must be a whole number from -2147483648 to 2147483647, not 'x'."),
        ("/implied/lax/form/group x=1", "201 - 0 0"),
        ("/implied/lax/form/group title=a&count=x", "400 count: Form field 'count' must be a whole number from -2147483648 to 2147483647, not 'x'."),
        ("/implied/strict/form/todo title=a", "400 id: Missing required form field 'id'. tags: Missing required form field 'tags'."));

    [Theory, MemberData(nameof(Rows))]
    public async Task A_member_must_come_where_its_layer_or_its_type_says_so(Host host, string request, string expected)
    {
        await using var app = await RunningApp.Start(host, [typeof(Lax), typeof(Strict)]);

        Assert.Equal(expected, Summary.Of(await app.Ask(request)));
    }

    [Theory, MemberData(nameof(Forms))]
    public async Task So_must_a_field(Host host, string request, string expected)
    {
        await using var app = await RunningApp.Start(host, [typeof(Lax), typeof(Strict)]);
        var (path, fields) = (request.Split(' ')[0], request.Split(' ')[1].Split('&').Select(pair => pair.Split('=')).ToList());
        var multipart = new MultipartFormDataContent();
        fields.ForEach(pair => multipart.Add(new StringContent(pair[1]), pair[0]));

        Assert.Equal(expected, Summary.Of(await app.Ask(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Select(pair => KeyValuePair.Create(pair[0], pair[1]))) })));
        Assert.Equal(expected, Summary.Of(await app.Ask(new HttpRequestMessage(HttpMethod.Post, path) { Content = multipart })));
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task The_app_says_it_for_all_its_handlers_and_the_nearest_layer_wins(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Strict), typeof(Lax), HandlerList.Under("/list", [typeof(Strict)], layer => layer.ImplicitlyRequired(true))], options: options => options.ImplicitlyRequired(false));

        Assert.Equal("201 0 - False plain -1", Summary.Of(await app.Ask("POST /implied/strict/todo {}")));
        Assert.StartsWith("400 id: Missing", Summary.Of(await app.Ask("POST /implied/lax/strict {}")));
        Assert.StartsWith("400 id: Missing", Summary.Of(await app.Ask("POST /list/implied/strict/todo {}")));
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task Parameters_of_constructors_and_null_follow_the_settings(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Lax)], services => services.ConfigureHttpJsonOptions(options =>
            (options.SerializerOptions.RespectRequiredConstructorParameters, options.SerializerOptions.RespectNullableAnnotations) = (true, true)));

        Assert.Equal("400 name: Missing required member 'name'. ruled: Missing required member 'ruled'. count: Missing required member 'count'. note: Missing required member 'note'.", Summary.Of(await app.Ask("POST /implied/lax/record {}")));
        Assert.Equal("400 title: Member 'title' must not be null. tags[0]: Member 'tags[0]' must not be null.", Summary.Of(await app.Ask("""POST /implied/lax/todo {"title":null,"tags":[null]}""")));
        Assert.Equal("201 0 - False plain -1", Summary.Of(await app.Ask("POST /implied/lax/todo {}")));
        Assert.Equal("400 from: Missing required query parameter 'from'. unit: Missing required query parameter 'unit'. step: Missing required query parameter 'step'.", Summary.Of(await app.Ask("GET /implied/lax/window")));
    }

    [Fact]
    public async Task A_convention_of_the_host_comes_too_late_to_say_it()
    {
        var builder = WebApplication.CreateBuilder();
        await using var app = builder.Build();
        app.MapLitestar([typeof(Strict)]).WithMetadata(new ImplicitlyRequiredAttribute(false));

        var rejection = Assert.Throws<InvalidOperationException>(() => ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).ToList());

        Assert.Contains("(Strict.", rejection.Message);
        Assert.Contains("options => options.ImplicitlyRequired(false)", rejection.Message);
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task A_context_of_ones_own_is_understood(Host host)
    {
        await using var app = await RunningApp.Start(host, [typeof(Lax), typeof(Strict)], services => services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, ImpliedJson.Default)));

        Assert.Equal("201 0 - False plain -1", Summary.Of(await app.Ask("POST /implied/lax/todo {}")));
        Assert.Equal("201 Positional { Name = , Ruled = 1, Count = 0, Note = , Given = 7 }", Summary.Of(await app.Ask("""POST /implied/lax/record {"ruled":1}""")));
        Assert.Equal("400 word: Missing required member 'word'. marked: Missing required member 'marked'. ruled: Missing required member 'ruled'. text: Text, please.", Summary.Of(await app.Ask("POST /implied/lax/said {}")));
        Assert.StartsWith("400 id: Missing", Summary.Of(await app.Ask("POST /implied/strict/todo {}")));
    }
}

[JsonSerializable(typeof(Todo))]
[JsonSerializable(typeof(Said))]
[JsonSerializable(typeof(Positional))]
internal sealed partial class ImpliedJson : JsonSerializerContext;
