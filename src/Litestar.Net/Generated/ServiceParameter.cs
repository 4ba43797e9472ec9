using System.ComponentModel;
using Litestar.Layers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Generated;

/// <summary>A service of the container, resolved from the request's scope, or the value of a list's or the app's provider.</summary>
/// <typeparam name="T">The type it is registered under.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ServiceParameter<T> where T : notnull
{
    private readonly object? _key;
    private readonly bool _isRequired;
    private readonly ProviderRegistration<T>? _provider;

    internal ServiceParameter(object? key, bool isRequired)
    {
        _key = key;
        _isRequired = isRequired;
    }

    internal ServiceParameter(ProviderRegistration<T> provider) => _provider = provider;

    /// <summary>Returns the service, or null if it is optional and missing.</summary>
    public T Get(HttpContext context) => _provider is not null ? _provider.Get(context) : (_key, _isRequired) switch
    {
        (null, true) => context.RequestServices.GetRequiredService<T>(),
        (null, false) => context.RequestServices.GetService<T>()!,
        (_, true) => context.RequestServices.GetRequiredKeyedService<T>(_key),
        (_, false) => context.RequestServices.GetKeyedService<T>(_key)!,
    };
}
