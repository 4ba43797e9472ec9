using System.Buffers;
using System.ComponentModel;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Litestar.Errors;
using Litestar.Json;
using Litestar.RequestBodies;
using Litestar.Responses;
using Litestar.Validation;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Litestar.Generated;

/// <summary>Reads the JSON body of a request.</summary>
/// <typeparam name="T">The type it is read as.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonRequestBody<T>
{
    // Up to this size a body is buffered as a whole, and all its faults are found; a larger one is read as a stream.
    private const int Gathered = 16 * 1024 * 1024;

    private readonly JsonTypeInfo<T> _type;
    private readonly JsonReadSettings _json;
    private readonly bool _isRequired;
    private readonly T _orElse;
    private readonly int _filled;
    private readonly NullItemFinder? _items;
    private readonly bool _hasDocuments;
    private readonly ValueValidation<T>? _checks;
    private JsonTypeInfo<T>? _quick;

    internal JsonRequestBody(JsonTypeInfo<T> type, JsonReadSettings json, bool isRequired, T orElse, int filled, ValueValidation<T>? checks)
    {
        _type = type;
        _json = json;
        _isRequired = isRequired;
        _orElse = orElse;
        _filled = filled;
        _items = NullItemFinder.Of(type, filled);
        _hasDocuments = ClosedTypeGraph.HoldsDocuments(type);
        _checks = checks;
    }

    /// <summary>Reads and validates the body. Completes synchronously if the body has arrived and no validator is asynchronous.</summary>
    public ValueTask<BindingResult<T>> Read(HttpContext context) => _checks is null ? ReadUnchecked(context) : _checks.Ask(context, ReadUnchecked(context));

    private ValueTask<BindingResult<T>> ReadUnchecked(HttpContext context)
    {
        var request = context.Request;
        if (!BodyPresence.HasBody(context))
        {
            return new(Absent);
        }

        if (!IsUtf8Json(request.ContentType))
        {
            return ReadOther(request);
        }

        if (!request.BodyReader.TryRead(out var read))
        {
            return ReadLater(request);
        }

        if (!read.IsCompleted)
        {
            request.BodyReader.AdvanceTo(read.Buffer.Start);
            return ReadLater(request);
        }

        return new(ReadWhole(request, read.Buffer));
    }

    // NUL can only come escaped; a careful read resolves an escaped backslash before it. The same holds for half a
    // surrogate pair, which matters
    // when text is kept without being read.
    private bool IsSuspect(ReadOnlySpan<byte> body) =>
        body.IndexOf("\\u0000"u8) >= 0 || (_hasDocuments && (body.IndexOf("\\ud"u8) >= 0 || body.IndexOf("\\uD"u8) >= 0));

    // Exceptions of the user's own code about a value are reported to the client; any others are errors of the server.
    private static bool IsRejection(Exception exception) => exception is JsonException or NotSupportedException || ClientValueExceptions.Is(exception);

    private JsonTypeInfo<T> Careful => (JsonTypeInfo<T>)_json.Careful.GetTypeInfo(typeof(T));

    private BindingResult<T> Absent => _isRequired ? BindingResult<T>.Rejected(BodyFaults.Missing) : BindingResult<T>.Of(_orElse);

    private static bool IsUtf8Json(string? contentType) => contentType is "application/json" or "application/json; charset=utf-8";

    private BindingResult<T> ReadWhole(HttpRequest request, ReadOnlySequence<byte> body)
    {
        try
        {
            if (body.IsEmpty)
            {
                return Absent;
            }

            if (body.IsSingleSegment)
            {
                return Deserialize(request.HttpContext, body.First);
            }

            var length = (int)body.Length;
            var whole = ArrayPool<byte>.Shared.Rent(length);
            body.CopyTo(whole);
            var read = Deserialize(request.HttpContext, whole.AsMemory(0, length));
            ArrayPool<byte>.Shared.Return(whole);
            return read;
        }
        finally
        {
            request.BodyReader.AdvanceTo(body.End);
        }
    }

    private BindingResult<T> Deserialize(HttpContext context, ReadOnlyMemory<byte> body)
    {
        body = body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body;
        try
        {
            var value = IsSuspect(body.Span) ? JsonSerializer.Deserialize(body.Span, Careful) : DeserializeQuickly(body.Span);
            if (_items is not null && value is not null && body.Span.IndexOf("null"u8) >= 0)
            {
                RejectNull(value);
            }

            return Checked(value);
        }
        catch (Exception exception) when (IsRejection(exception))
        {
            return BindingResult<T>.Rejected(JsonFaultFinder.Of(body, Careful, _filled, exception, _checks is null ? null : new(_json.Names, context)));
        }
    }

    private T? DeserializeQuickly(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, _quick ??= (JsonTypeInfo<T>)_json.Quick.GetTypeInfo(typeof(T)));
        }
        catch (MissingArgumentException)
        {
            return JsonSerializer.Deserialize(body, _type);
        }
    }

    private ValueTask<BindingResult<T>> ReadLater(HttpRequest request) => request.ContentLength is > Gathered
        ? ReadStream(request.Body, request.HttpContext.RequestAborted)
        : Gather(request.HttpContext, request.BodyReader, request.Body);

    // The buffer grows with the received bytes: the declared length is not reliable.
    private async ValueTask<BindingResult<T>> Gather(HttpContext context, PipeReader reader, Stream rest)
    {
        var body = new PooledBuffer();
        try
        {
            while (true)
            {
                var read = await reader.ReadAsync(context.RequestAborted);
                body.Write(read.Buffer);
                reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                {
                    return body.Length is 0 ? Absent : Deserialize(context, body.Written);
                }

                if (body.Length > Gathered)
                {
                    return await ReadStream(new PrefixedStream(body.Written, rest), context.RequestAborted);
                }
            }
        }
        finally
        {
            body.Free();
        }
    }

    private async ValueTask<BindingResult<T>> ReadStream(Stream utf8, CancellationToken aborted)
    {
        try
        {
            var value = await JsonSerializer.DeserializeAsync(utf8, Careful, aborted);
            RejectNull(value);
            return Checked(value);
        }
        catch (Exception exception) when (IsRejection(exception))
        {
            return BindingResult<T>.Rejected([.. JsonErrorTranslator.Of(exception, _type, "", value: null)]);
        }
    }

    // System.Text.Json accepts null as an item of a collection, whatever the item's type.
    private void RejectNull(T? value)
    {
        if (value is not null && _items?.NullIn(value) is { } place)
        {
            throw new NullItemException(place);
        }
    }

    // Rare spellings of the media type, +json types and other charsets; anything else is rejected.
    private async ValueTask<BindingResult<T>> ReadOther(HttpRequest request)
    {
        if (!request.HasJsonContentType() || CharsetOf(request.ContentType) is not { } charset)
        {
            return BindingResult<T>.Rejected(BodyFaults.NotAccepted(request.ContentType, "'application/json'"));
        }

        if (charset.CodePage == Encoding.UTF8.CodePage)
        {
            return await ReadLater(request);
        }

        await using var utf8 = Encoding.CreateTranscodingStream(request.Body, charset, Encoding.UTF8, leaveOpen: true);
        return await Gather(request.HttpContext, PipeReader.Create(utf8, new(leaveOpen: true)), utf8);
    }

    private static Encoding? CharsetOf(string? contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var mediaType) || !mediaType.Charset.HasValue)
        {
            return Encoding.UTF8;
        }

        try
        {
            return Encoding.GetEncoding(HeaderUtilities.RemoveQuotes(mediaType.Charset).ToString());
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private BindingResult<T> Checked(T? value) => value is null && _isRequired ? BindingResult<T>.Rejected(BodyFaults.Null("")) : BindingResult<T>.Of(value!);
}
