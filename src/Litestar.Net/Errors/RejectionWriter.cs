using System.Buffers;
using System.Text.Json;
using Litestar.Hosting;
using Litestar.Responses;
using Litestar.Routing;
using Microsoft.AspNetCore.Http;

namespace Litestar.Errors;

/// <summary>Writes every rejection in the app's error format.</summary>
/// <param name="texts">The sentences.</param>
/// <param name="json">The JSON options for extension members of an <see cref="HttpException"/>.</param>
internal abstract class RejectionWriter(RejectionTexts texts, JsonSerializerOptions json)
{
    // An extension does not replace a member that is always written.
    private static readonly HashSet<string> Own = ["type", "title", "status", "detail", "instance", "traceId"];

    protected RejectionTexts Texts => texts;

    protected abstract string ContentType { get; }

    public static RejectionWriter Of(ErrorFormat format, RejectionTexts texts, JsonSerializerOptions json, ProblemDetailsWriter details) =>
        format is ErrorFormat.Litestar ? new LitestarErrorWriter(texts, json) : new ProblemWriter(texts, json, details);

    /// <summary>Returns the extensions of an exception that are not written, because the document has a member with that name.</summary>
    public static IEnumerable<string> LeftOut(HttpException exception) => exception.Extensions is not { } extensions ? [] : LeftOut(extensions.Keys, exception.Errors);

    private static IEnumerable<string> LeftOut(IEnumerable<string> names, IReadOnlyDictionary<string, string[]>? errors) => names.Where(name => IsOwn(name, errors));

    protected static bool IsOwn(string name, IReadOnlyDictionary<string, string[]>? errors) => Own.Contains(name) || (name is "errors" && errors is not null);

    /// <summary>Returns the sentence of a rejection, for the log.</summary>
    public string DetailOf(in Rejection rejection) => rejection.Detail(texts);

    /// <summary>Writes the rejection as the response.</summary>
    /// <param name="context">The request.</param>
    /// <param name="rejection">The rejection.</param>
    /// <param name="isPlain">True if the app's own code must not change it, because that code has failed.</param>
    public Task Write(HttpContext context, in Rejection rejection, bool isPlain = false)
    {
        var document = Begin(context, in rejection, isPlain);
        return Send(context, document);
    }

    /// <summary>Sends a document after its status and headers are set.</summary>
    public static Task Send(HttpContext context, RejectionBuffer document)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            document.Return();
            return Task.CompletedTask;
        }

        if (document.IsLarge)
        {
            return ResultWriter.Send(context, document.Bytes);
        }

        context.Features.ResponseBody().Writer.Write(document.Bytes.Span);
        document.Return();
        return ResultWriter.End(context);
    }

    /// <summary>Sets status and headers; returns the body, which the caller sends.</summary>
    public RejectionBuffer Begin(HttpContext context, in Rejection rejection, bool isPlain = false)
    {
        var response = context.Response;
        ForgetRepresentation(response);
        response.StatusCode = rejection.Status;
        if (rejection.Status >= StatusCodes.Status500InternalServerError)
        {
            ForbidStoring(response.Headers);
        }

        if (rejection.Allow is { } allow)
        {
            response.Headers.Allow = allow;
        }

        foreach (var (name, value) in rejection.Headers ?? [])
        {
            response.Headers[name] = value;
        }

        // An unread rest of the body blocks the next request on the connection (RFC 9110, section 15.5.14).
        if (rejection.Status is StatusCodes.Status413PayloadTooLarge && HttpProtocol.IsHttp11(context.Request.Protocol))
        {
            response.Headers.Connection = "close";
        }

        var document = RejectionBuffer.Take();
        document.Writer.WriteStartObject();
        WriteMembers(document.Writer, context, in rejection, isPlain);
        document.Writer.WriteEndObject();
        document.Writer.Flush();
        response.ContentType = ContentType;
        response.ContentLength = document.Bytes.Length;
        return document;
    }

    protected abstract void WriteMembers(Utf8JsonWriter writer, HttpContext context, in Rejection rejection, bool isPlain);

    protected void WriteExtensions(Utf8JsonWriter writer, in Rejection rejection)
    {
        if (rejection.Extensions is null)
        {
            return;
        }

        foreach (var (name, value) in rejection.Extensions)
        {
            if (!IsOwn(name, rejection.Errors))
            {
                writer.WritePropertyName(name);
                ExtensionValueWriter.Write(writer, value, json);
            }
        }
    }

    // The handler's headers about a body that is not sent must not describe this one.
    internal static void ForgetRepresentation(HttpResponse response)
    {
        var headers = response.Headers;
        if (headers.Count > 0)
        {
            headers.ContentLength = null;
            headers.ContentType = default;
            headers.ContentEncoding = default;
            headers.ContentDisposition = default;
            headers.CacheControl = default;
            headers.ETag = default;
            headers.LastModified = default;
            headers.Location = default;
        }

        response.HttpContext.GetEndpoint()?.Metadata.GetMetadata<Route>()?.Headers?.Restore(headers);
    }

    // A cached failure would outlive its cause. ASP.NET Core sets the same on responses of its exception handler.
    internal static void ForbidStoring(IHeaderDictionary headers)
    {
        headers.CacheControl = "no-cache, no-store";
        headers.Pragma = "no-cache";
        headers.Expires = "-1";
        headers.ETag = default;
    }
}
