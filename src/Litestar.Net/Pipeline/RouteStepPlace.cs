namespace Litestar;

/// <summary>The places in the pipeline of a route where an <see cref="IRouteStep"/> can run.</summary>
public enum RouteStepPlace
{
    /// <summary>After ASP.NET Core's steps before the guards, such as authorization and rate limits, and before the middleware of the layers.</summary>
    /// <remarks>An exception of what follows is a response already: the step sees its status.</remarks>
    BeforeGuards,

    /// <summary>After the guards, and before antiforgery and the output cache: it runs for stored responses too.</summary>
    /// <remarks>An exception of what follows passes through the step.</remarks>
    AfterGuards,

    /// <summary>After the output cache and before the arguments are bound: it runs only where the handler can be called.</summary>
    /// <remarks>An exception of what follows passes through the step.</remarks>
    BeforeBinding,
}
