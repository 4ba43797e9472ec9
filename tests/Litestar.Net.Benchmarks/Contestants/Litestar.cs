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

        [Post("/signups")]
        public static Receipt Sign(Signup signup) => new(7, signup.Wishes.Sum(wish => wish.Quantity));

        [Post("/orders")]
        public static Receipt Order(Order order) => new(7, order.Lines.Sum(line => line.Quantity));
    }
}
