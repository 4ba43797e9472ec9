using Microsoft.AspNetCore.Http;

namespace Litestar.Dependencies;

/// <summary>What the providers of lists and of the app have made for one request.</summary>
internal sealed class MadeValues
{
    private readonly Dictionary<LayerProvider, object?> _values = [];

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

    public bool TryGet(LayerProvider provider, out object? value) => _values.TryGetValue(provider, out value);

    public void Add(LayerProvider provider, object? value) => _values[provider] = value;
}
