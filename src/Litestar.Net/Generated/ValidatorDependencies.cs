using System.ComponentModel;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Generated;

/// <summary>What the constructor of a validator asks for: services of the request, or other validators.</summary>
/// <param name="services">The request's services.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ValidatorDependencies(IServiceProvider services)
{
    /// <summary>A service or a validator; that one of them can be had was seen at start-up.</summary>
    public T Get<T>() where T : notnull => GetOrNull<T>() is { } found ? found : services.GetRequiredService<T>();

    /// <summary>A service or a validator, if there is one.</summary>
    public T? GetOrNull<T>() where T : notnull => services.GetService(typeof(T)) is T service ? service : (T?)HandlerRegistry.ValidatorOf(typeof(T))?.Create(services);

    /// <summary>A service under a key.</summary>
    public T Get<T>(object key) where T : notnull => services.GetRequiredKeyedService<T>(key);
}
