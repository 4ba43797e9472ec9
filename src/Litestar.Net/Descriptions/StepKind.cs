namespace Litestar;

/// <summary>The kinds of steps, in the order in which they run.</summary>
public enum StepKind
{
    /// <summary>A header that is set on every response.</summary>
    ResponseHeader,

    /// <summary>ASP.NET Core's own middleware, before or after the guards, or an endpoint filter of the host, before the handler.</summary>
    AspNetCore,

    /// <summary>Middleware of an <see cref="IRouteStep"/>, at its <see cref="RouteStepPlace"/>.</summary>
    RouteStep,

    /// <summary>A function that wraps all steps after it.</summary>
    Middleware,

    /// <summary>A function that lets the request pass or rejects it.</summary>
    Guard,

    /// <summary>A function before the arguments are read.</summary>
    Before,

    /// <summary>
    /// The binding of arguments from the request: those of a function and of its providers, which run after it. Without
    /// providers, the function's own step includes it.
    /// </summary>
    Bind,

    /// <summary>
    /// A function that provides an argument. It runs before the first function that needs it, and after the arguments
    /// of both are read.
    /// </summary>
    Provider,

    /// <summary>The handler: its arguments are bound, and it is called.</summary>
    Handler,

    /// <summary>A function after the handler, before the first byte.</summary>
    After,

    /// <summary>The code after a provider's <c>yield</c>, before the first byte.</summary>
    Commit,

    /// <summary>A function after the last byte.</summary>
    AfterResponse,

    /// <summary>A function that answers an exception of any other step.</summary>
    ErrorHandler,
}
