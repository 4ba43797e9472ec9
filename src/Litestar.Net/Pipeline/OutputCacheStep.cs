using System.Buffers;
using Litestar.Errors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Litestar.Pipeline;

/// <summary>Serves stored responses: <c>[OutputCache]</c>, policies as metadata, and the app's base policies.</summary>
internal sealed class OutputCacheStep(AppSteps steps) : PipelineStep(steps)
{
    // ASP.NET Core joins the parts of a key with these characters. It makes no key for a request that contains one, and then answers
    // all such requests of a moment with the response to one of them (dotnet/aspnetcore#67763).
    private static readonly SearchValues<char> Delimiters = SearchValues.Create("\u001E\u001F");

    public static OutputCacheStep? For(EndpointMetadataCollection metadata, AppSteps steps)
    {
        // Base policies apply to every route, and the options do not show whether there are any.
        object? store = steps.Services.GetService(typeof(IOutputCacheStore));
        if (store is IOutputCacheStore && IsConfigured(steps.Services))
        {
            return steps.The(static steps => new OutputCacheStep(steps));
        }

        foreach (var item in metadata)
        {
            if (item is OutputCacheAttribute)
            {
                return steps.The(static steps => new OutputCacheStep(steps));
            }

            if (item is IOutputCachePolicy)
            {
                return steps.The(static steps => new OutputCacheStep(steps));
            }
        }

        return null;
    }

    // With "Cache-Control: only-if-cached" a client accepts only a stored response.
    public override bool Rejects => true;

    public override bool AppliesTo(object metadata) => metadata is OutputCacheAttribute or IOutputCachePolicy;

    protected override string Attribute => "OutputCache";

    protected override string Remedy => "builder.Services.AddOutputCache()";

    protected override void Use(IApplicationBuilder pipeline) => pipeline.UseOutputCache();

    public override Rejection RejectionOf(HttpContext context) => Rejection.NotStored(context.Response.StatusCode);

    public override RequestDelegate Before(Endpoint endpoint, RequestDelegate next)
    {
        var cached = base.Before(endpoint, next);
        return context =>
        {
            if (context.Features.Get<IOutputCacheFeature>() is { } outer)
            {
                // The app uses one that runs before the guards: a response that it does not store, it cannot serve there.
                outer.Context.AllowCacheStorage = false;
                return next(context);
            }

            return HasKey(context.Request) ? cached(context) : next(context);
        };
    }

    // By the user: with options, with services, by a class, or later.
    private static bool IsConfigured(IServiceProvider services)
    {
        foreach (object configured in services.GetServices<IConfigureOptions<OutputCacheOptions>>())
        {
            if (configured.GetType().Assembly != typeof(OutputCacheOptions).Assembly)
            {
                return true;
            }
        }

        foreach (var _ in services.GetServices<IPostConfigureOptions<OutputCacheOptions>>())
        {
            return true;
        }

        return false;
    }

    // A policy may vary the key by any header.
    private static bool HasKey(HttpRequest request)
    {
        if (IsDelimited(request.Path.Value) || IsDelimited(request.PathBase.Value) || IsDelimited(request.Host.Value) || IsDelimitedQuery(request.QueryString.Value))
        {
            return false;
        }

        foreach (var (_, values) in request.Headers)
        {
            foreach (var value in values)
            {
                if (IsDelimited(value))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsDelimited(string? text) => text.AsSpan().ContainsAny(Delimiters);

    private static bool IsDelimitedQuery(string? query)
    {
        var rest = query.AsSpan();
        for (int at; (at = rest.IndexOf('%')) >= 0; rest = rest[(at + 1)..])
        {
            if (rest[at..] is ['%', '1', 'E' or 'e' or 'F' or 'f', ..])
            {
                return true;
            }
        }

        return IsDelimited(query);
    }
}
