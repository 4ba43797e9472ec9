namespace Litestar.Benchmarks.Contestants;

/// <summary>Minimal APIs as their documentation says is fastest: slim builder, request delegate generator, JSON made at compile time.</summary>
internal static class Minimal
{
    public static IHost Build(string[] args, Action<IServiceCollection> services) => Build(args, services, validates: false);

    /// <summary>The same with <c>AddValidation</c>, which sends every endpoint of the app through the filters, checked or not; so it is asked for what is checked only.</summary>
    public static IHost BuildValidating(string[] args, Action<IServiceCollection> services) => Build(args, services, validates: true);

    private static IHost Build(string[] args, Action<IServiceCollection> services, bool validates)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        services(builder.Services);
        Add(builder.Services);
        if (validates)
        {
            builder.Services.AddValidation();
        }

        var app = builder.Build();
        Map(app);
        return app;
    }

    public static void Add(IServiceCollection services) => services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, ContractsJson.Default));

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/greet", (string name) => $"Hi, {name}!");
        app.MapGet("/json", () => new Message("Hello, World!", 42));
        app.MapGet("/users/{id:int}", (int id, bool active, string[] tags) => new User(id, active, tags));
        app.MapPost("/orders", (Order order) => TypedResults.Created((string?)null, new Receipt(7, Quantity(order))));
        app.MapPost("/signups", (Signup signup) => TypedResults.Created((string?)null, new Receipt(7, Quantity(signup))));
        app.MapGet("/me", (HttpContext context) => Caller.Of(context))
            .AddEndpointFilter((context, next) => Caller.IsSignedIn(context.HttpContext) ? next(context) : ValueTask.FromResult<object?>(TypedResults.Unauthorized()));
        app.MapGet("/wait", async () =>
        {
            await Task.Delay(10);
            return new Message("Hello, World!", 42);
        });
        app.MapGet("/block", () =>
        {
            Thread.Sleep(10);
            return new Message("Hello, World!", 42);
        });
        app.MapPost("/bodies", (Order order) => new Receipt(7, Quantity(order)));
        app.MapGet("/lists/{count:int}", (int count) => Line.Many(count));
        app.MapGet("/streams/{count:int}", (int count) => Line.Stream(count));
    }

    private static int Quantity(Signup signup) => signup.Wishes.Sum(wish => wish.Quantity);

    private static int Quantity(Order order) => order.Lines.Sum(line => line.Quantity);
}
