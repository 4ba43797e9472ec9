using System.ComponentModel;
using Litestar.Dependencies;
using Microsoft.AspNetCore.Http;

namespace Litestar.Generated;

/// <summary>What becomes of a provider's value besides being handed over.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ProviderLifetime
{
    /// <summary>A value that is disposed after the last byte, if it can be and is not another's.</summary>
    /// <param name="context">The request.</param>
    /// <param name="value">What the provider has returned.</param>
    /// <param name="given">What it was given: services, which the container disposes, and values of other providers.</param>
    public static T DisposeLater<T>(HttpContext context, T value, ReadOnlySpan<object?> given = default)
    {
        foreach (var other in given)
        {
            if (ReferenceEquals(value, other))
            {
                return value;
            }
        }

        RequestCompletion.Own(context, value, typeof(T));
        return value;
    }

    /// <summary>Runs a provider up to its <c>yield</c>; the rest of it runs when the handler has succeeded, or is left out and only its <c>finally</c> runs after the last byte.</summary>
    public static ValueTask<T> StartCommitting<T>(HttpContext context, IAsyncEnumerable<T> sequence, string provider) => RequestCompletion.Of(context).Begin(sequence, $"'{provider}'", completes: true);

    /// <summary>Runs a provider up to its <c>yield</c>, behind which only its <c>finally</c> stands: that runs after the last byte.</summary>
    public static ValueTask<T> Start<T>(HttpContext context, IAsyncEnumerable<T> sequence, string provider) => RequestCompletion.Of(context).Begin(sequence, $"'{provider}'", completes: false);

    /// <summary>What this request has made that more than one stage of it asks for.</summary>
    /// <typeparam name="TKept">A class of the handler's own.</typeparam>
    public static TKept SharedState<TKept>(HttpContext context) where TKept : class, new()
    {
        if (context.Features.Get<TKept>() is { } kept)
        {
            return kept;
        }

        kept = new();
        context.Features.Set(kept);
        return kept;
    }
}
