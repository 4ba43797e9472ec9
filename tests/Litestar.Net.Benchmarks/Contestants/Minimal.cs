namespace Litestar.Benchmarks.Contestants;

/// <summary>Minimal APIs as their documentation says is fastest: slim builder, request delegate generator, JSON made at compile time, and validation by <c>AddValidation</c>.</summary>
internal static class Minimal
{
    public static IHost Build(string[] args, Action<IServiceCollection> services)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        services(builder.Services);
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, ContractsJson.Default));
        builder.Services.AddValidation();
        var app = builder.Build();
        app.MapGet("/greet", (string name) => $"Hi, {name}!");
        app.MapGet("/json", () => new Message("Hello, World!", 42));
        app.MapGet("/users/{id:int}", (int id, bool active, string[] tags) => new User(id, active, tags));
        app.MapPost("/orders", (Order order) => TypedResults.Created((string?)null, new Receipt(7, Quantity(order))));
        app.MapPost("/signups", (Signup signup) => TypedResults.Created((string?)null, new Receipt(7, Quantity(signup))));
        return app;
    }

    private static int Quantity(Signup signup) => signup.Wishes.Sum(wish => wish.Quantity);

    private static int Quantity(Order order) => order.Lines.Sum(line => line.Quantity);
}
