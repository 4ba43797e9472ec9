using System.ComponentModel;
using Litestar.Errors;
using Litestar.RequestBodies;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Litestar.Generated;

/// <summary>The form in the body of a request, url-encoded or multipart.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FormRequestBody
{
    /// <summary>Reads the form with ASP.NET Core's own reader and its <c>FormOptions</c>; empty if there is no body.</summary>
    public static async ValueTask<BindingResult<FormScope>> Read(HttpContext context)
    {
        var request = context.Request;
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false })
        {
            return BindingResult<FormScope>.Rejected(FormFaults.NotFromHere);
        }

        if (!request.HasFormContentType)
        {
            return BodyPresence.HasBody(context)
                ? BindingResult<FormScope>.Rejected(BodyFaults.NotAccepted(request.ContentType, "'application/x-www-form-urlencoded' or 'multipart/form-data'"))
                : BindingResult<FormScope>.Of(new(FormCollection.Empty));
        }

        try
        {
            return BindingResult<FormScope>.Of(new(await request.ReadFormAsync(context.RequestAborted)));
        }
        catch (NotSupportedException)
        {
            return BindingResult<FormScope>.Rejected(FormFaults.CharsetRejected);
        }
        catch (InvalidDataException exception)
        {
            return BindingResult<FormScope>.Rejected(FormFaults.Of(exception));
        }
        catch (IOException exception) when (exception is not BadHttpRequestException && !context.RequestAborted.IsCancellationRequested)
        {
            return BindingResult<FormScope>.Rejected(FormFaults.Incomplete);
        }
    }
}
