using Litestar.Errors;
using Microsoft.AspNetCore.Http;

namespace Litestar.Filters;

/// <summary>A rejection that passes endpoint filters as a result. Each of them may respond differently.</summary>
/// <param name="rejection">The rejection.</param>
/// <param name="errors">Writes it.</param>
internal sealed class FilteredRejection(Rejection rejection, ErrorBoundary errors) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => rejection.Status;

    public Task ExecuteAsync(HttpContext httpContext) => errors.Reject(httpContext, rejection);
}
