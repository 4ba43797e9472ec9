using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Conformance.Apps;

/// <summary>Every app of the suite side by side, and the services they ask for.</summary>
public static class All
{
    public static HandlerList Handlers => [typeof(Results), typeof(Sources), typeof(Failures), typeof(Groups), typeof(Forms), typeof(Checked.Rules), typeof(Checked.Bookings)];

    public static IServiceCollection AddConformance(this IServiceCollection services) => services
        .AddSingleton<Counter>()
        .AddSingleton<Checked.IStock, Checked.Stock>()
        .AddScoped<IClock>(_ => new FixedClock("noon"))
        .AddKeyedSingleton<IClock>("utc", new FixedClock("utc noon"));
}
