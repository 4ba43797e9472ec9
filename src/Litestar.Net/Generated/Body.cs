using System.Buffers;
using System.ComponentModel;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Litestar.Rejections;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Litestar.Generated;

/// <summary>The JSON body of a request.</summary>
/// <typeparam name="T">The type it is read as.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Body<T>
{
    private readonly JsonTypeInfo<T> _type;
    private readonly bool _isRequired;
    private readonly T _orElse;

    internal Body(JsonTypeInfo<T> type, bool isRequired, T orElse)
    {
        _type = type;
        _isRequired = isRequired;
        _orElse = orElse;
    }

    /// <summary>Reads it; without waiting where it has come already.</summary>
    public ValueTask<Bound<T>> Read(HttpContext context)
    {
        var request = context.Request;
        if (!HasBody(context))
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

    private Bound<T> Absent => _isRequired ? Bound<T>.Refused(BodyFaults.Missing) : Bound<T>.Of(_orElse);

    private static bool HasBody(HttpContext context) =>
        context.Request.ContentLength is > 0 || (context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? context.Request.ContentLength is not 0);

    private static bool IsUtf8Json(string? contentType) => contentType is "application/json" or "application/json; charset=utf-8";

    private async ValueTask<Bound<T>> ReadLater(HttpRequest request)
    {
        var reader = request.BodyReader;
        var read = await reader.ReadAsync(request.HttpContext.RequestAborted);
        if (read.IsCompleted)
        {
            return ReadWhole(request, read.Buffer);
        }

        reader.AdvanceTo(read.Buffer.Start);
        try
        {
            return Checked(await JsonSerializer.DeserializeAsync(reader, _type, request.HttpContext.RequestAborted));
        }
        catch (Exception exception) when (BodyFaults.Of(exception) is { } fault)
        {
            return Bound<T>.Refused(fault);
        }
    }

    private Bound<T> ReadWhole(HttpRequest request, ReadOnlySequence<byte> body)
    {
        try
        {
            return body.IsEmpty ? Absent : Checked(Deserialize(body));
        }
        catch (Exception exception) when (BodyFaults.Of(exception) is { } fault)
        {
            return Bound<T>.Refused(fault);
        }
        finally
        {
            request.BodyReader.AdvanceTo(body.End);
        }
    }

    private T? Deserialize(ReadOnlySequence<byte> body)
    {
        if (body.IsSingleSegment)
        {
            return JsonSerializer.Deserialize(body.FirstSpan, _type);
        }

        var length = (int)body.Length;
        var whole = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            body.CopyTo(whole);
            return JsonSerializer.Deserialize(whole.AsSpan(0, length), _type);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(whole);
        }
    }

    // Rare spellings of the media type, +json types and other charsets; anything else is refused.
    private async ValueTask<Bound<T>> ReadOther(HttpRequest request)
    {
        if (!request.HasJsonContentType() || CharsetOf(request.ContentType) is not { } charset)
        {
            return Bound<T>.Refused(BodyFaults.NotJson(request.ContentType));
        }

        if (charset.CodePage == Encoding.UTF8.CodePage)
        {
            return await ReadLater(request);
        }

        try
        {
            await using var utf8 = Encoding.CreateTranscodingStream(request.Body, charset, Encoding.UTF8, leaveOpen: true);
            return Checked(await JsonSerializer.DeserializeAsync(utf8, _type, request.HttpContext.RequestAborted));
        }
        catch (Exception exception) when (BodyFaults.Of(exception) is { } fault)
        {
            return Bound<T>.Refused(fault);
        }
    }

    private static Encoding? CharsetOf(string? contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var mediaType) || !mediaType.Charset.HasValue)
        {
            return Encoding.UTF8;
        }

        return mediaType.Encoding;
    }

    private Bound<T> Checked(T? value) => value is null && _isRequired ? Bound<T>.Refused(BodyFaults.Null) : Bound<T>.Of(value!);
}
