using FastEndpoints;
using FluentValidation;

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

public sealed class SignedInProcessor : IPreProcessor<EmptyRequest>
{
    public Task PreProcessAsync(IPreProcessorContext<EmptyRequest> context, CancellationToken aborted) =>
        Caller.IsSignedIn(context.HttpContext) ? Task.CompletedTask : context.HttpContext.Response.SendUnauthorizedAsync(aborted);
}

public sealed class MeEndpoint : EndpointWithoutRequest<Caller>
{
    public override void Configure()
    {
        Get("/me");
        AllowAnonymous();
        PreProcessors(new SignedInProcessor());
    }

    public override Task HandleAsync(CancellationToken aborted) => Send.OkAsync(Caller.Of(HttpContext), aborted);
}

/// <summary>The same as <see cref="Signup"/>, with the checks in a validator instead.</summary>
public sealed record FastSignup(string Name, string Email, int Age, List<FastWish> Wishes);

public sealed record FastWish(string Sku, int Quantity);

public sealed class FastSignupValidator : Validator<FastSignup>
{
    public FastSignupValidator()
    {
        RuleFor(signup => signup.Name).NotEmpty().Length(2, 40);
        RuleFor(signup => signup.Email).NotEmpty().EmailAddress();
        RuleFor(signup => signup.Age).InclusiveBetween(18, 120);
        RuleFor(signup => signup.Wishes).NotNull().Must(wishes => wishes.Count is >= 1 and <= 20);
        RuleForEach(signup => signup.Wishes).ChildRules(wish =>
        {
            wish.RuleFor(one => one.Sku).NotEmpty().MaximumLength(20);
            wish.RuleFor(one => one.Quantity).InclusiveBetween(1, 99);
        });
    }
}

public sealed class SignupEndpoint : Endpoint<FastSignup, Receipt>
{
    public override void Configure()
    {
        Post("/signups");
        AllowAnonymous();
    }

    public override Task HandleAsync(FastSignup signup, CancellationToken aborted) =>
        Send.ResponseAsync(new Receipt(7, signup.Wishes.Sum(wish => wish.Quantity)), 201, aborted);
}
