using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Litestar;

/// <summary>The parts of a response besides its value: status, headers, cookies and background work.</summary>
public abstract class ResponseHead
{
    private HeaderDictionary? _headers;
    private ResponseCookies? _cookies;
    private BackgroundWork? _background;

    private protected ResponseHead()
    {
    }

    /// <summary>The status of the response.</summary>
    /// <value>Null, which means: the status of the handler's attribute, or the default of its verb.</value>
    /// <exception cref="ArgumentOutOfRangeException">Not from 200 to 599.</exception>
    public int? Status
    {
        get;
        set => field = value is null or (>= 200 and <= 599) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A response has a status from 200 to 599.");
    }

    /// <summary>
    /// The headers of the response: <c>Headers = { ETag = "\"7\"", ["X-Total"] = "3" }</c>. They replace those with the
    /// same name that layers have set.
    /// </summary>
    /// <value>Empty.</value>
    public IHeaderDictionary Headers => _headers ??= [];

    /// <summary>The cookies of the response: <c>Cookies = { { "seen", "yes" } }</c>.</summary>
    /// <value>Empty.</value>
    public ResponseCookies Cookies => _cookies ??= new();

    /// <summary>The functions to run after the last byte of the response: <c>Background = { () => mail.Send(user) }</c>.</summary>
    /// <value>Empty.</value>
    public BackgroundWork Background => _background ??= new();

    internal BackgroundWork? Work => _background;

    /// <summary>The value as an object; an empty result if there is none.</summary>
    internal virtual object? Untyped => EmptyHttpResult.Instance;

    internal void Write(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = Status ?? response.StatusCode;
        if (_headers is not null)
        {
            foreach (var (name, value) in _headers)
            {
                response.Headers[name] = value;
            }
        }

        _cookies?.Write(response);
    }
}
