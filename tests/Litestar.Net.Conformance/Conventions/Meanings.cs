namespace Litestar.Conformance.Conventions;

/// <summary>Everything that is meant to differ, in the order of the page. A difference that none of these explains is a fault.</summary>
public static class Meanings
{
    private const string Nothing = "nothing";

    public static readonly Meaning[] All =
    [
        // Of every handler.
        new("`RequireHost`", "Under another host name nothing is found. ASP.NET Core's router looks at the method first.", found => found.IsAround("RequireHost") && IsOther(found)),
        new("anything", "One body for every error.", found => found.Handler.StartsWith("problem ", StringComparison.Ordinal) || found is { Name: "Content-Type", Handler: "application/problem+json" }),
        new(Nothing, "HEAD is answered as GET is, without the body.", found => found.Asked is "HEAD /ok"),
        new(Nothing, "OPTIONS is answered with the methods of the path, and every `Allow` names all of them.", found => found.Is("Allow") || (IsOther(found) && found.Is("status", "metric duration"))),
        new("anything", "An unforeseen exception is answered where it is thrown: what was set before stays, and log, trace and metrics have it. That of an endpoint is Kestrel's, which clears the headers.", found => found.Asked.StartsWith("GET /broken", StringComparison.Ordinal) && (found.Endpoint.Length is 0 || found.Is("activity", "log Kestrel", "log ResponseCachingMiddleware", "log OutputCacheMiddleware"))),
        new(Nothing, "The 409 of the handler is thrown; that of the endpoint is a result, which logs.", found => found.Asked.StartsWith("GET /taken", StringComparison.Ordinal) && found.Is("log ConflictObjectResult")),
        new("`UseStatusCodePages`, `…WithRedirects`, `…WithReExecute`", "They fill answers without a body; an error has one. `OPTIONS` is no error.", found => found.IsAround("UseStatusCodePages")),
        new("`UseResponseCaching`", "An error that is thrown or refused takes no `Cache-Control` with it.", found => found.IsAround("UseResponseCaching") && (found.Is("Cache-Control") || found.Asked.StartsWith("GET /taken", StringComparison.Ordinal))),
        new("`CacheOutput`, `UseOutputCache`", "Answers are stored behind the guards, by a cache of the route's own, and a thrown error never. The host's cache is told to stand aside.", found => found.IsAround("CacheOutput", "UseOutputCache")),
        new("`WithFormMappingOptions`, `DisableValidation`", "A handler's form is read, and its rules are checked, by code of its own. Where it has either, the convention is refused, and the message names the remedy: `WithFormOptions` or `[RequestFormLimits]`, `[SkipValidation]`.", found => found.IsAround("WithFormMappingOptions", "DisableValidation")),
        new("`WithFormOptions`", "A form that breaks a limit is a 413, and the connection ends.", found => found.IsAround("WithFormOptions")),

        // In a LitestarApp.
        new("`AddEndpointFilter`, `AddEndpointFilterFactory`", "Of a group alone. In a `LitestarApp`, guards and `[Before]` do it.", found => found.IsOwn && found.IsAround("AddEndpointFilter")),
        new("`ShortCircuit`", "Of a group alone. A `LitestarApp` has no middleware that it could pass by: handlers bring theirs.", found => found.IsOwn && found.IsAround("ShortCircuit")),
        new("`RequireCors`, `WithHttpLogging`", "The middleware comes by itself, around the routes that ask for it and not around the rest.", found => found.Place is Place.Own && found.IsAround("RequireCors", "WithHttpLogging")),
        new("`RequireRateLimiting`, `UseRateLimiter`", "429 and `Retry-After`, unless the options say otherwise.", found => found.IsOwn && found.Convention.Contains("RateLimit", StringComparison.Ordinal) && (found.Is("Retry-After") || found is { Endpoint: "503", Handler: "429" } || found.Endpoint.Replace("503", "429", StringComparison.Ordinal) == found.Handler)),
        new("`RequireCors`", "A browser's question is answered before anybody is asked for a login.", found => found.IsOwn && found.IsAround("RequireCors") && found.Asked.StartsWith("OPTIONS /secret", StringComparison.Ordinal)),
        new("`DisableCookieRedirect`", "Of what a scheme would do, a 401 keeps `WWW-Authenticate` alone.", found => found is { Name: "Location", Asked: "GET /secret" }),
        new("`UseStaticFiles`, `UseFileServer`", "A file is served before a handler is looked for.", found => found.IsOwn && found.IsAround("UseStaticFiles") && found.Asked is "GET /ok"),
        new("`UseRouting`", "It matches for the middleware after it, and handlers are matched behind that: the second match is counted too.", found => found.IsOwn && found.Is("metric match_attempts") && found.Handler.StartsWith("match_status=failure; ", StringComparison.Ordinal)),
        new("middleware that answers by itself", "It comes before the match: its answers have no `http.route`, and no match is counted.", found => found.IsOwn && ((found.Is("metric duration") && Routeless(found.Endpoint) == found.Handler) || found is { Name: "metric match_attempts", Handler: "" })),
        new("middleware", "It is around authorization too. In a `WebApplication` authorization comes first, unless the app calls `UseAuthorization`.", found => found.IsOwn && found.Asked.StartsWith("GET /secret", StringComparison.Ordinal) && !found.Convention.Contains("Authorization")),
    ];

    /// <summary>The one that explains a difference.</summary>
    public static Meaning? Of(Difference difference) => Array.Find(All, meaning => meaning.Covers(difference));

    private static bool IsOther(Difference found) => Array.Exists(["DELETE /ok", "OPTIONS /ok", "PUT /echo"], asked => found.Asked.StartsWith(asked, StringComparison.Ordinal));


    private static string Routeless(string metric) => metric.Split(" route=")[0];

}
