using Litestar.Errors;
using Litestar.Generated;
using Microsoft.AspNetCore.Http;

namespace Litestar.Layers;

/// <summary>An error handler of a list or an app.</summary>
/// <param name="Type">The exception type it answers.</param>
/// <param name="Call">Returns the response, or null.</param>
/// <param name="Name">The function's name.</param>
internal sealed record ErrorHandlerRegistration(Type Type, Func<Exception, HttpContext, ValueTask<IResult?>> Call, string Name)
{
    public static ErrorHandlerRegistration Of<TException>(Func<TException, HttpContext, IResult?> handler, string name) where TException : Exception =>
        new(typeof(TException), (exception, context) => new(handler((TException)exception, context)), name);

    public static ErrorHandlerRegistration Of<TException>(Func<TException, HttpContext, Task<IResult?>> handler, string name) where TException : Exception =>
        new(typeof(TException), (exception, context) => new(handler((TException)exception, context)), name);

    public static ErrorHandlerRegistration Of<TException, T>(Func<TException, HttpContext, T?> handler, int status, string name) where TException : Exception =>
        new(typeof(TException), (exception, context) => new(Answer(exception, handler((TException)exception, context), status, name)), name) { Require = Required<T>(name) };

    public static ErrorHandlerRegistration Of<TException, T>(Func<TException, HttpContext, Task<T?>?> handler, int status, string name) where TException : Exception =>
        new(typeof(TException), async (exception, context) => handler((TException)exception, context) is { } answer ? Answer(exception, await answer, status, name) : null, name) { Require = Required<T>(name) };

    public static ErrorHandlerRegistration Of<TException, T>(Func<TException, HttpContext, ValueTask<T?>> handler, int status, string name) where TException : Exception =>
        new(typeof(TException), async (exception, context) => Answer(exception, await handler((TException)exception, context), status, name), name) { Require = Required<T>(name) };

    /// <summary>Returns the registration of an error handler whose parameters generated code binds.</summary>
    /// <exception cref="InvalidOperationException">The build has not seen the function.</exception>
    public static ErrorHandlerRegistration Of(Delegate function, int status, string text, string name) => HandlerRegistry.ErrorHandlerOf(function, text) is { } declared
        ? new(declared.Caught, static (_, _) => default, name) { Bind = setup => declared.Create(setup.OfError(function, status)) }
        : throw new InvalidOperationException($"OnError({text}) takes a function that the build has not found: a delegate in a variable, or one from a project without Litestar.Net's generator. Write the function in the call, OnError((SoldOut error, Stock stock) => …) or OnError(Errors.SoldOut), or name the types, OnError<SoldOut, string>(…).");

    /// <summary>Binds its parameters for one route; null if they are only the exception and the context.</summary>
    public Func<HandlerSetup, HandlerCode>? Bind { get; private init; }

    /// <summary>The generated code that runs in its place, after its parameters are bound.</summary>
    public HandlerCode? Code { get; init; }

    /// <summary>Checks at the start that its value can be written.</summary>
    public Action<IServiceProvider>? Require { get; private init; }

    private static IResult? Answer<T>(Exception exception, T? value, int status, string name) => value switch
    {
        null => null,
        IResult result => result,
        _ when IsTask(value.GetType()) => throw new InvalidOperationException($"The error handler {name} returns a task. Make it async, or name the task's value type: OnError<…, T>(…)."),
        _ => new ErrorHandlerResult<T>(value, status is not 0 ? status : exception is HttpException known ? known.Status : StatusCodes.Status500InternalServerError),
    };

    private static bool IsTask(Type type) => typeof(Task).IsAssignableFrom(type) || type == typeof(ValueTask) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>));

    private static Action<IServiceProvider>? Required<T>(string name) => !ErrorHandlerResult<T>.IsJson ? null : services =>
    {
        try
        {
            ErrorHandlerResult<T>.TypeOf(services, typeof(T));
        }
        catch (Exception exception) when (exception is NotSupportedException or InvalidOperationException)
        {
            throw new InvalidOperationException($"The error handler {name} returns {typeof(T)}, which has no JSON metadata here. Make the type internal or public and name it in the call, OnError<…, {typeof(T).Name}>(…), or add [JsonSerializable(typeof({typeof(T).Name}))] to a JsonSerializerContext and that context to ConfigureHttpJsonOptions.", exception);
        }
    };

    /// <summary>The inheritance depth of its type: of several that match, the largest wins.</summary>
    public int Depth
    {
        get
        {
            var depth = 0;
            for (var type = Type.BaseType; type is not null; type = type.BaseType)
            {
                depth++;
            }

            return depth;
        }
    }
}
