using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Litestar.Testing.Tests;

internal interface IClock
{
    string Time { get; }
}

internal sealed class Clock(string time) : IClock, IDisposable
{
    public string Time { get; } = time;

    public int Disposed { get; private set; }

    public void Dispose() => Disposed++;
}

internal enum Size { Small, Large }

internal sealed record Box(string Name, Size Size);

internal static class Handlers
{
    [Get("/greet")]
    public static string Greet(string name) => $"Hi, {name}!";

    [Get("/time")]
    public static string Time(IClock clock) => clock.Time;

    [Get("/setting")]
    public static string Setting(IConfiguration configuration, IHostEnvironment environment) => $"{environment.EnvironmentName} {configuration["Colour"]}";

    [Post("/boxes")]
    public static Box Keep(Box box) => box;

    [Get("/boxes/default")]
    public static Box DefaultBox() => new("default", Size.Small);

    [Put("/boxes/{name}"), Patch("/boxes/{name}")]
    public static Box Replace(string name, Box box) => box with { Name = name };

    [Delete("/boxes/{name}")]
    public static void Remove(string name) => _ = name;

    [Get("/sign-in")]
    public static void SignIn(string name, HttpResponse response) => response.Cookies.Append("user", name);

    [Get("/who-am-i")]
    public static string WhoAmI([FromCookie] string user = "nobody") => user;

    [Get("/cookies")]
    public static string AllCookies(HttpRequest request) => string.Join(", ", request.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

    [Get("/echo/{text}")]
    public static string Echo(string text) => text;

    [Get("/old")]
    public static IResult Old() => TypedResults.Redirect("/greet?name=Bob");

    [Get("/fail")]
    public static string Fail() => throw new InvalidTimeZoneException("out of order");
}
