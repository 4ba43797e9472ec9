using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Litestar.Handlers;
using Litestar.Layers;
using Microsoft.AspNetCore.Http;

namespace Litestar;

/// <summary>The settings of all handlers of a list or an app: the same that attributes add to classes and functions.</summary>
/// <remarks>
/// It is configured for a list, <c>HandlerList.Under("/admin", list, layer => layer.Guard(…))</c>, or for the whole app with
/// <see cref="LitestarBuilder.Options"/>. It is outside of all attributes. Guards and middleware of both run, its own first; of
/// providers, hooks, error handlers and response headers the nearest wins, which is the attribute's.
/// </remarks>
public class Layer
{
    private protected Layer(string place) => Place = place;

    internal static Layer At(string prefix) => new(prefix is "" ? "a list" : $"the list under '{prefix}'");

    /// <summary>The layer's display name: <c>the list under '/admin'</c>.</summary>
    internal string Place { get; }

    internal List<GuardRegistration> Guards { get; } = [];

    internal BeforeHookRegistration? BeforeStep { get; private set; }

    internal HookRegistration? AfterStep { get; private set; }

    internal HookRegistration? AfterResponseStep { get; private set; }

    internal List<ProviderRegistration> Providers { get; } = [];

    internal List<ErrorHandlerRegistration> Errors { get; } = [];

    internal List<MiddlewareRegistration> Middlewares { get; } = [];

    internal Dictionary<string, string> ResponseHeaders { get; } = new(StringComparer.OrdinalIgnoreCase);

    internal List<object> EndpointMetadata { get; } = [];

    /// <summary>
    /// Adds a guard, a function that decides if a request may pass: false responds with 401 to an anonymous caller, 403
    /// to a known one.
    /// </summary>
    /// <param name="guard">The function.</param>
    public Layer Guard(Func<HttpContext, bool> guard) => Add(Guards, GuardRegistration.Of(guard, NameOf(guard)));

    /// <inheritdoc cref="Guard(Func{HttpContext, bool})"/>
    public Layer Guard(Func<HttpContext, Task<bool>> guard) => Add(Guards, GuardRegistration.Of(guard, NameOf(guard)));

    /// <summary>Adds a guard, a function that decides if a request may pass: null passes, any result is the response.</summary>
    /// <param name="guard">The function.</param>
    public Layer Guard(Func<HttpContext, IResult?> guard) => Add(Guards, GuardRegistration.Of(guard, NameOf(guard)));

    /// <inheritdoc cref="Guard(Func{HttpContext, IResult})"/>
    public Layer Guard(Func<HttpContext, Task<IResult?>> guard) => Add(Guards, GuardRegistration.Of(guard, NameOf(guard)));

    /// <summary>Adds a guard, a function that rejects a request by throwing.</summary>
    /// <param name="guard">The function.</param>
    public Layer Guard(Func<HttpContext, Task> guard) => Add(Guards, GuardRegistration.Of(guard, NameOf(guard)));

    /// <inheritdoc cref="Guard(Func{HttpContext, Task})"/>
    public Layer Guard(Action<HttpContext> guard) => Add(Guards, GuardRegistration.Of(guard, NameOf(guard)));

    /// <summary>Sets the hook after the guards and before the handler's arguments are read; a non-null result is the response.</summary>
    /// <param name="hook">The function.</param>
    public Layer Before(Func<HttpContext, IResult?> hook) => Do(() => BeforeStep = Litestar.Layers.BeforeHookRegistration.Of(hook, NameOf(hook)), hook);

    /// <inheritdoc cref="Before(Func{HttpContext, IResult})"/>
    public Layer Before(Func<HttpContext, Task<IResult?>> hook) => Do(() => BeforeStep = Litestar.Layers.BeforeHookRegistration.Of(hook, NameOf(hook)), hook);

