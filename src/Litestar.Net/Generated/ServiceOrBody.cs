using System.ComponentModel;
using Microsoft.AspNetCore.Http;

namespace Litestar.Generated;

/// <summary>An argument whose source only the container knows, which was asked when the app started.</summary>
/// <typeparam name="T">The type of the argument.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ServiceOrBody<T> where T : notnull
{
    private readonly Service<T>? _service;
    private readonly Body<T>? _body;

    internal ServiceOrBody(Service<T>? service, Body<T>? body)
    {
        _service = service;
        _body = body;
    }

    /// <summary>The service, or the body.</summary>
    public ValueTask<Bound<T>> Read(HttpContext context) => _body is null ? new(Bound<T>.Of(_service!.Get(context))) : _body.Read(context);
}
