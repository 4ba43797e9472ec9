using Microsoft.AspNetCore.Http;

namespace Litestar.Conformance.Apps;

/// <summary>Handlers whose default status a layer has made 200, and those that have a status of their own.</summary>
public static class ByMethod
{
    public static HandlerList Handlers => [
        HandlerList.Under("/plain", [typeof(Plain), typeof(Off)], layer => layer.StatusByMethod(false)),
        HandlerList.Under("/own", [typeof(Plain), typeof(Off)]),
        HandlerList.Under("/on", [typeof(Plain)], layer => layer.Metadata(new StatusByMethodAttribute())),
    ];

    [Path("/by-method")]
    public static class Plain
    {
        [Post] public static string Make() => "made";
        [Post("/nothing")] public static void MakeNothing() { }
        [Delete] public static void Remove() { }
        [Delete("/later")] public static async Task RemoveLater() => await Task.Yield();
        [Delete("/response")] public static Response RemoveResponse() => new();
        [Delete("/body")] public static Task RemoveBody(HttpResponse response) => response.WriteAsync("gone");
        [Post("/own", Status = 202), Get("/own")] public static string Own() => "own";
        [Post("/response")] public static Response<string> Answered() => new("text");
        [Post("/chosen")] public static Response<string> Chosen() => new("text") { Status = 203 };
        [Post("/result")] public static IResult Result() => TypedResults.Text("text");
        [Post("/set")] public static string Set(HttpResponse response) { response.StatusCode = 206; return "set"; }
        [Post("/hooked"), After(nameof(Note))] public static string Hooked() => "hooked";
        [Delete("/hooked"), After(nameof(Note))] public static void HookedNothing() { }
        [Post("/again"), StatusByMethod] public static string Again() => "again";

        public static void Note(HttpResponse response) => response.Headers["X-Status"] = $"{response.StatusCode}";
    }

    [Path("/off"), StatusByMethod(false)]
    public static class Off
    {
        [Post] public static string Make() => "made";

        [StatusByMethod]
        public static class On
        {
            [Post("/on")] public static string Make() => "made";
        }
    }
}
