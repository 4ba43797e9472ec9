using System.Runtime.ExceptionServices;
using Litestar.Layers;
using Microsoft.AspNetCore.Http;

namespace Litestar.Dependencies;

/// <summary>Caches the values that providers of lists and of the app have returned in one request.</summary>
internal sealed class ProviderValueCache
{
    private readonly Dictionary<ProviderRegistration, object?> _values = [];
    private readonly Dictionary<ProviderRegistration, ExceptionDispatchInfo> _failures = [];

    public static ProviderValueCache Of(HttpContext context)
    {
        if (context.Features.Get<ProviderValueCache>() is { } made)
        {
            return made;
        }

        made = new();
        context.Features.Set(made);
        return made;
    }

    /// <summary>Returns a provider's cached value; throws the provider's exception again.</summary>
    public bool TryGet(ProviderRegistration provider, out object? value)
    {
        if (_failures.TryGetValue(provider, out var failure))
        {
            failure.Throw();
        }

        return _values.TryGetValue(provider, out value);
    }

    public void Add(ProviderRegistration provider, object? value) => _values[provider] = value;

    public void Fail(ProviderRegistration provider, Exception exception) => _failures[provider] = ExceptionDispatchInfo.Capture(exception);
}
