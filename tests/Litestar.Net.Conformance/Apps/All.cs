using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Conformance.Apps;

/// <summary>Every app of the suite side by side, and the services they ask for.</summary>
public static class All
{
    public static HandlerList Handlers => [typeof(Results), typeof(Answered), typeof(Sources), typeof(Json.Bodies), typeof(Json.Shelves), typeof(Failures), typeof(Groups), typeof(Forms), typeof(Boxes), typeof(Texts), typeof(Checked.Rules), typeof(Checked.Bookings), typeof(Checked.Judged), typeof(Pipelines), typeof(Typed), typeof(Endings), typeof(EndingsRead), typeof(Flows), typeof(Bounds.Bounded), typeof(Families.Inherited), typeof(Spaces), typeof(ServiceLists), typeof(Hidden.Validated), typeof(Arrivals), typeof(Copies), typeof(Shapes.Json.Bodies), typeof(Shapes.FormObjects.FormBodies), typeof(Shapes.LayerFunctions.Layered), typeof(Shapes.NamesOfOthers.Named), typeof(Presences.Lax), typeof(Presences.Strict), Errors.Caught.Handlers, ByMethod.Handlers, Stepped.Handlers, ..Layers];

    /// <summary>The apps of guards, providers and hooks.</summary>
    public static HandlerList Layers => [typeof(Layered.Journals), typeof(Layered.Corridor), typeof(Layered.Lifetimes), typeof(Layered.Doors), typeof(Layered.Owners), typeof(Layered.Answering), typeof(Layered.Leaving), typeof(Layered.Stress), typeof(Layered.Ledgers), typeof(Layered.Wraps)];

    public static IServiceCollection AddConformance(this IServiceCollection services) => services
        .AddPipelines()
        .AddSingleton<Counter>()
        .AddSingleton<Units>()
        .AddSingleton<Errors.Sightings>()
        .AddSingleton<Layered.Journal>()
        .AddSingleton<Layered.Ledger>()
        .AddSingleton<Layered.SharedThing>()
        .AddScoped<Layered.ScopedThing>()
        .AddSingleton<Checked.IStock, Checked.Stock>()
        .AddSingleton<IPart>(new Part("a"))
        .AddSingleton<IPart>(new Part("b"))
        .AddSingleton(new Part("c"))
        .AddScoped<IClock>(_ => new FixedClock("noon"))
        .AddKeyedSingleton<IClock>("utc", new FixedClock("utc noon"));
}
