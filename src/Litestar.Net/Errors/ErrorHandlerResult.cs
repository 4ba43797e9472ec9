using System.Text.Json.Serialization.Metadata;
using Litestar.Generated;
using Litestar.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Litestar.Errors;

/// <summary>Writes a value that an error handler of a list or an app has returned, as a handler's value would be written.</summary>
/// <param name="value">The value.</param>
/// <param name="status">The status of the response.</param>
/// <typeparam name="T">The type it is written as; its own type for <c>object</c>.</typeparam>
internal sealed class ErrorHandlerResult<T>(T value, int status) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        if (value is not ResponseHead response)
        {
            return Write(httpContext, value);
        }

        response.Write(httpContext);
        return ResponseWriter.WithBackgroundWork(httpContext, response, response.Untyped is { } inner ? Write(httpContext, inner) : Task.CompletedTask);
    }

    private static Task Write(HttpContext context, object? value) => value switch
    {
        IResult result => result.ExecuteAsync(context),
        string text => ResultWriter.Text(context, text),
        byte[] bytes => ResultWriter.Bytes(context, bytes),
        ReadOnlyMemory<byte> bytes => ResultWriter.Bytes(context, bytes),
        Stream stream => ResultWriter.Stream(context, stream, completes: false),
        _ => context.Response.WriteAsJsonAsync(value, TypeOf(context.RequestServices, value is T and not ResponseHead && typeof(T) != typeof(object) ? typeof(T) : value!.GetType()), "application/json; charset=utf-8", context.RequestAborted),
    };

    /// <summary>Returns the JSON metadata of a type.</summary>
    public static JsonTypeInfo TypeOf(IServiceProvider services, Type type) => services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions.GetTypeInfo(type);

    /// <summary>Returns true if a value of the type is written as JSON.</summary>
    public static bool IsJson =>
        !typeof(Stream).IsAssignableFrom(typeof(T)) && !typeof(IResult).IsAssignableFrom(typeof(T)) && !typeof(ResponseHead).IsAssignableFrom(typeof(T))
        && typeof(T) != typeof(object) && typeof(T) != typeof(string) && typeof(T) != typeof(byte[]) && typeof(T) != typeof(ReadOnlyMemory<byte>);
}
