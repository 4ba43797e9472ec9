using Litestar.Errors;
using Microsoft.AspNetCore.Http;

namespace Litestar.Filters;

/// <summary>A rejection on its way out through endpoint filters, any of which may answer otherwise.</summary>
/// <param name="rejection">The rejection.</param>
/// <param name="errors">Writes it.</param>
internal sealed class FilteredRejection(Rejection rejection, ErrorBoundary errors) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => rejection.Status;

    public Task ExecuteAsync(HttpContext httpContext) => errors.Reject(httpContext, rejection);
}
