using System.Net;

namespace Litestar.Testing;

/// <summary>Keeps the cookies an app sets, and sends them back, as a browser does.</summary>
internal sealed class CookieHandler(HttpMessageHandler app, CookieContainer cookies) : DelegatingHandler(app)
{
    private const string Asked = "Cookie", Answered = "Set-Cookie";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        if (cookies.GetCookieHeader(address) is { Length: > 0 } kept)
        {
            // A cookie that the test wrote by hand is sent together with the stored ones.
            var all = request.Headers.TryGetValues(Asked, out var written) ? string.Join("; ", [.. written, kept]) : kept;
            request.Headers.Remove(Asked);
            request.Headers.Add(Asked, all);
        }

        var answer = await base.SendAsync(request, cancellationToken);
        foreach (var cookie in answer.Headers.TryGetValues(Answered, out var set) ? set : [])
        {
            Keep(address, cookie);
        }

        return answer;
    }

    private void Keep(Uri address, string cookie)
    {
        try
        {
            cookies.SetCookies(address, cookie);
        }
        catch (CookieException)
        {
            // A cookie that a browser would reject, for another domain for instance: it stays readable in the response.
        }
    }
}
