using Carter;

namespace Litestar.Benchmarks.Contestants;

/// <summary>Carter as its documentation shows it: modules that map minimal APIs.</summary>
internal static class CarterModules
{
    public static IHost Build(string[] args, Action<IServiceCollection> services)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.ClearProviders();
        services(builder.Services);
        Minimal.Add(builder.Services);
        builder.Services.AddCarter(configurator: carter => carter.WithModule<BenchmarkModule>().WithEmptyValidators());
        var app = builder.Build();
        app.MapCarter();
        return app;
    }
}

public sealed class BenchmarkModule : ICarterModule
{
    public void AddRoutes(IEndpointRouteBuilder app) => Minimal.Map(app);
}
