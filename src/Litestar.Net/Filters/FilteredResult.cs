using Litestar.Generated;
using Microsoft.AspNetCore.Http;

namespace Litestar.Filters;

/// <summary>A value that passed endpoint filters, as the result that the hook after the handler receives.</summary>
/// <param name="filters">Writes it.</param>
/// <param name="value">The value.</param>
internal sealed class FilteredResult(HandlerFilters filters, object? value) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => filters.Write(httpContext, value);
}
