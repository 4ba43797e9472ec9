using System.Diagnostics.CodeAnalysis;
using Litestar.Dependencies;
using Microsoft.AspNetCore.Http;

namespace Litestar.Layers;

/// <summary>A provider of a list or an app.</summary>
/// <param name="type">The type of the value.</param>
/// <param name="name">The function's name.</param>
/// <param name="place">The display name of its layer.</param>
/// <param name="waits">True if it may be asynchronous.</param>
/// <param name="completes">True if it may have code after its <c>yield</c>.</param>
/// <param name="filled">The name of the parameters that it binds; null if their type alone decides.</param>
internal abstract class ProviderRegistration(Type type, string name, string place, bool waits, string? filled, bool completes = false)
{
    /// <summary>The name of the parameters that it binds; null if their type alone decides.</summary>
    public string? ParameterName => filled;

    public Type Type => type;

    public string Name => name;

    public string Place => place;

    public bool Waits => waits;

    public bool Completes => completes;

    /// <summary>Runs the provider, unless this request has its value already.</summary>
    public abstract ValueTask Make(HttpContext context);

    public static ProviderRegistration Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.Interfaces)] T>(Func<HttpContext, T> provider, string name, Layer layer, string? filled = null) => new ProviderRegistration<T>(Checked<T>(name, layer, filled), layer.Place, filled, provider);

    public static ProviderRegistration Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.Interfaces)] T>(Func<HttpContext, Task<T>> provider, string name, Layer layer, string? filled = null) => new ProviderRegistration<T>(Checked<T>(name, layer, filled), layer.Place, filled, provider);

    public static ProviderRegistration Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.Interfaces)] T>(Func<HttpContext, IAsyncEnumerable<T>> provider, string name, Layer layer, string? filled = null) => new ProviderRegistration<T>(Checked<T>(name, layer, filled), layer.Place, filled, provider);

    private static string Checked<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.Interfaces)] T>(string name, Layer layer, string? filled) => filled is not null && layer.Providers.Exists(other => other.Type == typeof(T) && filled.Equals(other.ParameterName, StringComparison.OrdinalIgnoreCase))
        ? throw new ArgumentException($"{layer.Place} has two providers of {typeof(T)} named '{filled}'. Remove one of them, or give it another name.", nameof(filled))
        : IsText(typeof(T)) || IsText(typeof(T).GetElementType()) || IsText(Nullable.GetUnderlyingType(typeof(T))) || typeof(T).GetInterfaces().Any(IsParsable)
        ? throw new ArgumentException($"A parameter of type {typeof(T)} is read from the query. Provide a type of your own around it, or put [Provide] on a class, where the parameter has the function's name.")
        : name;

    // The same rule as in the build.
    private static bool IsText(Type? type) => type is { IsPrimitive: true } or { IsEnum: true } || type == typeof(string) || type == typeof(Uri) || type == typeof(decimal) || type == typeof(Guid) || type == typeof(DateTime) || type == typeof(DateTimeOffset) || type == typeof(DateOnly) || type == typeof(TimeOnly) || type == typeof(TimeSpan);

    private static bool IsParsable(Type face) => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IParsable<>);
}

/// <inheritdoc/>
/// <typeparam name="T">The type of the value.</typeparam>
internal sealed class ProviderRegistration<T> : ProviderRegistration
{
    private readonly Func<HttpContext, T>? _make;
    private readonly Func<HttpContext, ValueTask<T>>? _wait;

    public ProviderRegistration(string name, string place, string? filled, Func<HttpContext, T> make) : base(typeof(T), name, place, waits: false, filled) => _make = make;

    public ProviderRegistration(string name, string place, string? filled, Func<HttpContext, Task<T>> make) : base(typeof(T), name, place, waits: true, filled) =>
        _wait = context => new(make(context));

    public ProviderRegistration(string name, string place, string? filled, Func<HttpContext, IAsyncEnumerable<T>> make) : base(typeof(T), name, place, waits: true, filled, completes: true) =>
        _wait = context => RequestCompletion.Of(context).Begin(make(context), $"'{name}' of {place}", completes: true);

    /// <summary>Returns the value. A synchronous provider runs now.</summary>
    public T Get(HttpContext context)
    {
        var made = ProviderValueCache.Of(context);
        if (made.TryGet(this, out var value))
        {
            return (T)value!;
        }

        if (_make is null)
        {
            throw new InvalidOperationException($"'{Name}' of {Place} provides {typeof(T)}, but its value was read before it was provided.");
        }

        try
        {
            return Keep(context, made, _make(context));
        }
        catch (Exception exception)
        {
            made.Fail(this, exception);
            throw;
        }
    }

    public override async ValueTask Make(HttpContext context)
    {
        var made = ProviderValueCache.Of(context);
        if (made.TryGet(this, out _))
        {
            return;
        }

        try
        {
            Keep(context, made, _wait is null ? _make!(context) : await _wait(context));
        }
        catch (Exception exception)
        {
            made.Fail(this, exception);
            throw;
        }
    }

    private T Keep(HttpContext context, ProviderValueCache made, T value)
    {
        made.Add(this, value);
        RequestCompletion.Own(context, value, typeof(T));
        return value;
    }
}
