using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Litestar.Handlers;
using Litestar.Layers;
using Microsoft.AspNetCore.Http;

namespace Litestar;

/// <summary>What holds for all handlers of a list or an app: the same things that attributes put on classes and functions.</summary>
/// <remarks>
/// It is configured where a list is placed, <c>HandlerList.Under("/admin", list, layer => layer.Guard(…))</c>, or for the whole
/// app on <see cref="LitestarBuilder.Options"/>. It lies outside of all attributes: guards and middleware of both run, its own first;
/// of providers, hooks, error handlers and response headers the nearest wins, which is the attribute.
/// </remarks>
public class Layer
{
    private protected Layer(string place) => Place = place;

    internal static Layer At(string prefix) => new(prefix is "" ? "a list" : $"the list under '{prefix}'");

    /// <summary>Where it lies, for people: <c>the list under '/admin'</c>.</summary>
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

    /// <summary>Lets a function decide whether a request may pass: false answers 401 to an anonymous caller, 403 to a known one.</summary>
    /// <param name="guard">The function.</param>
    public Layer Guard(Func<HttpContext, bool> guard) => Add(Guards, GuardRegistration.Of(guard, NameOf(guard)));

    /// <inheritdoc cref="Guard(Func{HttpContext, bool})"/>
    public Layer Guard(Func<HttpContext, Task<bool>> guard) => Add(Guards, GuardRegistration.Of(guard, NameOf(guard)));

    /// <summary>Lets a function decide whether a request may pass: null passes, any result is the answer.</summary>
    /// <param name="guard">The function.</param>
    public Layer Guard(Func<HttpContext, IResult?> guard) => Add(Guards, GuardRegistration.Of(guard, NameOf(guard)));

    /// <inheritdoc cref="Guard(Func{HttpContext, IResult})"/>
    public Layer Guard(Func<HttpContext, Task<IResult?>> guard) => Add(Guards, GuardRegistration.Of(guard, NameOf(guard)));

    /// <summary>Lets a function refuse a request by throwing.</summary>
    /// <param name="guard">The function.</param>
    public Layer Guard(Func<HttpContext, Task> guard) => Add(Guards, GuardRegistration.Of(guard, NameOf(guard)));

    /// <inheritdoc cref="Guard(Func{HttpContext, Task})"/>
    public Layer Guard(Action<HttpContext> guard) => Add(Guards, GuardRegistration.Of(guard, NameOf(guard)));

    /// <summary>Calls a function after the guards and before the handler's arguments are read; a result that is not null is the answer.</summary>
    /// <param name="hook">The function.</param>
    public Layer Before(Func<HttpContext, IResult?> hook) => Do(() => BeforeStep = Litestar.Layers.BeforeHookRegistration.Of(hook, NameOf(hook)), hook);

    /// <inheritdoc cref="Before(Func{HttpContext, IResult})"/>
    public Layer Before(Func<HttpContext, Task<IResult?>> hook) => Do(() => BeforeStep = Litestar.Layers.BeforeHookRegistration.Of(hook, NameOf(hook)), hook);

    /// <summary>Calls a function after the guards and before the handler's arguments are read.</summary>
    /// <param name="hook">The function.</param>
    public Layer Before(Func<HttpContext, Task> hook) => Do(() => BeforeStep = Litestar.Layers.BeforeHookRegistration.Of(hook, NameOf(hook)), hook);

    /// <inheritdoc cref="Before(Func{HttpContext, Task})"/>
    public Layer Before(Action<HttpContext> hook) => Do(() => BeforeStep = Litestar.Layers.BeforeHookRegistration.Of(hook, NameOf(hook)), hook);

    /// <summary>Calls a function after the handler has succeeded and before the first byte is sent: it may set the status and headers.</summary>
    /// <param name="hook">The function.</param>
    public Layer After(Action<HttpContext> hook) => Do(() => AfterStep = HookRegistration.Of(hook, NameOf(hook)), hook);

    /// <inheritdoc cref="After(Action{HttpContext})"/>
    public Layer After(Func<HttpContext, Task> hook) => Do(() => AfterStep = HookRegistration.Of(hook, NameOf(hook)), hook);

    /// <summary>Calls a function after the last byte has been sent, also where the request was refused or has failed. What it throws is logged.</summary>
    /// <param name="hook">The function.</param>
    public Layer AfterResponse(Action<HttpContext> hook) => Do(() => AfterResponseStep = HookRegistration.Of(hook, NameOf(hook)), hook);