    /// <summary>Sets the hook after the guards and before the handler's arguments are read.</summary>
    /// <param name="hook">The function.</param>
    public Layer Before(Func<HttpContext, Task> hook) => Do(() => BeforeStep = Litestar.Layers.BeforeHookRegistration.Of(hook, NameOf(hook)), hook);

    /// <inheritdoc cref="Before(Func{HttpContext, Task})"/>
    public Layer Before(Action<HttpContext> hook) => Do(() => BeforeStep = Litestar.Layers.BeforeHookRegistration.Of(hook, NameOf(hook)), hook);

    /// <summary>
    /// Sets the hook after the handler has succeeded and before the first byte is sent. It may set the status and
    /// headers.
    /// </summary>
    /// <param name="hook">The function.</param>
    public Layer After(Action<HttpContext> hook) => Do(() => AfterStep = HookRegistration.Of(hook, NameOf(hook)), hook);

    /// <inheritdoc cref="After(Action{HttpContext})"/>
    public Layer After(Func<HttpContext, Task> hook) => Do(() => AfterStep = HookRegistration.Of(hook, NameOf(hook)), hook);

    /// <summary>
    /// Sets the hook after the last byte has been sent, also for a request that was rejected or has failed. Its
    /// exceptions are logged.
    /// </summary>
    /// <param name="hook">The function.</param>
    public Layer AfterResponse(Action<HttpContext> hook) => Do(() => AfterResponseStep = HookRegistration.Of(hook, NameOf(hook)), hook);

    /// <inheritdoc cref="AfterResponse(Action{HttpContext})"/>
    public Layer AfterResponse(Func<HttpContext, Task> hook) => Do(() => AfterResponseStep = HookRegistration.Of(hook, NameOf(hook)), hook);

