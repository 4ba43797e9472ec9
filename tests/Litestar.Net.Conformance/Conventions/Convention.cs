using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Conformance.Conventions;

/// <summary>A convention of ASP.NET Core, with all that it takes to see it at work.</summary>
/// <param name="Name">The method with the types of its parameters, <c>RequireHost(String[])</c>.</param>
public sealed record Convention(string Name)
{
    /// <summary>The call on a group, on an endpoint, on the return value of <c>MapLitestar</c>. A <c>LitestarApp</c> has the same metadata on its outermost layer.</summary>
    public Action<IEndpointConventionBuilder>? Endpoints { get; init; }

    /// <summary>The call on an application, a <c>LitestarApp</c> included.</summary>
    public Action<IApplicationBuilder>? App { get; init; }

    /// <summary>The middleware that the convention needs, which a <c>LitestarApp</c> brings by itself.</summary>
    public Action<IApplicationBuilder>? Middleware { get; init; }

    public Action<IServiceCollection>? Services { get; init; }

    /// <summary>Ordinary endpoints beside the handlers: the page of an error, for instance.</summary>
    public Action<IEndpointRouteBuilder>? Beside { get; init; }

    /// <summary>The headers of every request.</summary>
    public (string Name, string Value)[] Headers { get; init; } = [];

    /// <summary>Requests beside those that every convention is asked, as <see cref="Situations"/> writes them.</summary>
    public string[] Asks { get; init; } = [];

    /// <summary>The only handler that is there; null for all.</summary>
    public string? Only { get; init; }

    /// <summary>Whether it says nothing that a request shows, apart from the endpoint's metadata.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>The metadata that the call adds, and whether it does something else as well, which only an endpoint of ASP.NET Core's can have.</summary>
    public (object[] Metadata, bool IsMore) Adds()
    {
        var probe = new Probe();
        Endpoints?.Invoke(probe);
        var builder = new RouteEndpointBuilder(_ => Task.CompletedTask, RoutePatternFactory.Parse("/"), 0);
        probe.Conventions.ForEach(convention => convention(builder));
        return ([.. builder.Metadata], builder.FilterFactories.Count > 0 || builder.Order is not 0 || builder.DisplayName is not null);
    }

    public override string ToString() => Name;

    private sealed class Probe : IEndpointConventionBuilder
    {
        public List<Action<EndpointBuilder>> Conventions { get; } = [];

        public void Add(Action<EndpointBuilder> convention) => Conventions.Add(convention);

        public void Finally(Action<EndpointBuilder> finallyConvention) => Conventions.Add(finallyConvention);
    }
}
