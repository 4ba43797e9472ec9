namespace Litestar.Conformance.Conventions;

/// <summary>Everything that is meant to differ, in the order of the page. A difference that none of these explains is a fault.</summary>
public static class Meanings
{
    private const string Nothing = "nothing";

    public static readonly Meaning[] All =
    [
        // Of every handler.
        new("`RequireHost`", "Under another host name the response is 404. ASP.NET Core's router checks the method first.", found => found.IsAround("RequireHost") && IsOther(found)),
        new("anything", "Every error has the same body.", found => found.Handler.StartsWith("problem ", StringComparison.Ordinal) || found is { Name: "Content-Type", Handler: "application/problem+json" }),
        new(Nothing, "HEAD is served like GET, without the body.", found => found.Asked is "HEAD /ok"),
        new(Nothing, "OPTIONS returns the methods of the path, and every `Allow` lists all of them.", found => found.Is("Allow") || (IsOther(found) && found.Is("status", "metric duration"))),
        new("anything", "An unforeseen exception is handled in the route: headers that are already set are kept, and log, trace and metrics have the exception. For an endpoint, Kestrel handles it and clears the headers.", found => found.Asked.StartsWith("GET /broken", StringComparison.Ordinal) && (found.Endpoint.Length is 0 || found.Is("activity", "log Kestrel", "log ResponseCachingMiddleware", "log OutputCacheMiddleware"))),
        new(Nothing, "The handler throws its 409; the endpoint returns a result, which logs.", found => found.Asked.StartsWith("GET /taken", StringComparison.Ordinal) && found.Is("log ConflictObjectResult")),
        new("`UseStatusCodePages`, `…WithRedirects`, `…WithReExecute`", "They fill responses without a body; an error has one. `OPTIONS` is not an error.", found => found.IsAround("UseStatusCodePages")),
        new("`UseResponseCaching`", "An exception or a rejection removes the `Cache-Control`.", found => found.IsAround("UseResponseCaching") && (found.Is("Cache-Control") || found.Asked.StartsWith("GET /taken", StringComparison.Ordinal))),
        new("`CacheOutput`, `UseOutputCache`", "The route has its own cache, which stores responses after the guards, and never an exception. The host's cache is off for it.", found => found.IsAround("CacheOutput", "UseOutputCache")),
        new("`WithFormMappingOptions`, `DisableValidation`", "Generated code reads a handler's form and checks its rules. A handler with either rejects the convention, and the message names the remedy: `WithFormOptions` or `[RequestFormLimits]`, `[SkipValidation]`.", found => found.IsAround("WithFormMappingOptions", "DisableValidation")),
        new("`WithFormOptions`", "A form above a limit is a 413, and the connection ends.", found => found.IsAround("WithFormOptions")),

        // In a LitestarApp.
        new("`AddEndpointFilter`, `AddEndpointFilterFactory`", "Only on a group. In a `LitestarApp`, use guards and `[Before]`.", found => found.IsOwn && found.IsAround("AddEndpointFilter")),
        new("`ShortCircuit`", "Only on a group. A `LitestarApp` has no middleware to skip: each handler has its own.", found => found.IsOwn && found.IsAround("ShortCircuit")),
        new("`RequireCors`, `WithHttpLogging`", "The app adds the middleware itself, and only around the routes that need it.", found => found.Place is Place.Own && found.IsAround("RequireCors", "WithHttpLogging")),
        new("`RequireRateLimiting`, `UseRateLimiter`", "429 and `Retry-After`, unless the options set others.", found => found.IsOwn && found.Convention.Contains("RateLimit", StringComparison.Ordinal) && (found.Is("Retry-After") || found is { Endpoint: "503", Handler: "429" } || found.Endpoint.Replace("503", "429", StringComparison.Ordinal) == found.Handler)),
        new("`RequireCors`", "A preflight request is answered before authentication.", found => found.IsOwn && found.IsAround("RequireCors") && found.Asked.StartsWith("OPTIONS /secret", StringComparison.Ordinal)),
        new("`DisableCookieRedirect`", "A 401 keeps only the `WWW-Authenticate` of the scheme.", found => found is { Name: "Location", Asked: "GET /secret" }),
        new("`UseStaticFiles`, `UseFileServer`", "A file is served before the handlers are matched.", found => found.IsOwn && found.IsAround("UseStaticFiles") && found.Asked is "GET /ok"),
        new("`UseRouting`", "It matches for the middleware after it, and handlers are matched later: both matches are counted.", found => found.IsOwn && found.Is("metric match_attempts") && found.Handler.StartsWith("match_status=failure; ", StringComparison.Ordinal)),
        new("middleware that responds itself", "It runs before the match: its responses have no `http.route`, and no match is counted.", found => found.IsOwn && ((found.Is("metric duration") && Routeless(found.Endpoint) == found.Handler) || found is { Name: "metric match_attempts", Handler: "" })),
        new("middleware", "It is also around authorization. In a `WebApplication` authorization runs first, unless the app calls `UseAuthorization`.", found => found.IsOwn && found.Asked.StartsWith("GET /secret", StringComparison.Ordinal) && !found.Convention.Contains("Authorization")),
    ];

    /// <summary>The one that explains a difference.</summary>
    public static Meaning? Of(Difference difference) => Array.Find(All, meaning => meaning.Covers(difference));

    private static bool IsOther(Difference found) => Array.Exists(["DELETE /ok", "OPTIONS /ok", "PUT /echo"], asked => found.Asked.StartsWith(asked, StringComparison.Ordinal));


    private static string Routeless(string metric) => metric.Split(" route=")[0];

}
