using System.Runtime.ExceptionServices;
using Litestar.Layers;
using Microsoft.AspNetCore.Http;

namespace Litestar.Dependencies;

/// <summary>What the providers of lists and of the app have made for one request, each once.</summary>
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

    /// <summary>What a provider has made; what it threw is thrown again.</summary>
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
