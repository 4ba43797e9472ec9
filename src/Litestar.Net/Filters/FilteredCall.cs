using Microsoft.AspNetCore.Http;

namespace Litestar.Filters;

/// <summary>A call of a handler that has endpoint filters: its arguments, as the filters read and replace them.</summary>
/// <param name="context">The request.</param>
/// <param name="arguments">The arguments.</param>
internal sealed class FilteredCall(HttpContext context, object?[] arguments) : EndpointFilterInvocationContext
{
    public override HttpContext HttpContext => context;

    public override IList<object?> Arguments => arguments;

    /// <summary>The response in place of the handler's, if its arguments could not be read.</summary>
    public FilteredRejection? Rejection { get; init; }

    /// <summary>True if the handler was called and has returned.</summary>
    public bool HasReturned { get; set; }

    public override T GetArgument<T>(int index) => (T)arguments[index]!;
}
