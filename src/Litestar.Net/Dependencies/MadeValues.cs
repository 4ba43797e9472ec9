using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Http;

namespace Litestar.Dependencies;

/// <summary>What the providers of lists and of the app have made for one request, each once.</summary>
internal sealed class MadeValues
{
    private readonly Dictionary<LayerProvider, object?> _values = [];
    private readonly Dictionary<LayerProvider, ExceptionDispatchInfo> _failures = [];

    public static MadeValues Of(HttpContext context)
    {
        if (context.Features.Get<MadeValues>() is { } made)
        {
            return made;
        }

        made = new();
        context.Features.Set(made);
        return made;
    }

    /// <summary>What a provider has made; what it threw is thrown again.</summary>
    public bool TryGet(LayerProvider provider, out object? value)
    {
        if (_failures.TryGetValue(provider, out var failure))
        {
            failure.Throw();
        }

        return _values.TryGetValue(provider, out value);
    }

    public void Add(LayerProvider provider, object? value) => _values[provider] = value;

    public void Fail(LayerProvider provider, Exception exception) => _failures[provider] = ExceptionDispatchInfo.Capture(exception);
}
