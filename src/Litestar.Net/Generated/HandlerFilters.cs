using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Litestar.Errors;
using Litestar.Filters;
using Litestar.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Litestar.Generated;

/// <summary>The endpoint filters around one handler.</summary>
/// <remarks>
/// Only <c>MapLitestar</c> creates one, if a convention has added a filter. A native app that does not call it creates none, so that
/// the compiler leaves out the code after <c>Filters is HandlerFilters</c>.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class HandlerFilters
{
    private readonly EndpointFilterDelegate _pipeline;
    private readonly HandlerCode _code;
    private readonly LitestarJson _json;
    private readonly int _status;
    private readonly string _name;

    internal HandlerFilters(HandlerCode code, LitestarJson json, int status, string name, Func<EndpointFilterDelegate, EndpointFilterDelegate> filter)
    {
        _code = code;
        _json = json;
        _status = status;
        _name = name;
        _pipeline = filter(Call);
    }

    /// <summary>The number of filters; a factory that returns its argument adds none.</summary>
    internal int Count { get; init; }

    /// <summary>Runs the filters and the handler within them, and writes the result.</summary>
    /// <param name="context">The request.</param>
    /// <param name="arguments">The handler's arguments, which a filter may replace.</param>
    public Task Run(HttpContext context, object?[] arguments) => Run(new FilteredCall(context, arguments));

    /// <summary>
    /// Runs the filters around a handler whose arguments could not be read. The handler is not called. Unless a filter
    /// responds in its place, the rejection is the response.
    /// </summary>
    internal Task Run(HttpContext context, in Rejection rejection, ErrorBoundary errors, object?[] arguments)
    {
        context.Response.StatusCode = rejection.Status;
        return Run(new FilteredCall(context, arguments) { Rejection = new(rejection, errors) });
    }

    private async Task Run(FilteredCall call)
    {
        var context = call.HttpContext;
        context.Features.Set(call);
        var result = await _pipeline(call);
        if (result is ResponseHead head)
        {
            ResponseWriter.SetHead(context, head);
        }

        if (!call.HasReturned)
        {
            // No code of the handler has run, so neither its After hook nor its providers' commits run.
            await Write(context, result);
        }
        else if (_code.LayerFunctions.HasFlag(LayerFunctions.After))
        {
            await _code.RespondEarly(context, Prepared(context, result));
        }
        else
        {
            await Write(_code.Respond, context, result);
        }
    }

    // As in ASP.NET Core, a filter that has set an error status keeps the handler from being called.
    private async ValueTask<object?> Call(EndpointFilterInvocationContext filtered)
    {
        var context = filtered.HttpContext;
        var call = filtered as FilteredCall ?? context.Features.Get<FilteredCall>()!;
        if (call.Rejection is { } rejection)
        {
            return rejection;
        }

        if (context.Response.StatusCode >= StatusCodes.Status400BadRequest)
        {
            return EmptyHttpResult.Instance;
        }

        var result = await _code.CallHandler(context, filtered.Arguments as object?[] ?? [.. filtered.Arguments]);
        call.HasReturned = result is not FilteredRejection;
        return result;
    }

    private IResult Prepared(HttpContext context, object? result)
    {
        if (result is EmptyHttpResult && IsBare)
        {
            ResponseWriter.SetDefaultStatus(context, _status);
        }

        return result as IResult ?? new FilteredResult(this, result);
    }

    /// <summary>Writes a value without the hooks and providers of the handler.</summary>
    internal Task Write(HttpContext context, object? value) => Write(new ResponseWriter(_code.Errors), context, value);

    /// <summary>Writes a value as a handler's value is written.</summary>
    internal Task Write(ResponseWriter respond, HttpContext context, object? value) => value switch
    {
        EmptyHttpResult when IsBare && respond == _code.Respond => respond.Empty(context, _status),
        EmptyHttpResult => respond.Empty(context),
        FilteredRejection rejection => rejection.ExecuteAsync(context),
        IResult result => respond.Result(context, result),
        string text => respond.Text(context, text),
        byte[] bytes => respond.Bytes(context, bytes),
        ReadOnlyMemory<byte> bytes => respond.Bytes(context, bytes),
        Memory<byte> bytes => respond.Bytes(context, bytes),
        Stream stream => respond.Stream(context, stream),
        ResponseHead head => ResponseWriter.WithBackgroundWork(context, head, Write(respond, context, head.Untyped)),
        _ => _code.WriteValue(respond, context, value) ?? WriteJson(respond, context, value),
    };

    // The value that a filter returned in place of the handler's.
    private Task WriteJson(ResponseWriter respond, HttpContext context, object? value)
    {
        var bytes = value is null ? "null"u8.ToArray() : JsonSerializer.SerializeToUtf8Bytes(value, TypeOf(value));
        if (string.IsNullOrEmpty(context.Response.ContentType))
        {
            context.Response.ContentType = "application/json; charset=utf-8";
        }

        return respond.Bytes(context, bytes);
    }

    private JsonTypeInfo TypeOf(object value)
    {
        try
        {
            return _json.Settings.GetTypeInfo(value.GetType());
        }
        catch (Exception exception) when (exception is NotSupportedException or InvalidOperationException)
        {
            throw new InvalidOperationException(
                $"An endpoint filter around {_name} has returned a {value.GetType()}, which has no JSON metadata here. Add [JsonSerializable(typeof({value.GetType().Name}))] to a JsonSerializerContext and that context to ConfigureHttpJsonOptions, or return an IResult.",
                exception);
        }
    }

    private bool IsBare => _status is StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified or < StatusCodes.Status200OK;
}
