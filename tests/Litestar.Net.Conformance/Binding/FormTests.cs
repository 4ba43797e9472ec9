using System.Net.Http.Headers;
using System.Text;
using Litestar.Conformance.Apps;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Conformance;

/// <summary>Fields, files and objects made of fields.</summary>
public sealed class FormTests
{
    private const string Whole = "a whole number from -2147483648 to 2147483647";

    // The third word is the form, which is sent url-encoded and as multipart.
    public static TheoryData<Host, string, string> Rows => Matrix.Of(
        ("POST /forms/fields name=Ann+B&ids=1&ids=2", "201 Ann B 1+2 - False none"),
        ("POST /forms/fields NAME=%C3%84nn%26&Ids=1&age=5&subscribe=1&E-mail=a@b", "201 Änn& 1 5 True a@b"),
        ("POST /forms/fields name=&ids=1&age=&subscribe=&e-mail=", "201  1 - False "),
        ("POST /forms/fields name=a&name=b&ids[0]=1&ids[1]=2&ids[3]=4", "201 b 1+2 - False none"),
        ("POST /forms/fields ids=x&age=y&subscribe=yes", $"400 name: Missing required form field 'name'. ids: Form field 'ids' must be {Whole}, not 'x'. age: Form field 'age' must be {Whole}, not 'y'. subscribe: Form field 'subscribe' must be true or false, not 'yes'."),
        // What is wrong with a member bears the name of its field.
        ("POST /forms/slip full-name=Annabel&from=1", "400 full-name: The field name must be a string with a maximum length of 5."),
        ("POST /forms/slip full-name=Ann&from=1&the-stops[0].zip-code=00&the-stops[1].zip-code=0&the-stops[1].nights=9&last.zip-code=1", "400 the-stops[1].zip-code: The field zip must be a string with a minimum length of 2 and a maximum length of 9. the-stops[1].nights: The field nights must be between 1 and 5. last.zip-code: The field zip must be a string with a minimum length of 2 and a maximum length of 9."),
        ("POST /forms/slip full-name=Ann&from=7&to-day=3", "400 to-day: It ends before it begins."),
        ("POST /forms/slips s[0].full-name=Ann&s[0].from=1&s[1].full-name=Annabel&s[1].from=2", "400 s[1].full-name: The field name must be a string with a maximum length of 5."),
        // An object without a prefix has come where one of its own fields has.
        ("POST /forms/beside name=Ann", "201 Ann none -1"),
        ("POST /forms/beside name=Ann&street=Main&city=Rome", "201 Ann Rome -1"),
        ("POST /forms/beside name=Ann&x=1&y=2&cityname=c", "201 Ann none 1"),
        ("POST /forms/beside name=Ann&city=Rome&y=2", "400 street: Missing required form field 'street'. x: Missing required form field 'x'."),
        ("POST /forms/person name=Ann&age=5", "201 Ann 5 - - -1"),
        ("POST /forms/person Name=Ann&AGE=5&address.street=Main&Address.City=Rome&nick-names=a&nick-names=b", "201 Ann 5 Main Rome 2"),
        ("POST /forms/person name=Ann&age=5&address.city=Rome", "400 address.street: Missing required form field 'address.street'."),
        ("POST /forms/person age=old&address.street=S&other=1", $"400 name: Missing required form field 'name'. age: Form field 'age' must be {Whole}, not 'old'."),
        ("POST /forms/person age=", $"400 name: Missing required form field 'name'. age: Form field 'age' must be {Whole}, not ''."),
        ("POST /forms/optional name=Ann&age=5", "201 Ann"),
        ("POST /forms/optional name=Ann", "400 age: Missing required form field 'age'."),
        ("POST /forms/purchase customer=Ann", "201 Ann  1 - home 0/0 - - 1"),
        ("POST /forms/purchase customer=Ann&lines[0].sku=x&lines[0].quantity=2&lines[1].sku=y&lines[1].quantity=3&lines[1].notes=n&lines[1].parts[0].sku=z&lines[1].parts[0].quantity=1&lines[3].sku=lost&codes=7&shade=dark&address.street=away&spot.x=1&other.y=2&day=0001-01-05",
            "201 Ann x*2[-1],y*3[1](z*1[-1]) 7 Dark away 1/0 0/2 - 4"),
        ("POST /forms/purchase lines[0].sku=x&lines[1].quantity=many&lines[1].parts[0].sku=z&spot.x=a&day=b",
            $"400 customer: Missing required form field 'customer'. lines[0].quantity: Missing required form field 'lines[0].quantity'. lines[1].sku: Missing required form field 'lines[1].sku'. lines[1].quantity: Form field 'lines[1].quantity' must be {Whole}, not 'many'. lines[1].parts[0].quantity: Missing required form field 'lines[1].parts[0].quantity'. spot.x: Form field 'spot.x' must be {Whole}, not 'a'. day: Form field 'day' must be a date such as 2024-02-29, not 'b'."),
        ("POST /forms/node value=1&next.value=2&next.next.value=3", "201 3"),
        ("POST /forms/lines lines[0].sku=x&lines[0].quantity=2&lines[1].sku=x&lines[1].quantity=2", "201 2"),
        ("POST /forms/lines other=1", "400 lines: Missing required form field 'lines'."),
        ("POST /forms/mixed/1 age=5", "400 q: Missing required query parameter 'q'. name: Missing required form field 'name'. X-Id: Missing required header 'X-Id'."),
        ("POST /forms/whole a=1&b=2&a=3", "201 a+b 0"),
        ("PUT /forms/put name=Ann", "200 Ann"),
        ("DELETE /forms/delete name=Ann", "200 Ann"),
        ("POST /forms/file a=1", "400 file: Missing required form field 'file'."),
        ("POST /forms/file/optional a=1", "201 none"),
        ("POST /forms/file/list a=1", "400 files: Missing required form field 'files'."));

