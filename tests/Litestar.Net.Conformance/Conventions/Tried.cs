using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Litestar.Conformance.Conventions;

/// <summary>One convention, tried in one place.</summary>
public static class Tried
{
    // What differs from run to run.
    private static readonly string[] Passing = ["Date", "Server", "Content-Length", "Transfer-Encoding", "Last-Modified", "ETag"];

    /// <summary>What each request has shown. Where the app does not start, that is all there is to see.</summary>
    public static async Task<Dictionary<string, Seen>> In(Place place, Convention convention)
    {
        var watch = new Watch();
        IHost app;
        try
        {
            app = place is Place.Own or Place.Kept ? Own(convention, watch, place is Place.Kept) : Web(convention, watch, place);
            watch.Measure(app.Services);
            await app.StartAsync();
        }
        catch (Exception rejection)
        {
            return new() { ["the start"] = new() { ["refused"] = rejection.Message } };
        }

        using (app)
        {
            var address = app is LitestarApp own ? own.Urls.First() : ((WebApplication)app).Urls.First();
            using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, ActivityHeadersPropagator = null }) { BaseAddress = new(address) };
            var all = new Dictionary<string, Seen>();
            foreach (var line in Situations.All.Concat(convention.Asks))
            {
                all.Add(line, await Ask(client, watch, line, convention.Headers));
            }

            await app.StopAsync();
            return all;
        }
    }

    private static async Task<Seen> Ask(HttpClient client, Watch watch, string line, (string, string)[] headers)
    {
        var seen = watch.Seen = [];
        using var request = Situations.Request(line, headers);
        var ended = Watch.End(request);
        try
        {
            using var answer = await client.SendAsync(request);
            seen.Note("status", $"{(int)answer.StatusCode}");
            foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => !Passing.Contains(header.Key)))
            {
                seen.Note(name, string.Join(", ", values.Select(value => name is "Set-Cookie" ? $"{value.Split('=')[0]};{value.Split(';', 2)[1]}" : value.Replace(client.BaseAddress!.Authority, "host", StringComparison.Ordinal))));
            }

            seen.Note("body", Body(answer.Content.Headers.ContentType?.MediaType, await answer.Content.ReadAsStringAsync()));
        }
        catch (HttpRequestException exception)
        {
            seen.Note("status", exception.HttpRequestError.ToString());
        }

        var activity = await Eventually.Ends(ended);
        seen.Note("activity", $"{activity.DisplayName} {activity.Status}");
        foreach (var (name, value) in activity.TagObjects.Where(tag => tag.Key is "http.route" or "error.type" or "http.response.status_code"))
        {
            seen.Note($"activity {name}", $"{value}");
        }

        return seen;
    }

    private static string Body(string? type, string body) =>
        type is "application/problem+json" ? $"problem {JsonNode.Parse(body)!["status"]}" : body.Length > 40 ? $"{body[..40]}…" : body;

    private static readonly string WebRoot = Files();

    private static string Files()
    {
        var folder = Directory.CreateTempSubdirectory("conventions").FullName;
        File.WriteAllText(Path.Combine(folder, "page.txt"), "page");
        File.WriteAllText(Path.Combine(folder, "index.html"), "index");
        File.WriteAllText(Path.Combine(folder, "ok"), "a file where a handler is");
        return folder;
    }

    private static WebApplication Web(Convention convention, Watch watch, Place place)
    {
        var builder = WebApplication.CreateSlimBuilder(Arguments);
        Prepare(builder.Services, builder.Logging, convention, watch);
        var app = builder.Build();
        convention.Middleware?.Invoke(app);
        convention.App?.Invoke(app);
        convention.Beside?.Invoke(app);
        var group = app.MapGroup("");
        if (place is not Place.Endpoints)
        {
            var mapped = group.MapLitestar(Handlers.List(convention.Only));
            convention.Endpoints?.Invoke(place is Place.Group ? group : mapped);
        }
        else
        {
            Handlers.Map(group, convention.Only);
            convention.Endpoints?.Invoke(group);
        }

        return app;
    }

    private static LitestarApp Own(Convention convention, Watch watch, bool isKept)
    {
        var builder = LitestarApp.CreateBuilder(Arguments);
        Prepare(builder.Services, builder.Logging, convention, watch);
        builder.Options.Metadata(convention.Adds().Metadata);
        builder.Handlers.Add(Handlers.List(convention.Only));
        var app = builder.Build();
        if (isKept)
        {
            convention.Middleware?.Invoke(app);
        }

        convention.App?.Invoke(app);
        convention.Beside?.Invoke(app);
        return app;
    }

    private static string[] Arguments => ["--urls", "http://127.0.0.1:0", "--environment", "Production", "--hostBuilder:reloadConfigOnChange", "false", "--webroot", WebRoot];

    private static void Prepare(IServiceCollection services, ILoggingBuilder logging, Convention convention, Watch watch)
    {
        logging.ClearProviders().AddProvider(watch);
        services.AddAuthentication("Name").AddScheme<AuthenticationSchemeOptions, NameScheme>("Name", null);
        services.AddAuthorization();
        services.AddSingleton<IStartupFilter>(new Around(watch, [.. convention.Adds().Metadata.Select(item => item.GetType())]));
        convention.Services?.Invoke(services);
    }

    // Around the whole of the app: what has answered bears, or bears not, what the convention has said.
    private sealed class Around(Watch watch, Type[] said) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, inner) =>
            {
                try
                {
                    await inner(context);
                }
                finally
                {
                    if (context.GetEndpoint() is { } endpoint && Array.Exists(said, type => endpoint.Metadata.Any(type.IsInstanceOfType)))
                    {
                        watch.Seen["metadata"] = "as said";
                    }
                }
            });
            next(app);
        };
    }
}
