using System.ComponentModel;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Generated;

/// <summary>What the constructor of a validator asks for: services of the request, or other validators.</summary>
/// <param name="services">The request's services.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ValidatorNeeds(IServiceProvider services)
{
    /// <summary>A service or a validator; that one of them can be had was seen at start-up.</summary>
    public T Of<T>() where T : notnull => Maybe<T>() is { } found ? found : services.GetRequiredService<T>();

    /// <summary>A service or a validator, if there is one.</summary>
    public T? Maybe<T>() where T : notnull => services.GetService(typeof(T)) is T service ? service : (T?)HandlerRegistry.ValidatorOf(typeof(T))?.Create(services);

    /// <summary>A service under a key.</summary>
    public T Of<T>(object key) where T : notnull => services.GetRequiredKeyedService<T>(key);
}
