using Litestar.Conformance.Apps;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Litestar.Conformance;

/// <summary>ASP.NET Core's own middleware, brought in by attributes alone; through <c>MapLitestar</c> by the host, and then once.</summary>
public sealed class PipelineTests
{
    private static readonly (string, string) Friend = ("Origin", "https://friend.example");

    /// <summary>The hosts whose pipelines are ours.</summary>
    public static TheoryData<Host> OurHosts => [.. Matrix.Hosts.Select(row => row.Data).Where(host => host is not Host.Mapped)];

    [Theory]
    [MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task Another_origin_is_answered_as_the_routes_policy_says(Host host)
    {
        await using var app = await Start(host);

        Assert.Equal("https://friend.example x-total 200 friends 1", Cors(await app.Ask("GET /cors/friends?n=1", Friend)));
        Assert.Equal("https://friend.example x-total 400 n: Query parameter 'n' must be a whole number from -2147483648 to 2147483647, not 'x'.", Cors(await app.Ask("GET /cors/friends?n=x", Friend)));
        Assert.Equal("https://friend.example x-total 500 The server failed to answer this request.", Cors(await app.Ask("GET /cors/friends?n=-1", Friend)));
        Assert.Equal("- - 200 friends 1", Cors(await app.Ask("GET /cors/friends?n=1", ("Origin", "https://foe.example"))));
        Assert.Equal("- - 200 friends 1", Cors(await app.Ask("GET /cors/friends?n=1")));
        Assert.Equal("- - 200 unfriended", Cors(await app.Ask("DELETE /cors/friends", Friend)));
        Assert.Equal("https://anywhere.example - 200 anywhere", Cors(await app.Ask("GET /cors/anywhere", ("Origin", "https://anywhere.example"))));
        Assert.Equal("- - 200 closed", Cors(await app.Ask("GET /closed", Friend)));
        Assert.Equal("https://friend.example x-total 200 open", Cors(await app.Ask("GET /closed/open", Friend)));
        Assert.StartsWith("https://friend.example x-total 401", Cors(await app.Ask("GET /cors/friends/7", Friend)));
        Assert.Equal("https://friend.example x-total 200 friend 7", Cors(await app.Ask("GET /cors/friends/7", Friend, ("X-Name", "Ann"))));
    }

    [Theory]
    [MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task A_browsers_question_is_answered_for_the_method_it_asks_of(Host host)
    {
        await using var app = await Start(host);

        Assert.Equal("204 https://friend.example GET,PUT x-token", Preflight(await app.Ask("OPTIONS /cors/friends", Friend, Asks("PUT"), ("Access-Control-Request-Headers", "x-token"))));
        Assert.Equal("204 https://friend.example GET,PUT x-token", Preflight(await app.Ask("OPTIONS /cors/friends/7", Friend, Asks("GET"), ("Access-Control-Request-Headers", "x-token"))));
        Assert.Equal("204 - - -", Preflight(await app.Ask("OPTIONS /cors/friends", ("Origin", "https://foe.example"), Asks("PUT"))));
        Assert.Equal("204 - - -", Preflight(await app.Ask("OPTIONS /closed", Friend, Asks("GET"))));

        // DELETE says nothing of origins: the answer is the list of methods.
        Assert.Equal("204 - - -", Preflight(await app.Ask("OPTIONS /cors/friends", Friend, Asks("DELETE"))));
        var plain = await app.Ask("OPTIONS /cors/friends");
        Assert.Equal((204, "GET, HEAD, PUT, DELETE, OPTIONS"), (plain.Status, plain.Allow));
        Assert.Equal("- - 200 own options", Cors(await app.Ask("OPTIONS /cors/own")));
        Assert.Equal("https://friend.example x-total 200 own options", Cors(await app.Ask("OPTIONS /cors/own", Friend)));
        Assert.Equal("204 https://friend.example GET,PUT x-token", Preflight(await app.Ask("OPTIONS /cors/own", Friend, Asks("GET"))));
        Assert.Equal(host is Host.Mapped ? 204 : 404, (await app.Ask("OPTIONS /cors/nowhere", Friend, Asks("GET"))).Status);
    }

    [Theory]
    [MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task A_limit_is_counted_across_the_routes_that_name_it(Host host)
    {
        await using var app = await Start(host);
        var who = Guid.NewGuid();

        Assert.Equal("200 a", Summary.Of(await app.Ask($"GET /limits/a?who={who}")));
        Assert.Equal("200 b", Summary.Of(await app.Ask($"GET /limits/b?who={who}")));
        var refused = await app.Ask($"GET /limits/a?who={who}");
        if (host is Host.Mapped)
        {
            Assert.Equal("503 ", Summary.Of(refused));
        }
        else
        {
            Assert.Equal("429 Too many requests.", Summary.Of(refused));
            Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(55), TimeSpan.FromHours(1));
        }

        Assert.Equal("200 b", Summary.Of(await app.Ask($"GET /limits/b?who={who}-other")));
        Assert.Equal("429 ", Summary.Of(await app.Ask($"GET /limits/own?who={who}-own")));
    }

    [Theory]
    [MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task A_policy_that_answers_by_itself_is_left_alone(Host host)
    {
        await using var app = await Start(host);
        var who = Guid.NewGuid();

        Assert.Equal("200 polite", Summary.Of(await app.Ask($"GET /limits/polite?who={who}")));
        var refused = await app.Ask($"GET /limits/polite?who={who}");

        Assert.Equal((host is Host.Mapped ? 503 : 429, "Not now, please."), (refused.Status, refused.Body));
    }

    [Theory]
    [MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task A_limiter_knows_who_asks_and_sees_no_stranger(Host host)
    {
        await using var app = await Start(host);
        var name = $"Ann{Guid.NewGuid():N}";

        Assert.Equal($"200 {name}", Summary.Of(await app.Ask("GET /limits/mine", ("X-Name", name))));
        Assert.Equal(host is Host.Mapped ? 503 : 429, (await app.Ask("GET /limits/mine", ("X-Name", name))).Status);
        Assert.Equal(401, (await app.Ask("GET /limits/mine")).Status);
        Assert.Equal(401, (await app.Ask("GET /limits/mine")).Status);
    }

    [Theory]
    [MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task A_handler_that_takes_too_long_is_cancelled(Host host)
    {
        await using var app = await Start(host);
        var late = host is Host.Mapped ? "" : "The server did not answer this request in time.";

        Assert.Equal($"504 {late}", Summary.Of(await app.Ask("GET /timeouts/plain")));
        Assert.Equal($"504 {late}", Summary.Of(await app.Ask("GET /timeouts/named")));
        Assert.Equal($"503 {late}", Summary.Of(await app.Ask("GET /timeouts/busy")));
        Assert.Equal("418 Too late.", Summary.Of(await app.Ask("GET /timeouts/wordy")));
        Assert.Equal("200 True", Summary.Of(await app.Ask("GET /timeouts/quick")));
        Assert.Equal("504 ", Summary.Of(await app.Ask("GET /timeouts/own")));
    }

    [Theory]
    [MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task An_answer_is_given_again_until_it_is_evicted(Host host)
    {
        await using var app = await Start(host);
        var first = (await app.Ask("GET /cached")).Body;

        var again = await app.Ask("GET /cached");
        Assert.Equal((200, first), (again.Status, again.Body));
        Assert.NotNull(again.Headers.Age);

        var by = (await app.Ask("GET /cached/by/1?q=a")).Body;
        Assert.Equal(by, (await app.Ask("GET /cached/by/1?q=a&other=2")).Body);
        Assert.NotEqual(by, (await app.Ask("GET /cached/by/1?q=b")).Body);
        Assert.NotEqual(by, (await app.Ask("GET /cached/by/2?q=a")).Body);

        await app.Ask("POST /cached/evict/all");
        Assert.NotEqual(first, (await app.Ask("GET /cached")).Body);
        Assert.Equal(by, (await app.Ask("GET /cached/by/1?q=a")).Body);
        await app.Ask("POST /cached/evict/by");
        Assert.NotEqual(by, (await app.Ask("GET /cached/by/1?q=a")).Body);

        Assert.NotEqual((await app.Ask("GET /cached/never")).Body, (await app.Ask("GET /cached/never")).Body);
    }

    [Theory]
    [MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task A_stored_answer_knows_heads_and_conditions(Host host)
    {
        await using var app = await Start(host);
        await app.Ask("POST /cached/evict/all");

        var only = await app.Ask("GET /cached/tagged", ("Cache-Control", "only-if-cached"));
        Assert.Equal("504 No stored response to this request is available.", Summary.Of(only));
        var whole = await app.Ask("GET /cached/tagged");
        var same = await app.Ask("GET /cached/tagged", ("If-None-Match", "\"v1\""));
        var head = await app.Ask("HEAD /cached/tagged");

        Assert.Equal((304, ""), (same.Status, same.Body));
        Assert.Equal((200, whole.Headers.ETag), (head.Status, head.Headers.ETag));
    }

    [Theory]
    [MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task A_stored_answer_is_kept_from_whom_a_guard_refuses(Host host)
    {
        await using var app = await Start(host);
        await app.Ask("POST /cached/evict/all");
        var secret = await app.Ask("GET /cached/secret", ("X-Key", "42"));

        Assert.Equal(200, secret.Status);
        Assert.Equal("401 Authentication is required.", Summary.Of(await app.Ask("GET /cached/secret")));
        var again = await app.Ask("GET /cached/secret", ("X-Key", "42"));
        Assert.Equal(secret.Body, again.Body);
        Assert.NotNull(again.Headers.Age);
        Assert.Equal(401, (await app.Ask("GET /cached/secret", ("Cache-Control", "only-if-cached"))).Status);
        Assert.Equal(401, (await app.Ask("HEAD /cached/secret")).Status);
    }

    [Theory]
    [MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task A_request_that_no_key_can_stand_for_gets_its_own_answer(Host host)
    {
        await using var app = await Start(host);
        foreach (var text in (string[])["?x=%1E", "?%1f=1", "?x=1%1e2", "%1E", "%1F?x=1"])
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(n => app.Ask($"GET /cached/slow/{n}{text}")));
            Assert.Equal(["0", "1", "2", "3"], answers.Select(answer => answer.Body[..1]));
            Assert.Null((await app.Ask($"GET /cached/slow/0{text}")).Headers.Age);
        }

        await app.Ask("GET /cached/slow/5?x=%1Dx");
        Assert.NotNull((await app.Ask("GET /cached/slow/5?x=%1Dx")).Headers.Age);
    }

    [Theory]
    [MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task A_policy_as_an_attribute_of_its_own_caches_too(Host host)
    {
        await using var app = await Start(host);

        Assert.Equal((await app.Ask("GET /kept?q=1")).Body, (await app.Ask("GET /kept?q=1")).Body);
        Assert.NotEqual((await app.Ask("GET /kept?q=1")).Body, (await app.Ask("GET /kept?q=2")).Body);
    }

    [Theory]
    [InlineData("base")]
    [InlineData("group")]
    [InlineData("list")]
    [InlineData("early")]
    [InlineData("early base")]
    public async Task A_hosts_output_cache_comes_after_the_guards_wherever_it_is_asked_for(string where)
    {
        var builder = WebApplication.CreateBuilder(["--environment", "Production", "--urls", "http://127.0.0.1:0"]);
        builder.Services.AddSingleton<Calls>();
        builder.Services.AddOutputCache(cache =>
        {
            if (where.Contains("base"))
            {
                cache.AddBasePolicy(policy => policy.Cache());
            }
        });
        await using var app = builder.Build();
        app.UseOutputCache();
        if (where.StartsWith("early"))
        {
            app.UseRouting();
        }

        app.MapGet("/ordinary", (Calls calls) => $"ordinary {calls.Next()}").CacheOutput();
        var group = app.MapGroup("");
        if (where is "group")
        {
            group.CacheOutput();
        }

        var mapped = group.MapLitestar([Nearer.Locked, Nearer.Unlocked], options => options.Guard(context => context.Request.Headers["X-Key"] == "42"));
        if (where is "list" or "early")
        {
            mapped.CacheOutput();
        }

        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };
        foreach (var path in (string[])["/locked", "/unlocked"])
        {
            Assert.Equal((200, false), await Ask("42", path));
            Assert.Equal((401, false), await Ask(null, path));
            Assert.Equal((200, !where.StartsWith("early")), await Ask("42", path));
            Assert.Equal((401, false), await Ask(null, path));
        }

        await Ask(null, "/ordinary");
        Assert.Equal((200, !where.Equals("early")), await Ask(null, "/ordinary"));

        async Task<(int Status, bool IsStored)> Ask(string? key, string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("X-Key", key);
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            return ((int)answer.StatusCode, answer.Headers.Age is not null);
        }
    }

    [Theory]
    [InlineData("options")]
    [InlineData("class")]
    [InlineData("services")]
    [InlineData("after")]
    public async Task Base_policies_hold_however_they_are_configured(string how)
    {
        await using var app = await RunningApp.Start(Host.Memory, [Nearer.Unlocked], services =>
        {
            services.AddSingleton<Calls>().AddOutputCache();
            _ = how switch
            {
                "class" => services.ConfigureOptions<CacheAll>(),
                "services" => services.AddOptions<OutputCacheOptions>().Configure<Calls>((cache, _) => cache.AddBasePolicy(policy => policy.Cache())).Services,
                "after" => services.PostConfigure<OutputCacheOptions>(cache => cache.AddBasePolicy(policy => policy.Cache())),
                _ => services.Configure<OutputCacheOptions>(cache => cache.AddBasePolicy(policy => policy.Cache())),
            };
        });

        Assert.Equal((await app.Ask("GET /unlocked")).Body, (await app.Ask("GET /unlocked")).Body);
    }

    [Theory]
    [InlineData("app")]
    [InlineData("branch")]
    [InlineData("routed")]
    [InlineData("unknown")]
    public async Task An_output_cache_that_an_app_has_kept_stores_after_the_guards(string where)
    {
        var builder = LitestarApp.CreateBuilder(["--environment", "Production", "--urls", "http://127.0.0.1:0"]);
        builder.Services.AddSingleton<Calls>().AddOutputCache(cache => cache.AddBasePolicy(policy => policy.Cache()));
        builder.Handlers.Add([Nearer.Locked, Nearer.Unlocked]);
        builder.Options.Guard(context => context.Request.Headers["X-Key"] == "42");
        await using var app = builder.Build();
        _ = where switch
        {
            "app" => app.UseOutputCache(),
            "branch" => app.UseWhen(_ => true, branch => branch.UseOutputCache()),
            "routed" => app.UseRouting().UseOutputCache(),
            _ => app.WebApplication.UseOutputCache(),
        };
        app.Use((context, next) => context.Request.Path == "/middle" ? context.Response.WriteAsync("middle") : next(context));
        app.Map("/files/{*path}", (Calls calls) => $"file {calls.Next()}");
        app.MapGet("/private", (Calls calls) => $"private {calls.Next()}").CacheOutput(policy => policy.NoCache());
        app.MapGet("/ordinary", (Calls calls) => $"ordinary {calls.Next()}");
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };

        foreach (var path in (string[])["/locked", "/unlocked"])
        {
            Assert.Equal((200, false), await Ask("42", path));
            Assert.Equal((401, false), await Ask(null, path));
            Assert.Equal((200, where is not "unknown"), await Ask("42", path));
            Assert.Equal((401, false), await Ask(null, path));
        }

        // Of what no endpoint answers, middleware after it for instance, it is the cache.
        foreach (var (path, isStored) in ((string, bool)[])[("/ordinary", where is not "unknown"), ("/private", false), ("/files/a", where is not "unknown"), ("/middle", true)])
        {
            Assert.Equal((200, false), await Ask(null, path));
            Assert.Equal((200, isStored), await Ask(null, path));
        }

        Assert.Equal((404, false), await Ask(null, "/nowhere"));
        Assert.Equal((404, false), await Ask(null, "/nowhere"));

        async Task<(int Status, bool IsStored)> Ask(string? key, string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("X-Key", key);
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            return ((int)answer.StatusCode, answer.Headers.Age is not null);
        }
    }

    private sealed class CacheAll : IConfigureOptions<OutputCacheOptions>
    {
        public void Configure(OutputCacheOptions options) => options.AddBasePolicy(policy => policy.Cache());
    }

    [Theory]
    [MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task A_body_beyond_the_routes_limit_is_refused(Host host)
    {
        await using var app = await Start(host);
        const string TooLarge = "413 : The body is larger than the 16 bytes that are accepted.";

        Assert.Equal("201 16 bytes", Summary.Of(await app.Ask("POST /sizes/bytes 1234567890123456")));
        Assert.Equal(TooLarge, Summary.Of(await app.Ask("POST /sizes/bytes 12345678901234567")));
        Assert.Equal("201 Hi", Summary.Of(await app.Ask("POST /sizes/json {\"text\":\"Hi\"}")));
        Assert.Equal(TooLarge, Summary.Of(await app.Ask("POST /sizes/json {\"text\":\"Hello there\"}")));
        Assert.Equal("201 -1", Summary.Of(await app.Ask("POST /sizes/any x")));
        Assert.Equal(TooLarge, Summary.Of(await app.Ask("POST /sizes/secret 12345678901234567", ("X-Name", "Ann"))));
        Assert.Equal(401, (await app.Ask("POST /sizes/secret 12345678901234567")).Status);
    }

    [Theory]
    [InlineData(Host.Kestrel)]
    [InlineData(Host.Mapped)]
    public async Task A_body_of_unknown_length_is_refused_once_it_is_beyond_the_limit(Host host)
    {
        await using var app = await Start(host);
        var request = new HttpRequestMessage(HttpMethod.Post, "/sizes/bytes") { Content = new StreamContent(new MemoryStream(new byte[100])) };
        request.Headers.TransferEncodingChunked = true;

        Assert.Equal("413 : The body is larger than the 16 bytes that are accepted.", Summary.Of(await app.Ask(request)));
    }

    [Theory]
    [MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task A_form_from_elsewhere_is_refused_where_a_token_is_asked_for(Host host)
    {
        await using var app = await Start(host);
        const string Foreign = "400 : The form's antiforgery token is missing or not valid.";
        var page = await app.Ask("GET /tokens");
        var cookie = page.Headers.GetValues("Set-Cookie").Single().Split(';')[0];

        Assert.Equal(Foreign, Summary.Of(await app.Ask(Form("/tokens/form", "name=Ann"))));
        Assert.Equal("201 Hi, Ann", Summary.Of(await app.Ask(Form("/tokens/form", $"name=Ann&__RequestVerificationToken={Uri.EscapeDataString(page.Body)}", cookie))));
        Assert.Equal("201 Hi, Ann", Summary.Of(await app.Ask(Form("/tokens/form", "name=Ann", cookie, page.Body))));
        Assert.Equal(Foreign, Summary.Of(await app.Ask(Form("/tokens/form", "name=Ann", cookie, page.Body[..^4] + "AAAA"))));
        Assert.Equal(Foreign, Summary.Of(await app.Ask("POST /tokens/json {\"text\":\"Hi\"}")));
        Assert.Equal("201 Hi", Summary.Of(await app.Ask("POST /tokens/json {\"text\":\"Hi\"}", ("Cookie", cookie), ("X-Token", page.Body))));
        Assert.Equal("200 the form", Summary.Of(await app.Ask("GET /tokens/form")));
        Assert.Equal("413 : The body is larger than the 16 bytes that are accepted.", Summary.Of(await app.Ask(Form("/tokens/secret", "name=Ann567890123456", cookie))));
    }

    // In a web application of another kind the middleware is that of the host, and so is what becomes of its exceptions.
    [Theory]
    [MemberData(nameof(OurHosts))]
    public async Task A_charset_that_is_not_read_is_refused_before_the_token_is_looked_for(Host host)
    {
        await using var app = await Start(host);
        var cookie = (await app.Ask("GET /tokens")).Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        var form = Form("/tokens/form", "name=Ann", cookie);
        form.Content!.Headers.Remove("Content-Type");
        form.Content.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded; charset=utf-7");

        Assert.Equal("415 : The charset of the form or of one of its fields cannot be read.", Summary.Of(await app.Ask(form)));
    }

    [Theory]
    [MemberData(nameof(OurHosts))]
    public async Task An_answer_is_compressed_where_it_is_asked_for_and_accepted(Host host)
    {
        await using var app = await Start(host);

        Assert.Equal(["br"], (await app.Ask("GET /compressed", ("Accept-Encoding", "br"))).ContentHeaders.ContentEncoding);
        Assert.Equal(new string('a', 5000), (await app.Ask("GET /compressed")).Body);
        Assert.Empty((await app.Ask("GET /compressed/not", ("Accept-Encoding", "br"))).ContentHeaders.ContentEncoding);
        Assert.Empty((await app.Ask("GET /who", ("Accept-Encoding", "br"))).ContentHeaders.ContentEncoding);

        // One stored answer serves both.
        Assert.Equal(["gzip"], (await app.Ask("GET /compressed/cached", ("Accept-Encoding", "gzip"))).ContentHeaders.ContentEncoding);
        var plain = await app.Ask("GET /compressed/cached");
        Assert.NotNull(plain.Headers.Age);
        Assert.EndsWith("aaa", plain.Body);
    }

    [Theory]
    [MemberData(nameof(Matrix.Hosts), MemberType = typeof(Matrix))]
    public async Task Who_asks_is_known_to_every_handler_and_policies_say_who_may(Host host)
    {
        await using var app = await Start(host);

        Assert.Equal("200 nobody", Summary.Of(await app.Ask("GET /who")));
        Assert.Equal("200 Ann", Summary.Of(await app.Ask("GET /who", ("X-Name", "Ann"))));
        Assert.Equal("401 Authentication is required.", Summary.Of(await app.Ask("GET /doors")));
        Assert.Equal("403 Permission is denied.", Summary.Of(await app.Ask("GET /doors", ("X-Name", "Ann"))));
        Assert.Equal("200 inside", Summary.Of(await app.Ask("GET /doors", ("X-Name", "root"))));
        Assert.Equal("200 open to anyone", Summary.Of(await app.Ask("GET /doors/open")));
        Assert.Equal("200 open to Ann", Summary.Of(await app.Ask("GET /doors/open", ("X-Name", "Ann"))));
    }

    [Fact]
    public async Task What_a_group_of_the_host_says_is_outermost_and_the_nearest_has_the_last_word()
    {
        var builder = WebApplication.CreateBuilder(["--environment", "Production", "--urls", "http://127.0.0.1:0"]);
        builder.Services.AddPipelines();
        await using var app = builder.Build();
        app.UseCors();
        app.UseRateLimiter();
        app.MapGroup("/group").RequireCors("friends").RequireRateLimiting("two").WithTags("group")
            .MapLitestar([Pipelines.Cors.Anywhere, Nearer.Free, Nearer.Tags]);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new(app.Urls.First()) };

        client.DefaultRequestHeaders.Add("Origin", "https://anywhere.example");
        using var answer = await client.GetAsync("/group/cors/anywhere", TestContext.Current.CancellationToken);
        Assert.Equal(["https://anywhere.example"], answer.Headers.GetValues("Access-Control-Allow-Origin"));
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("free", await client.GetStringAsync("/group/free", TestContext.Current.CancellationToken));
        }

        Assert.Equal("group class", await client.GetStringAsync("/group/tags", TestContext.Current.CancellationToken));
    }

    [Theory]
    [MemberData(nameof(Matrix.OwnHosts), MemberType = typeof(Matrix))]
    public async Task A_list_asks_for_middleware_as_an_attribute_does(Host host)
    {
        await using var app = await Start(host, [HandlerList.Under("/in", [Nearer.Post, Nearer.Open], layer => layer.Metadata(new RequireAntiforgeryTokenAttribute(), new AuthorizeAttribute(), new RequestSizeLimitAttribute(5)))]);

        Assert.Equal("401 Authentication is required.", Summary.Of(await app.Ask("POST /in/post \"hi\"")));
        Assert.Equal("400 : The form's antiforgery token is missing or not valid.", Summary.Of(await app.Ask("POST /in/post \"hi\"", ("X-Name", "Ann"))));
        Assert.Equal("200 open", Summary.Of(await app.Ask("GET /in/open")));
    }

    [Fact]
    public async Task A_body_that_cannot_be_skipped_ends_the_connection_with_the_answer()
    {
        await using var app = await Start(Host.Kestrel, [Nearer.Closed]);
        for (var i = 0; i < 20; i++)
        {
            var refused = await app.Ask("POST /closed 12345678901234567");
            Assert.Equal((401, true), (refused.Status, refused.Headers.ConnectionClose));
            Assert.Equal(401, (await app.Ask("POST /closed 1")).Status);
        }
    }

    private static class Nearer
    {
        [Get("/locked")] public static string Locked(Calls calls) => $"{calls.Next()}";
        [Get("/unlocked")] public static string Unlocked(Calls calls) => $"{calls.Next()}";
        [Get("/free"), DisableRateLimiting] public static string Free() => "free";
        [Get("/tags"), Tags("class")] public static string Tags(HttpContext context) => string.Join(' ', context.GetEndpoint()!.Metadata.GetMetadata<ITagsMetadata>()!.Tags);
        [Post("/post")] public static string Post(string[] data) => "posted";
        [Get("/open"), AllowAnonymous] public static string Open() => "open";
        [Post("/closed"), RequestSizeLimit(10), Guard(nameof(No))] public static string Closed(byte[] body) => $"{body.Length}";
        private static bool No() => false;
    }

    private static Task<RunningApp> Start(Host host) => Start(host, [typeof(Pipelines)]);

    private static Task<RunningApp> Start(Host host, HandlerList handlers) => RunningApp.Start(host, handlers, services => services.AddPipelines(), middleware: web =>
    {
        web.UseCors();
        web.UseRequestTimeouts();
        web.UseAuthentication();
        web.UseAuthorization();
        web.UseRateLimiter();
        web.UseAntiforgery();
        web.UseOutputCache();
    });

    private static HttpRequestMessage Form(string path, string fields, string? cookie = null, string? token = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(fields, null, "application/x-www-form-urlencoded") };
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Token", token);
        }

        return request;
    }

    private static (string, string) Asks(string method) => ("Access-Control-Request-Method", method);

    private static string Cors(Answer answer) => $"{Header(answer, "Access-Control-Allow-Origin")} {Header(answer, "Access-Control-Expose-Headers")} {Summary.Of(answer)}";

    private static string Preflight(Answer answer) =>
        $"{answer.Status} {Header(answer, "Access-Control-Allow-Origin")} {Header(answer, "Access-Control-Allow-Methods")} {Header(answer, "Access-Control-Allow-Headers")}";

    private static string Header(Answer answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : "-";
}
