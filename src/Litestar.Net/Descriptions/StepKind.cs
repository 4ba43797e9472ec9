namespace Litestar;

/// <summary>The things that a request may pass, in the order in which they come.</summary>
public enum StepKind
{
    /// <summary>A header that is set on every answer.</summary>
    ResponseHeader,

    /// <summary>Middleware of ASP.NET Core's own, before the guards or after them, or an endpoint filter of the host, before the handler.</summary>
    AspNetCore,

    /// <summary>A function around all that follows.</summary>
    Middleware,

    /// <summary>A function that lets the request pass, or not.</summary>
    Guard,

    /// <summary>A function before the arguments are read.</summary>
    Before,

    /// <summary>Arguments are read from the request: those of a function and of the providers that it asks for, which run after it. Where no provider runs, the function's own step stands for it.</summary>
    Bind,

    /// <summary>A function that makes an argument. It runs before the function that asks for it first, and after the arguments of both are read.</summary>
    Provider,

    /// <summary>The handler: its arguments are read, and it is called.</summary>
    Handler,

    /// <summary>A function behind the handler, before the first byte.</summary>
    After,

    /// <summary>What stands behind the <c>yield</c> of a provider, before the first byte.</summary>
    Commit,

    /// <summary>A function after the last byte.</summary>
    AfterResponse,

    /// <summary>A function that answers an exception thrown anywhere on the way.</summary>
    ErrorHandler,
}
