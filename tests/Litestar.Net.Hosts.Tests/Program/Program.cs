using Litestar.Hosts;

// One program, put together in four ways: its arguments say which.
switch (args.Select(arg => arg.Split("--kind=")).FirstOrDefault(parts => parts is ["", _])?[1])
{
    case "list":
        LitestarApp.Create([Hello, typeof(Facts)], args).Run();
        break;
    case "bare":
        LitestarApp.Create([Hello, typeof(Facts)]).Run();
        break;
    case "mapped":
        var mapped = WebApplication.CreateBuilder(args);
        mapped.Services.AddSingleton<Greeter>();
        var web = mapped.Build();
        web.MapLitestar([Hello, typeof(Facts), typeof(Greetings)]);
        web.Run();
        break;
    case "underneath":
        LitestarApp.CreateBuilder(args).WebApplicationBuilder.Build().Run();
        break;
    case "run underneath":
        LitestarApp.Create([Hello], args).WebApplication.Run();
        break;
    case "defaults":
        var defaults = LitestarApp.CreateBuilder(args);
        defaults.AddServiceDefaults();
        defaults.Handlers.Add([Hello, typeof(Calls)]);
        var app = defaults.Build();
        app.WebApplication.MapDefaultEndpoints();
        await app.RunAsync();
        break;
    default:
        var builder = LitestarApp.CreateBuilder(args);
        builder.Services.AddSingleton<Greeter>();
        builder.Handlers.Add([Hello, typeof(Facts), typeof(Greetings)]);
        builder.Build().Run();
        break;
}

[Get("/hello/{name}")]
static string Hello(string name) => $"Hello, {name}!";

namespace Litestar.Hosts
{
    [Path("/facts")]
    public static class Facts
    {
        [Get]
        public static Told Read(IConfiguration configuration, IHostEnvironment environment) => new(environment.EnvironmentName, environment.ContentRootPath, configuration["Setting"]);
    }

    [Path("/greetings")]
    public static class Greetings
    {
        [Get]
        public static string Read(Greeter greeter) => greeter.Greet();
    }

    [Path("/calls")]
    public static class Calls
    {
        [Get]
        public static async Task<string> Read(IHttpClientFactory clients) => await clients.CreateClient().GetStringAsync("http://backend/hello/Ann");
    }

    public record Told(string Environment, string ContentRoot, string? Setting);

    public class Greeter
    {
        public virtual string Greet() => "Hi.";
    }
}
