using System.ComponentModel;
using Microsoft.AspNetCore.Http;

namespace Litestar.Generated;

/// <summary>An argument whose source only the container knows, which was asked when the app started.</summary>
/// <typeparam name="T">The type of the argument.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ServiceOrBodyParameter<T> where T : notnull
{
    private readonly ServiceParameter<T>? _service;
    private readonly JsonRequestBody<T>? _body;

    internal ServiceOrBodyParameter(ServiceParameter<T>? service, JsonRequestBody<T>? body)
    {
        _service = service;
        _body = body;
    }

    /// <summary>The service, or the body.</summary>
    public ValueTask<BindingResult<T>> Read(HttpContext context) => _body is null ? new(BindingResult<T>.Of(_service!.Get(context))) : _body.Read(context);
}
