using System.ComponentModel;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Generated;

/// <summary>Resolves the constructor parameters of a validator: services of the request, or other validators.</summary>
/// <param name="services">The request's services.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ValidatorDependencies(IServiceProvider services)
{
    /// <summary>Returns a service or a validator; start-up has checked that it exists.</summary>
    public T Get<T>() where T : notnull => GetOrNull<T>() is { } found ? found : services.GetRequiredService<T>();

    /// <summary>Returns a service or a validator, or null.</summary>
    public T? GetOrNull<T>() where T : notnull => services.GetService(typeof(T)) is T service ? service : (T?)HandlerRegistry.ValidatorOf(typeof(T))?.Create(services);

    /// <summary>Returns a keyed service.</summary>
    public T Get<T>(object key) where T : notnull => services.GetRequiredKeyedService<T>(key);
}
