using System.ComponentModel;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Generated;

/// <summary>A service of the container, resolved from the request's scope.</summary>
/// <typeparam name="T">The type it is registered under.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Service<T> where T : notnull
{
    private readonly object? _key;
    private readonly bool _isRequired;

    internal Service(object? key, bool isRequired)
    {
        _key = key;
        _isRequired = isRequired;
    }

    /// <summary>The service, or null where it may be missing and is.</summary>
    public T Get(HttpContext context) => (_key, _isRequired) switch
    {
        (null, true) => context.RequestServices.GetRequiredService<T>(),
        (null, false) => context.RequestServices.GetService<T>()!,
        (_, true) => context.RequestServices.GetRequiredKeyedService<T>(_key),
        (_, false) => context.RequestServices.GetKeyedService<T>(_key)!,
    };
}
