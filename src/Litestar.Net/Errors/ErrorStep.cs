using Microsoft.AspNetCore.Http;

namespace Litestar.Errors;

/// <summary>An error handler of a list or an app.</summary>
/// <param name="Type">The exceptions it answers.</param>
/// <param name="Call">Returns the answer, or null.</param>
/// <param name="Name">The function's name.</param>
internal sealed record ErrorStep(Type Type, Func<Exception, HttpContext, ValueTask<IResult?>> Call, string Name)
{
    public static ErrorStep Of<TException>(Func<TException, HttpContext, IResult?> handler, string name) where TException : Exception =>
        new(typeof(TException), (exception, context) => new(handler((TException)exception, context)), name);

    public static ErrorStep Of<TException>(Func<TException, HttpContext, Task<IResult?>> handler, string name) where TException : Exception =>
        new(typeof(TException), (exception, context) => new(handler((TException)exception, context)), name);

    public static ErrorStep Of<TException, T>(Func<TException, HttpContext, T?> handler, int status, string name) where TException : Exception =>
        new(typeof(TException), (exception, context) => new(Answer(exception, handler((TException)exception, context), status)), name) { Require = Required<T>(name) };

    public static ErrorStep Of<TException, T>(Func<TException, HttpContext, Task<T?>?> handler, int status, string name) where TException : Exception =>
        new(typeof(TException), async (exception, context) => handler((TException)exception, context) is { } answer ? Answer(exception, await answer, status) : null, name) { Require = Required<T>(name) };

    /// <summary>Looks at the start whether its value can be written.</summary>
    public Action<IServiceProvider>? Require { get; private init; }

    private static IResult? Answer<T>(Exception exception, T? value, int status) => value switch
    {
        null => null,
        IResult result => result,
        _ => new ErrorValue<T>(value, status is not 0 ? status : exception is HttpException known ? known.Status : StatusCodes.Status500InternalServerError),
    };

    private static Action<IServiceProvider>? Required<T>(string name) => !ErrorValue<T>.IsJson ? null : services =>
    {
        try
        {
            ErrorValue<T>.TypeOf(services);
        }
        catch (Exception exception) when (exception is NotSupportedException or InvalidOperationException)
        {
            throw new InvalidOperationException($"The error handler {name} returns {typeof(T)}, which has no JSON metadata here. Make the type internal or public and say it at the call, OnError<…, {typeof(T).Name}>(…), or add [JsonSerializable(typeof({typeof(T).Name}))] to a JsonSerializerContext and that context to ConfigureHttpJsonOptions.", exception);
        }
    };

    /// <summary>How far its type is derived: of several that fit, the largest number is the nearest.</summary>
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
