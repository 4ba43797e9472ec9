using System.ComponentModel;
using Litestar.Dependencies;
using Microsoft.AspNetCore.Http;

namespace Litestar.Generated;

/// <summary>Manages the lifetime of provided values.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ProviderLifetime
{
    /// <summary>Registers a value for disposal after the last byte, if it is disposable and has no other owner.</summary>
    /// <param name="context">The request.</param>
    /// <param name="value">The value of the provider.</param>
    /// <param name="given">The provider's arguments: services, which the container disposes, and values of other providers.</param>
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

    /// <summary>
    /// Runs a provider up to its <c>yield</c>. The rest runs when the handler has succeeded; otherwise only its
    /// <c>finally</c> runs, after the last byte.
    /// </summary>
    public static ValueTask<T> StartCommitting<T>(HttpContext context, IAsyncEnumerable<T> sequence, string provider) => RequestCompletion.Of(context).Begin(sequence, $"'{provider}'", completes: true);

    /// <summary>Runs a provider up to its <c>yield</c>, if only a <c>finally</c> follows. That runs after the last byte.</summary>
    public static ValueTask<T> Start<T>(HttpContext context, IAsyncEnumerable<T> sequence, string provider) => RequestCompletion.Of(context).Begin(sequence, $"'{provider}'", completes: false);

    /// <summary>Returns the values of this request that several of its steps need.</summary>
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
