using System.Text.Json.Serialization.Metadata;
using Litestar.Responses;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Litestar.Errors;

/// <summary>A value that an error handler of a list or an app has returned, written as a handler's would be.</summary>
/// <param name="value">The value.</param>
/// <param name="status">The status of the answer.</param>
/// <typeparam name="T">The type it is written as.</typeparam>
internal sealed class ErrorValue<T>(T value, int status) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        return value switch
        {
            string text => Answers.Text(httpContext, text),
            byte[] bytes => Answers.Bytes(httpContext, bytes),
            ReadOnlyMemory<byte> bytes => Answers.Bytes(httpContext, bytes),
            Stream stream => Answers.Stream(httpContext, stream, completes: false),
            _ => httpContext.Response.WriteAsJsonAsync(value, TypeOf(httpContext.RequestServices), "application/json; charset=utf-8", httpContext.RequestAborted),
        };
    }

    /// <summary>Returns how the value is written.</summary>
    public static JsonTypeInfo<T> TypeOf(IServiceProvider services) =>
        (JsonTypeInfo<T>)services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions.GetTypeInfo(typeof(T));

    /// <summary>Returns whether JSON is what the value is written as.</summary>
    public static bool IsJson =>
        !typeof(Stream).IsAssignableFrom(typeof(T)) && !typeof(IResult).IsAssignableFrom(typeof(T))
        && typeof(T) != typeof(string) && typeof(T) != typeof(byte[]) && typeof(T) != typeof(ReadOnlyMemory<byte>);
}
