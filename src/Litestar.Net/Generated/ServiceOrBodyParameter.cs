using System.ComponentModel;
using Microsoft.AspNetCore.Http;

namespace Litestar.Generated;

/// <summary>An argument that is a service or the body. The container decided when the app started.</summary>
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

    /// <summary>Returns the service, or reads the body.</summary>
    public ValueTask<BindingResult<T>> Read(HttpContext context) => _body is null ? new(BindingResult<T>.Of(_service!.Get(context))) : _body.Read(context);
}
