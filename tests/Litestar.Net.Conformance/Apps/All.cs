using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Conformance.Apps;

/// <summary>Every app of the suite side by side, and the services they ask for.</summary>
public static class All
{
    public static HandlerList Handlers => [typeof(Results), typeof(Sources), typeof(Failures)];

    public static IServiceCollection AddConformance(this IServiceCollection services) => services
        .AddSingleton<Counter>()
        .AddScoped<IClock>(_ => new FixedClock("noon"))
        .AddKeyedSingleton<IClock>("utc", new FixedClock("utc noon"));
}
