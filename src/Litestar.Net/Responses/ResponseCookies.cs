using System.Collections;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Litestar;

/// <summary>The cookies of a response, those to be deleted included.</summary>
public sealed class ResponseCookies : IEnumerable<string>
{
    private readonly List<(string Name, string? Value, CookieOptions Options)> _cookies = [];

    /// <summary>Sets a session cookie for all paths, with <c>SameSite=Lax</c>.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value, which is percent-encoded if necessary.</param>
    public void Add(string name, string value) => Add(name, value, new CookieOptions { SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax });

    /// <summary>Sets a cookie. It replaces one with the same name, path and domain.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value, which is percent-encoded if necessary.</param>
    /// <param name="options">Its path, lifetime and visibility.</param>
    public void Add(string name, string value, CookieOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(options);
        _cookies.Add((name, value, options));
    }

    /// <summary>Deletes a cookie from the browser.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="options">The path and the domain that it was set with.</param>
    public void Delete(string name, CookieOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        _cookies.Add((name, null, options ?? new()));
    }

    /// <summary>Returns the names, in the order in which they were added.</summary>
    public IEnumerator<string> GetEnumerator() => _cookies.Select(cookie => cookie.Name).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Write(HttpResponse response)
    {
        foreach (var (name, value, options) in _cookies)
        {
            Replace(response.Headers, name, options);
            if (value is null)
            {
                response.Cookies.Delete(name, options);
            }
            else
            {
                response.Cookies.Append(name, value, options);
            }
        }
    }

    // A name, a path and a domain identify one cookie, which is set once (RFC 6265, section 4.1.1).
    private static void Replace(IHeaderDictionary headers, string name, CookieOptions options)
    {
        var set = headers.SetCookie;
        if (set.Any(IsSame))
        {
            headers.SetCookie = set.Where(text => !IsSame(text)).ToArray();
        }

        bool IsSame(string? text) => SetCookieHeaderValue.TryParse(text, out var cookie)
            && cookie.Name == name
            && cookie.Path == options.Path
            && string.Equals(cookie.Domain.Value, options.Domain, StringComparison.OrdinalIgnoreCase);
    }
}
