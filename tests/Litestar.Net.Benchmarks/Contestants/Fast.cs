using FastEndpoints;

namespace Litestar.Benchmarks.Contestants;

/// <summary>FastEndpoints as its documentation shows it: one class for each endpoint, JSON made at compile time.</summary>
internal static class Fast
{
    public static IHost Build(string[] args, Action<IServiceCollection> services)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        services(builder.Services);
        builder.Services.AddFastEndpoints(options => options.DisableAutoDiscovery = false);
        var app = builder.Build();
        app.UseFastEndpoints(config => config.Serializer.Options.TypeInfoResolverChain.Insert(0, ContractsJson.Default));
        return app;
    }
}

public sealed class GreetRequest
{
    [QueryParam]
    public required string Name { get; set; }
}

public sealed class GreetEndpoint : Endpoint<GreetRequest>
{
    public override void Configure()
    {
        Get("/greet");
        AllowAnonymous();
    }

    public override Task HandleAsync(GreetRequest request, CancellationToken aborted) =>
        Send.StringAsync($"Hi, {request.Name}!", contentType: "text/plain; charset=utf-8", cancellation: aborted);
}

public sealed class JsonEndpoint : EndpointWithoutRequest<Message>
{
    public override void Configure()
    {
        Get("/json");
        AllowAnonymous();
    }

    public override Task HandleAsync(CancellationToken aborted) => Send.OkAsync(new Message("Hello, World!", 42), aborted);
}

public sealed class UserRequest
{
    [RouteParam]
    public int Id { get; set; }

    [QueryParam]
    public bool Active { get; set; }

    [QueryParam]
    public required string[] Tags { get; set; }
}

public sealed class UserEndpoint : Endpoint<UserRequest, User>
{
    public override void Configure()
    {
        Get("/users/{id:int}");
        AllowAnonymous();
    }

    public override Task HandleAsync(UserRequest request, CancellationToken aborted) => Send.OkAsync(new User(request.Id, request.Active, request.Tags), aborted);
}

public sealed class OrderEndpoint : Endpoint<Order, Receipt>
{
    public override void Configure()
    {
        Post("/orders");
        AllowAnonymous();
    }

    public override Task HandleAsync(Order order, CancellationToken aborted) =>
        Send.ResponseAsync(new Receipt(7, order.Lines.Sum(line => line.Quantity)), 201, aborted);
}
