using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Litestar.Benchmarks.Contestants;

/// <summary>Litestar.Net as its README shows it.</summary>
internal static class LitestarNet
{
    public static IHost Build(string[] args, Action<IServiceCollection> services)
    {
        var builder = LitestarApp.CreateBuilder(args);
        builder.Logging.ClearProviders();
        services(builder.Services);
        builder.Handlers.Add([typeof(Handlers)]);
        return builder.Build();
    }

    private static class Handlers
    {
        [Get("/greet")]
        public static string Greet(string name) => $"Hi, {name}!";

        [Get("/json")]
        public static Message Json() => new("Hello, World!", 42);

        [Get("/users/{id:int}")]
        public static User Find(int id, bool active, string[] tags) => new(id, active, tags);

        [Post("/orders")]
        public static Receipt Order(Order order) => new(7, order.Lines.Sum(line => line.Quantity));

        [Post("/signups")]
        public static Receipt Sign(Signup signup) => new(7, signup.Wishes.Sum(wish => wish.Quantity));

        [Guard(nameof(IsSignedIn)), Provide(nameof(Who))]
        [Get("/me")]
        public static Caller Me(Caller caller) => caller;

        [Get("/wait")]
        public static async Task<Message> Wait()
        {
            await Task.Delay(10);
            return Json();
        }

        [Get("/block", Blocking = true)]
        public static Message Block()
        {
            Thread.Sleep(10);
            return Json();
        }

        [Post("/bodies", Status = 200)]
        public static Receipt Count(Order order) => Order(order);

        [Get("/lists/{count:int}")]
        public static IReadOnlyList<Line> List(int count) => Line.Many(count);

        [Get("/streams/{count:int}")]
        public static IAsyncEnumerable<Line> Stream(int count) => Line.Stream(count);

        private static bool IsSignedIn(HttpContext context) => Caller.IsSignedIn(context);

        private static Caller Who(HttpContext context) => Caller.Of(context);
    }
}