    /// <summary>
    /// Adds a provider for every parameter of type <typeparamref name="T"/>. It runs at most once in a request, and
    /// only if a parameter needs it.
    /// </summary>
    /// <remarks>A disposable value is disposed after the last byte.</remarks>
    /// <param name="provider">The function.</param>
    /// <exception cref="ArgumentException">The type is read from text: a parameter of that type is a query parameter.</exception>
    public Layer Provide<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.Interfaces)] T>(Func<HttpContext, T> provider) => Add(Providers, ProviderRegistration.Of(provider, NameOf(provider), this));

    /// <inheritdoc cref="Provide{T}(Func{HttpContext, T})"/>
    public Layer Provide<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.Interfaces)] T>(Func<HttpContext, Task<T>> provider) => Add(Providers, ProviderRegistration.Of(provider, NameOf(provider), this));

    /// <summary>
    /// Adds a provider that wraps the handler: the code after its one <c>yield</c> runs after the handler has
    /// succeeded, before the response is sent.
    /// </summary>
    /// <param name="provider">The function.</param>
    /// <exception cref="ArgumentException">The type is read from text: a parameter of that type is a query parameter.</exception>
    public Layer Provide<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.Interfaces)] T>(Func<HttpContext, IAsyncEnumerable<T>> provider) => Add(Providers, ProviderRegistration.Of(provider, NameOf(provider), this));

    /// <summary>
    /// Adds a provider for every parameter of type <typeparamref name="T"/> with a name. It runs at most once in a
    /// request, and only if a parameter needs it.
    /// </summary>
    /// <remarks>
    /// A disposable value is disposed after the last byte. For parameters with that name, this provider wins over a
    /// nearer one without a name. But if the nearer one is an attribute's, the app does not start.
    /// </remarks>
    /// <param name="name">The parameter's name, in any case.</param>
    /// <param name="provider">The function.</param>
    /// <exception cref="ArgumentException">
    /// The type is read from text: a parameter of that type is a query parameter. Or the layer already has a provider
    /// for that type and name.
    /// </exception>
    public Layer Provide<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.Interfaces)] T>(string name, Func<HttpContext, T> provider) => Add(Providers, ProviderRegistration.Of(provider, NameOf(provider), this, name));

    /// <inheritdoc cref="Provide{T}(string, Func{HttpContext, T})"/>
    public Layer Provide<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.Interfaces)] T>(string name, Func<HttpContext, Task<T>> provider) => Add(Providers, ProviderRegistration.Of(provider, NameOf(provider), this, name));

    /// <inheritdoc cref="Provide{T}(string, Func{HttpContext, T})"/>
    public Layer Provide<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.Interfaces)] T>(string name, Func<HttpContext, IAsyncEnumerable<T>> provider) => Add(Providers, ProviderRegistration.Of(provider, NameOf(provider), this, name));

    /// <summary>
    /// Adds an error handler for an exception type and derived types, as <see cref="OnErrorAttribute"/> does:
    /// <c>OnError((SoldOut error, Stock stock) => …, 409)</c>.
    /// </summary>
    /// <remarks>
    /// The first parameter is the exception. The others are bound as those of an attribute's function: services, values of providers
    /// of lists and the app, query, headers, cookies; by name also those of the path, if the route has them. The function returns an
    /// <c>IResult</c>, a value, a <see cref="Response{T}"/>, or a task of these; null, or nothing, leaves the exception to other
    /// handlers. The generator binds only what it finds in the source: a lambda with typed parameters, or a function's name.
    /// </remarks>
    /// <param name="function">The function.</param>
    /// <param name="status">
    /// The status of a value that it returns. 0, the default, means that of an <see cref="HttpException"/>, else 500.
    /// </param>
    /// <param name="text">Set by the compiler.</param>
    /// <exception cref="InvalidOperationException">
    /// The generator has not found the function: it is in a variable, or in a project without the generator.
    /// </exception>
    [OverloadResolutionPriority(-4)]
    public Layer OnError(Delegate function, int status = 0, [CallerArgumentExpression(nameof(function))] string text = "") => Add(Errors, ErrorHandlerRegistration.Of(function, status, text, NameOf(function)));

    /// <summary>
    /// Adds an error handler for <typeparamref name="TException"/> and derived types; null leaves the exception to
    /// other handlers.
    /// </summary>
    /// <param name="handler">The function.</param>
    [OverloadResolutionPriority(1)]
    public Layer OnError<TException>(Func<TException, HttpContext, IResult?> handler) where TException : Exception => Add(Errors, ErrorHandlerRegistration.Of(handler, NameOf(handler)));

    /// <inheritdoc cref="OnError{TException}(Func{TException, HttpContext, IResult})"/>
    public Layer OnError<TException>(Func<TException, HttpContext, Task<IResult?>> handler) where TException : Exception => Add(Errors, ErrorHandlerRegistration.Of(handler, NameOf(handler)));

    /// <summary>
    /// Adds an error handler for <typeparamref name="TException"/> and derived types. Its value is written as a
    /// handler's would be; null leaves the exception to other handlers.
    /// </summary>
    /// <typeparam name="TException">The exception type.</typeparam>
    /// <param name="handler">The function. JSON is written by the runtime type of the value.</param>
    /// <param name="status">The status of the response. 0, the default, means that of an <see cref="HttpException"/>, else 500.</param>
    [OverloadResolutionPriority(-3)]
    public Layer OnError<TException>(Func<TException, HttpContext, object?> handler, int status = 0) where TException : Exception => Add(Errors, ErrorHandlerRegistration.Of(handler, status, NameOf(handler)));

    /// <inheritdoc cref="OnError{TException}(Func{TException, HttpContext, object}, int)"/>
    [OverloadResolutionPriority(-3)]
    public Layer OnError<TException>(Func<TException, HttpContext, Task<object?>> handler, int status = 0) where TException : Exception => Add(Errors, ErrorHandlerRegistration.Of(handler, status, NameOf(handler)));

    /// <summary>
    /// Adds an error handler for <typeparamref name="TException"/> and derived types. Its value is written as a
    /// handler's would be; null leaves the exception to other handlers.
    /// </summary>
    /// <remarks>Services come from the context: <c>context.RequestServices.GetRequiredService&lt;Stock&gt;()</c>.</remarks>
    /// <typeparam name="TException">The exception type.</typeparam>
    /// <typeparam name="T">The type of the value: text, bytes, a stream, or JSON; or a <see cref="Response{T}"/> of these.</typeparam>
    /// <param name="handler">The function.</param>
    /// <param name="status">The status of the response. 0, the default, means that of an <see cref="HttpException"/>, else 500.</param>
    [OverloadResolutionPriority(-2)]
    public Layer OnError<TException, T>(Func<TException, HttpContext, T?> handler, int status = 0) where TException : Exception => Add(Errors, ErrorHandlerRegistration.Of(handler, status, NameOf(handler)));

    /// <inheritdoc cref="OnError{TException, T}(Func{TException, HttpContext, T}, int)"/>
    public Layer OnError<TException, T>(Func<TException, HttpContext, Task<T?>?> handler, int status = 0) where TException : Exception => Add(Errors, ErrorHandlerRegistration.Of(handler, status, NameOf(handler)));

    /// <inheritdoc cref="OnError{TException, T}(Func{TException, HttpContext, T}, int)"/>
    [OverloadResolutionPriority(-1)]
    public Layer OnError<TException, T>(Func<TException, HttpContext, ValueTask<T?>> handler, int status = 0) where TException : Exception => Add(Errors, ErrorHandlerRegistration.Of(handler, status, NameOf(handler)));

    /// <summary>Adds a function around the guards, the handler and all steps between them.</summary>
    /// <param name="middleware">The function.</param>
    public Layer Middleware(Func<HttpContext, RequestDelegate, Task> middleware) => Add(Middlewares, new(middleware, NameOf(middleware)));

    /// <summary>Sets a header on every response, errors included.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="value">Its value.</param>
    public Layer ResponseHeader(string name, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(value);
        ResponseHeaders[name] = value;
        return this;
    }

    /// <summary>
    /// Sets whether members of bodies, forms and groups are required because they are neither nullable nor defaulted.
    /// The default is true.
    /// </summary>
    /// <param name="isEnabled">
    /// False: they are required (else 400) only if their type says so. See <see cref="ImplicitlyRequiredAttribute"/>.
    /// </param>
    public Layer ImplicitlyRequired(bool isEnabled) => Metadata(new ImplicitlyRequiredAttribute(isEnabled));

    /// <summary>
    /// Sets whether the default status depends on the method: 201 for POST, 204 for a DELETE that returns nothing. The
    /// default is true.
    /// </summary>
    /// <param name="isEnabled">False: it is 200 for every method. See <see cref="StatusByMethodAttribute"/>.</param>
    public Layer StatusByMethod(bool isEnabled) => Metadata(new StatusByMethodAttribute(isEnabled));

    /// <summary>Adds metadata to every endpoint, such as <c>new AuthorizeAttribute("admin")</c>.</summary>
    /// <param name="items">The objects.</param>
    public Layer Metadata(params object[] items)
    {
        EndpointMetadata.AddRange(items);
        return this;
    }

    private Layer Add<T>(List<T> steps, T step)
    {
        steps.Add(step);
        return this;
    }

    private Layer Do(Action set, Delegate hook)
    {
        ArgumentNullException.ThrowIfNull(hook);
        set();
        return this;
    }

    private protected static string NameOf(Delegate function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return FunctionName.Of(function.Method.Name) is not { } name ? "a lambda"
            : name.LastIndexOf('.') is >= 0 and var dot ? name[(dot + 1)..]
            : $"{NameOf(function.Method.DeclaringType)}.{name}";
    }

    // With the outer classes, as in generated code.
    private static string? NameOf(Type? type) => type?.DeclaringType is { } outer ? $"{NameOf(outer)}.{type.Name}" : type?.Name;
}