    /// <inheritdoc cref="AfterResponse(Action{HttpContext})"/>
    public Layer AfterResponse(Func<HttpContext, Task> hook) => Do(() => AfterResponseStep = HookRegistration.Of(hook, NameOf(hook)), hook);

    /// <summary>Makes a value for every parameter of type <typeparamref name="T"/>, at most once in a request, and only where one asks.</summary>
    /// <remarks>A value that is disposable is disposed after the last byte.</remarks>
    /// <param name="provider">The function.</param>
    /// <exception cref="ArgumentException">The type is read from text: a parameter of it is a query parameter.</exception>
    public Layer Provide<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.Interfaces)] T>(Func<HttpContext, T> provider) => Add(Providers, ProviderRegistration.Of(provider, NameOf(provider), this));

    /// <inheritdoc cref="Provide{T}(Func{HttpContext, T})"/>
    public Layer Provide<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.Interfaces)] T>(Func<HttpContext, Task<T>> provider) => Add(Providers, ProviderRegistration.Of(provider, NameOf(provider), this));

    /// <summary>Makes a value around a handler that asks for it: what follows the function's one <c>yield</c> runs when the handler has succeeded, before the answer is sent.</summary>
    /// <param name="provider">The function.</param>
    /// <exception cref="ArgumentException">The type is read from text: a parameter of it is a query parameter.</exception>
    public Layer Provide<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.Interfaces)] T>(Func<HttpContext, IAsyncEnumerable<T>> provider) => Add(Providers, ProviderRegistration.Of(provider, NameOf(provider), this));

    /// <summary>Makes a value for every parameter of type <typeparamref name="T"/> that has a name, at most once in a request, and only where one asks.</summary>
    /// <remarks>A value that is disposable is disposed after the last byte. Parameters of that name are filled by this provider even where another one without a name lies nearer, unless that is an attribute's: then the start is refused.</remarks>
    /// <param name="name">The parameter's name, in any case.</param>
    /// <param name="provider">The function.</param>
    /// <exception cref="ArgumentException">The type is read from text: a parameter of it is a query parameter. Or the layer has a provider of that type and name.</exception>
    public Layer Provide<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.Interfaces)] T>(string name, Func<HttpContext, T> provider) => Add(Providers, ProviderRegistration.Of(provider, NameOf(provider), this, name));

    /// <inheritdoc cref="Provide{T}(string, Func{HttpContext, T})"/>
    public Layer Provide<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.Interfaces)] T>(string name, Func<HttpContext, Task<T>> provider) => Add(Providers, ProviderRegistration.Of(provider, NameOf(provider), this, name));

    /// <inheritdoc cref="Provide{T}(string, Func{HttpContext, T})"/>
    public Layer Provide<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.Interfaces)] T>(string name, Func<HttpContext, IAsyncEnumerable<T>> provider) => Add(Providers, ProviderRegistration.Of(provider, NameOf(provider), this, name));

    /// <summary>Answers an exception, and those derived from it, with a function as <see cref="OnErrorAttribute"/> names one: <c>OnError((SoldOut error, Stock stock) => …, 409)</c>.</summary>
    /// <remarks>
    /// The first parameter is the exception. The others are bound as those of an attribute's function: services, what providers of
    /// lists and the app make, query, headers, cookies; by name those of the path, where the route has them. The function returns an
    /// <c>IResult</c>, a value, a <see cref="Response{T}"/>, or a task of these; null, or nothing, leaves the exception to others.
    /// The generator binds what it sees: a lambda with typed parameters, or a function's name.
    /// </remarks>
    /// <param name="function">The function.</param>
    /// <param name="status">The status of a value that it returns; 0, which is the default, means that of an <see cref="HttpException"/>, else 500.</param>
    /// <param name="text">Filled by the compiler.</param>
    /// <exception cref="InvalidOperationException">The generator has not seen the function: it comes in a variable, or from a project without the generator.</exception>
    [OverloadResolutionPriority(-4)]
    public Layer OnError(Delegate function, int status = 0, [CallerArgumentExpression(nameof(function))] string text = "") => Add(Errors, ErrorHandlerRegistration.Of(function, status, text, NameOf(function)));

    /// <summary>Answers an exception of type <typeparamref name="TException"/>, and of those derived from it; null leaves it to others.</summary>
    /// <param name="handler">The function.</param>
    [OverloadResolutionPriority(1)]
    public Layer OnError<TException>(Func<TException, HttpContext, IResult?> handler) where TException : Exception => Add(Errors, ErrorHandlerRegistration.Of(handler, NameOf(handler)));

    /// <inheritdoc cref="OnError{TException}(Func{TException, HttpContext, IResult})"/>
    public Layer OnError<TException>(Func<TException, HttpContext, Task<IResult?>> handler) where TException : Exception => Add(Errors, ErrorHandlerRegistration.Of(handler, NameOf(handler)));

    /// <summary>Answers an exception of type <typeparamref name="TException"/>, and of those derived from it, with a value that is written as a handler's would be; null leaves it to others.</summary>
    /// <typeparam name="TException">The exceptions.</typeparam>
    /// <param name="handler">The function. JSON is written by the value's own type.</param>
    /// <param name="status">The status of the answer; 0, which is the default, means that of an <see cref="HttpException"/>, else 500.</param>
    [OverloadResolutionPriority(-3)]
    public Layer OnError<TException>(Func<TException, HttpContext, object?> handler, int status = 0) where TException : Exception => Add(Errors, ErrorHandlerRegistration.Of(handler, status, NameOf(handler)));

    /// <inheritdoc cref="OnError{TException}(Func{TException, HttpContext, object}, int)"/>
    [OverloadResolutionPriority(-3)]
    public Layer OnError<TException>(Func<TException, HttpContext, Task<object?>> handler, int status = 0) where TException : Exception => Add(Errors, ErrorHandlerRegistration.Of(handler, status, NameOf(handler)));

    /// <summary>Answers an exception of type <typeparamref name="TException"/>, and of those derived from it, with a value that is written as a handler's would be; null leaves it to others.</summary>
    /// <remarks>Services come from the context: <c>context.RequestServices.GetRequiredService&lt;Stock&gt;()</c>.</remarks>
    /// <typeparam name="TException">The exceptions.</typeparam>
    /// <typeparam name="T">The value: text, bytes, a stream, or JSON; or a <see cref="Response{T}"/> of these.</typeparam>
    /// <param name="handler">The function.</param>
    /// <param name="status">The status of the answer; 0, which is the default, means that of an <see cref="HttpException"/>, else 500.</param>
    [OverloadResolutionPriority(-2)]
    public Layer OnError<TException, T>(Func<TException, HttpContext, T?> handler, int status = 0) where TException : Exception => Add(Errors, ErrorHandlerRegistration.Of(handler, status, NameOf(handler)));

    /// <inheritdoc cref="OnError{TException, T}(Func{TException, HttpContext, T}, int)"/>
    public Layer OnError<TException, T>(Func<TException, HttpContext, Task<T?>?> handler, int status = 0) where TException : Exception => Add(Errors, ErrorHandlerRegistration.Of(handler, status, NameOf(handler)));

    /// <inheritdoc cref="OnError{TException, T}(Func{TException, HttpContext, T}, int)"/>
    [OverloadResolutionPriority(-1)]
    public Layer OnError<TException, T>(Func<TException, HttpContext, ValueTask<T?>> handler, int status = 0) where TException : Exception => Add(Errors, ErrorHandlerRegistration.Of(handler, status, NameOf(handler)));

    /// <summary>Puts a function around the guards, the handler and all between them.</summary>
    /// <param name="middleware">The function.</param>
    public Layer Middleware(Func<HttpContext, RequestDelegate, Task> middleware) => Add(Middlewares, new(middleware, NameOf(middleware)));

    /// <summary>Sets a header on every answer, errors included.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="value">Its value.</param>
    public Layer ResponseHeader(string name, string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(value);
        ResponseHeaders[name] = value;
        return this;
    }

    /// <summary>Says whether members of bodies, forms and groups must come because they are neither nullable nor defaulted: true unless a layer says otherwise.</summary>
    /// <param name="isEnabled">False: they must come (else 400) only where their type says so. See <see cref="ImplicitlyRequiredAttribute"/>.</param>
    public Layer ImplicitlyRequired(bool isEnabled) => Metadata(new ImplicitlyRequiredAttribute(isEnabled));

    /// <summary>Says whether the default status follows the method, 201 for POST and 204 for a DELETE that returns nothing: true unless a layer says otherwise.</summary>
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

    // With the classes around it, as the build says it.
    private static string? NameOf(Type? type) => type?.DeclaringType is { } outer ? $"{NameOf(outer)}.{type.Name}" : type?.Name;
}
