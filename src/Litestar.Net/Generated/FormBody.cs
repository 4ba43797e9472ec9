using System.ComponentModel;
using Litestar.Binding;
using Litestar.Rejections;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Litestar.Generated;

/// <summary>The form in the body of a request, url-encoded or multipart.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FormBody
{
    /// <summary>Reads it, by ASP.NET Core's own reader and within its <c>FormOptions</c>; empty where no body comes.</summary>
    public static async ValueTask<Bound<FormPart>> Read(HttpContext context)
    {
        var request = context.Request;
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
        {
            return Bound<FormPart>.Refused(FormFaults.NotFromHere);
        }

        if (!request.HasFormContentType)
        {
            return BodyPresence.HasBody(context)
                ? Bound<FormPart>.Refused(BodyFaults.NotAccepted(request.ContentType, "'application/x-www-form-urlencoded' or 'multipart/form-data'"))
                : Bound<FormPart>.Of(new(FormCollection.Empty));
        }

        try
        {
            return Bound<FormPart>.Of(new(await request.ReadFormAsync(context.RequestAborted)));
        }
        catch (NotSupportedException)
        {
            return Bound<FormPart>.Refused(FormFaults.CharsetRefused);
        }
        catch (InvalidDataException exception)
        {
            return Bound<FormPart>.Refused(FormFaults.Of(exception));
        }
        catch (IOException exception) when (exception is not BadHttpRequestException && !context.RequestAborted.IsCancellationRequested)
        {
            return Bound<FormPart>.Refused(FormFaults.Incomplete);
        }
    }
}
