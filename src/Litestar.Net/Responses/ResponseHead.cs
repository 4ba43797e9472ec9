using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Litestar;

/// <summary>What a response says besides its value, and what is done behind it.</summary>
public abstract class ResponseHead
{
    private HeaderDictionary? _headers;
    private ResponseCookies? _cookies;
    private BackgroundWork? _background;

    private protected ResponseHead()
    {
    }

    /// <summary>The status of the answer.</summary>
    /// <value>Null, which means: what the handler's attribute says, or the default of its verb.</value>
    /// <exception cref="ArgumentOutOfRangeException">Not from 200 to 599.</exception>
    public int? Status
    {
        get;
        set => field = value is null or (>= 200 and <= 599) ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A response has a status from 200 to 599.");
    }

    /// <summary>Headers of the answer: <c>Headers = { ETag = "\"7\"", ["X-Total"] = "3" }</c>. They take the place of those of the same name that layers have set.</summary>
    /// <value>Empty.</value>
    public IHeaderDictionary Headers => _headers ??= [];

    /// <summary>Cookies of the answer: <c>Cookies = { { "seen", "yes" } }</c>.</summary>
    /// <value>Empty.</value>
    public ResponseCookies Cookies => _cookies ??= new();

    /// <summary>What is done after the last byte of the answer: <c>Background = { () => mail.Send(user) }</c>.</summary>
    /// <value>Nothing.</value>
    public BackgroundWork Background => _background ??= new();

    internal BackgroundWork? Work => _background;

    /// <summary>The value, whatever its type; an empty result where there is none.</summary>
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