    [Theory, MemberData(nameof(Rows))]
    public async Task A_form_is_bound_or_its_faults_are_named(Host host, string request, string expected)
    {
        await using var app = await Start(host);
        var parts = request.Split(' ', 3);

        Assert.Equal(expected, Summary.Of(await app.Ask(new HttpRequestMessage(new(parts[0]), parts[1]) { Content = UrlEncoded(parts[2]) })));
        Assert.Equal(expected, Summary.Of(await app.Ask(new HttpRequestMessage(new(parts[0]), parts[1]) { Content = Multipart(parts[2]) })));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task A_NUL_is_a_400(Host host)
    {
        await using var app = await Start(host);

        Assert.StartsWith("400 : The form is not well-formed: ", await Post(app, "/forms/put", UrlEncoded("name=a%00b"), HttpMethod.Put));
        Assert.Equal("400 name: Form field 'name' contains a NUL character.", await Post(app, "/forms/put", Multipart("name=a%00b"), HttpMethod.Put));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task Where_no_body_comes_every_required_field_is_missing(Host host)
    {
        await using var app = await Start(host);

        Assert.Equal("400 name: Missing required form field 'name'. age: Missing required form field 'age'.", Summary.Of(await app.Ask("POST /forms/person")));
        Assert.Equal("201 none", Summary.Of(await app.Ask("POST /forms/optional")));
        Assert.Equal("201 none", await Post(app, "/forms/optional", UrlEncoded("")));
        Assert.Equal("201  0", Summary.Of(await app.Ask("POST /forms/whole")));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task Another_media_type_is_a_415_that_says_what_is_accepted_and_nothing_of_the_fields(Host host)
    {
        await using var app = await Start(host);
        const string Accepted = "'application/x-www-form-urlencoded' or 'multipart/form-data' is accepted.";

        Assert.Equal($"415 : The body's Content-Type 'application/json' cannot be read; {Accepted}", Summary.Of(await app.Ask("POST /forms/person {}")));
        Assert.Equal($"415 : The body has no Content-Type; {Accepted}", await Post(app, "/forms/fields", new ByteArrayContent([1])));
        Assert.Equal($"415 : The body's Content-Type 'text/plain' cannot be read; {Accepted}", await Post(app, "/forms/purchase", new StringContent("x", Encoding.UTF8, new MediaTypeHeaderValue("text/plain"))));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task A_file_comes_with_its_name_its_type_and_its_content(Host host)
    {
        await using var app = await Start(host);

        Assert.Equal("201 test.txt text/plain <file content>", await Post(app, "/forms/file", new MultipartFormDataContent { { File("<file content>"), "file", "test.txt" } }));
        Assert.Equal("201 übung 日.txt text/plain x", await Post(app, "/forms/file", new MultipartFormDataContent { { File("x"), "FILE", "übung 日.txt" } }));
        Assert.Equal("201 a.txt", await Post(app, "/forms/file/named", new MultipartFormDataContent { { File("x"), "my-file", "a.txt" } }));
        Assert.Equal("201 b.txt", await Post(app, "/forms/file/optional", new MultipartFormDataContent { { File("a"), "file", "a.txt" }, { File("b"), "file", "b.txt" } }));
        var custom = File("x");
        custom.Headers.Add("x-custom", "f2");
        Assert.Equal("201 f2 text/plain file", await Post(app, "/forms/file/headers", new MultipartFormDataContent { { custom, "file", "a.txt" } }));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task Several_files_under_one_name_are_a_list(Host host)
    {
        await using var app = await Start(host);

        Assert.Equal("201 a -1 -", await Post(app, "/forms/file/list", new MultipartFormDataContent { { File("1"), "files", "a" } }));
        Assert.Equal("201 a+b 1 n", await Post(app, "/forms/file/list", new MultipartFormDataContent { { File("1"), "files", "a" }, { Field("n"), "note" }, { File("2"), "files", "b" }, { File("3"), "others", "c" } }));
        Assert.Equal("201 2", await Post(app, "/forms/file/list/class", new MultipartFormDataContent { { File("1"), "files", "a" }, { File("2"), "Files", "b" } }));
        Assert.Equal("201 note 2", await Post(app, "/forms/whole", new MultipartFormDataContent { { File("1"), "x", "a" }, { Field("n"), "note" }, { File("2"), "y", "b" } }));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task Files_are_members_of_groups_and_objects(Host host)
    {
        await using var app = await Start(host);

        Assert.Equal("201 a t True noon", await Post(app, "/forms/file/group?keep=1", new MultipartFormDataContent { { File("1"), "file", "a" }, { Field("t"), "title" } }));
        Assert.Equal("400 file: Missing required form field 'file'. title: Missing required form field 'title'. keep: Query parameter 'keep' must be true or false, not '2'.", await Post(app, "/forms/file/group?keep=2", UrlEncoded("x=1")));
        Assert.Equal("201 Ann  1 - home 0/0 - r.pdf 1", await Post(app, "/forms/purchase", new MultipartFormDataContent { { Field("Ann"), "customer" }, { File("1"), "receipt", "r.pdf" } }));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task An_input_in_which_no_file_was_chosen_is_absent(Host host)
    {
        await using var app = await Start(host);
        static HttpContent Empty() => Raw("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--b--\r\n");

        Assert.Equal("201 none", await Post(app, "/forms/file/optional", Empty()));
        Assert.Equal("400 file: Missing required form field 'file'.", await Post(app, "/forms/file", Empty()));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task A_broken_multipart_form_is_a_400(Host host)
    {
        await using var app = await Start(host);

        Assert.Equal("400 : The form ends before its closing boundary.", await Post(app, "/forms/file", Raw("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nabc")));
        Assert.Equal("400 : The form is not well-formed: Missing content-type boundary.", await Post(app, "/forms/file", Raw("--b--", "multipart/form-data")));
        Assert.Equal("400 : The form is not well-formed: Missing content-type boundary.", await Post(app, "/forms/file", Raw("--b--", "multipart/form-data; boundary=")));
        Assert.StartsWith("400 : The form is not well-formed: ", await Post(app, "/forms/file", Raw("--b\r\nContent-Disposition: form-data; name=\"file\"\r\nnonsense\r\n\r\nabc\r\n--b--\r\n")));
        Assert.StartsWith("400 : The form is not well-formed: ", await Post(app, "/forms/file", Raw("--b\r\n\r\nabc\r\n--b--\r\n")));
    }

    [Theory, MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task A_form_beyond_the_limits_of_its_handler_is_a_413_that_names_them(Host host)
    {
        await using var app = await Start(host);

        Assert.Equal("413 : The form has more than the 2 fields that are accepted.", await Post(app, "/forms/limited", UrlEncoded("a=1&b=2&c=3")));
    }

    [Theory, MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task A_form_beyond_the_limits_of_the_app_is_a_413_that_names_them(Host host)
    {
        await using var app = await Start(host, services => services.Configure<FormOptions>(options =>
        {
            options.ValueCountLimit = 3;
            options.KeyLengthLimit = 20;
            options.ValueLengthLimit = 30;
            options.MultipartBodyLengthLimit = 40;
            options.MultipartHeadersCountLimit = 4;
        }));

        Assert.Equal("413 : The form has more than the 3 fields that are accepted.", await Post(app, "/forms/whole", UrlEncoded("a=1&b=2&c=3&d=4")));
        Assert.Equal("413 : The form has more than the 3 fields that are accepted.", await Post(app, "/forms/whole", Multipart("a=1&b=2&c=3&d=4")));
        Assert.StartsWith("413 : A field of the form is longer than the 20 characters that are accepted", await Post(app, "/forms/whole", UrlEncoded($"{new string('a', 50)}=1")));
        Assert.Matches("^413 : A field of the form is longer than .*the 30 ", await Post(app, "/forms/whole", UrlEncoded($"a={new string('a', 50)}")));
        Assert.Equal("413 : A part of the form is larger than the 40 bytes that are accepted.", await Post(app, "/forms/file", new MultipartFormDataContent { { File(new('x', 41)), "file", "a" } }));
        var headed = File("x");
        Array.ForEach(["a", "b", "c", "d"], name => headed.Headers.Add(name, "1"));
        Assert.Equal("413 : The headers of a part of the form exceed the 4 that are accepted.", await Post(app, "/forms/file", new MultipartFormDataContent { { headed, "file", "a" } }));
    }

    [Fact]
    public async Task A_body_beyond_the_server_s_limit_is_a_413_that_names_it()
    {
        await using var app = await Start(Host.Kestrel, services => services.Configure<Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerOptions>(options => options.Limits.MaxRequestBodySize = 100));

        Assert.Equal("413 : The body is larger than the 100 bytes that are accepted.", await Post(app, "/forms/whole", UrlEncoded($"a={new string('a', 200)}")));
        Assert.Equal("413 : The body is larger than the 100 bytes that are accepted.", await Post(app, "/forms/file", new MultipartFormDataContent { { File(new('x', 200)), "file", "a" } }));
    }

    [Fact]
    public async Task An_object_within_an_object_is_followed_only_so_far()
    {
        await using var app = await Start(Host.Memory);
        var fields = string.Join('&', Enumerable.Range(0, 300).Select(depth => string.Concat(Enumerable.Repeat("next.", depth)) + "value=1"));

        Assert.Equal("201 65", await Post(app, "/forms/node", UrlEncoded(fields)));
    }

    [Fact]
    public async Task A_wrong_antiforgery_token_is_a_400()
    {
        await using var app = await Start(Host.Memory, services => services.AddSingleton<Microsoft.AspNetCore.Hosting.IStartupFilter, Forged>());

        Assert.Equal("400 : The form's antiforgery token is missing or not valid.", await Post(app, "/forms/whole", UrlEncoded("a=1")));
    }

    [Fact]
    public void What_is_neither_form_nor_service_is_named_at_the_start()
    {
        var builder = LitestarApp.CreateBuilder([]);
        builder.Handlers.Add(Beside.Both);

        var exception = Assert.Throws<InvalidOperationException>(builder.Build);

        Assert.Equal("Beside.Both (POST /beside) reads a form and takes Litestar.Conformance.Apps.Address 'address', which is not registered in the container. Register it, or mark 'address' with [FromForm] if it is made of fields of the form.", exception.Message);
    }

    private sealed class Forged : Microsoft.AspNetCore.Hosting.IStartupFilter, IAntiforgeryValidationFeature
    {
        public bool IsValid => false;

        public Exception? Error => null;

        public Action<Microsoft.AspNetCore.Builder.IApplicationBuilder> Configure(Action<Microsoft.AspNetCore.Builder.IApplicationBuilder> next) => app =>
        {
            app.Use(forward => context =>
            {
                context.Features.Set<IAntiforgeryValidationFeature>(this);
                return forward(context);
            });
            next(app);
        };
    }

    private static StringContent UrlEncoded(string form) => new(form, Encoding.UTF8, new MediaTypeHeaderValue("application/x-www-form-urlencoded"));

    private static MultipartFormDataContent Multipart(string form)
    {
        var content = new MultipartFormDataContent();
        foreach (var field in form.Split('&').Select(field => field.Split('=')))
        {
            content.Add(Field(Uri.UnescapeDataString(field[1].Replace('+', ' '))), field[0]);
        }

        return content;
    }

    private static StringContent Field(string text) => new(text);

    private static StringContent File(string text) => new(text, Encoding.UTF8, new MediaTypeHeaderValue("text/plain"));

    private static StringContent Raw(string body, string mediaType = "multipart/form-data; boundary=b")
    {
        var content = new StringContent(body);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        return content;
    }

    private static async Task<string> Post(RunningApp app, string path, HttpContent content, HttpMethod? method = null) =>
        Summary.Of(await app.Ask(new HttpRequestMessage(method ?? HttpMethod.Post, path) { Content = content }));

    private static Task<RunningApp> Start(Host host, Action<IServiceCollection>? configure = null) => RunningApp.Start(host, [typeof(Forms)], services =>
    {
        services.AddScoped<IClock>(_ => new FixedClock("noon"));
        configure?.Invoke(services);
    });
}
