namespace Litestar.Pipeline;

/// <summary>The parts of a route's pipeline in the order in which a request passes them.</summary>
/// <remarks>Start-up builds from it, the check of a host reads it, <c>explain</c> prints it, and a test compares it with <c>docs/reference/pipeline.md</c>.</remarks>
internal static class PipelineOrder
{
    /// <summary>The middleware of lists and attributes.</summary>
    public static readonly PipelinePart Middleware = new("middleware of the layers");

    /// <summary>The guards of lists and attributes.</summary>
    public static readonly PipelinePart Guards = new("guards");

    /// <summary>The limit that a route sets for the server.</summary>
    public static readonly PipelinePart BodySize = new("body size");

    /// <summary>The step of <see cref="AntiforgeryStep"/>, which a host's own middleware prepares.</summary>
    public static readonly PipelinePart Antiforgery = new("antiforgery") { Step = AntiforgeryStep.For };

    /// <summary>The step of <see cref="OutputCacheStep"/>, which is taken from a host's own middleware.</summary>
    public static readonly PipelinePart OutputCache = new("output cache") { Step = OutputCacheStep.For };

    private static readonly PipelinePart Authentication = new("authentication") { Step = static (_, steps) => AuthenticationStep.For(steps) };

    private static readonly PipelinePart Authorization = new("authorization") { Step = AuthorizationStep.For };

    private static readonly PipelinePart[] Parts =
    [
        // Outermost: scripts of another origin can read a rejection only with these headers.
        new("CORS") { Step = CorsStep.For },
        new("timeout") { Step = TimeoutStep.For },
        Authentication,
        Authorization,
        // After authorization, as in a WebApplication: a limit for each user never gets an anonymous caller.
        new("rate limit") { Step = RateLimitingStep.For },
        BodySize,
        new("steps before the guards") { RouteSteps = RouteStepPlace.BeforeGuards },
        Middleware,
        // Before all that reads the body, and before the output cache: a caller whom a guard rejects gets no stored response.
        Guards,
        new("steps after the guards") { RouteSteps = RouteStepPlace.AfterGuards },
        Antiforgery,
        OutputCache,
        new("steps before binding") { RouteSteps = RouteStepPlace.BeforeBinding },
        new("binding, handler"),
    ];

    /// <summary>All parts.</summary>
    public static ReadOnlySpan<PipelinePart> All => Parts;

    /// <summary>The parts before the middleware of the layers.</summary>
    public static ReadOnlySpan<PipelinePart> BeforeLayers => All[..IndexOf(Middleware)];

    /// <summary>The parts of an ordinary endpoint before its authorization; middleware of the app authenticates and authorizes it.</summary>
    public static ReadOnlySpan<PipelinePart> BeforeAuthorization => All[..IndexOf(Authentication)];

    /// <summary>The parts of an ordinary endpoint after its authorization.</summary>
    public static ReadOnlySpan<PipelinePart> AfterAuthorization => All[(IndexOf(Authorization) + 1)..];

    private static int IndexOf(PipelinePart part)
    {
        var at = 0;
        while (Parts[at] != part)
        {
            at++;
        }

        return at;
    }
}
