using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Litestar.Tests.Binding;

/// <summary>An answer, and the faults it names.</summary>
internal sealed record Asked(int Status, string? ContentType, string Body)
{
    /// <summary>Asks the app in memory, past all that a client would refuse to send.</summary>
    public static async Task<Asked> From(TestApp app, Action<HttpContext> request)
    {
        var context = await app.Server.SendAsync(request);
        using var reader = new StreamReader(context.Response.Body);
        return new(context.Response.StatusCode, context.Response.ContentType, await reader.ReadToEndAsync());
    }

    /// <summary>Asks a handler of <see cref="Echo"/> with one text in every source; the query has it as a scalar, a nullable, and twice in a list.</summary>
    public static Task<Asked> Everywhere(TestApp app, string type, string text) => From(app, context =>
    {
        var escaped = Uri.EscapeDataString(text);
        context.Request.Path = new PathString($"/{type}/{text}");
        context.Request.QueryString = new($"?query={escaped}&maybe={escaped}&list={escaped}&set={escaped}&list={escaped}");
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = $"/{type}/{escaped}{context.Request.QueryString}";
        context.Request.Headers["header"] = text;
        context.Request.Headers.Cookie = $"cookie={escaped}";
    });

    public static Task<Asked> Query(TestApp app, string type, string text) => From(app, context =>
    {
        context.Request.Path = new PathString($"/{type}/x");
        context.Request.QueryString = new($"?query={text}");
    });

    public string? FaultOf(string name)
    {
        using var problem = JsonDocument.Parse(Body);
        return problem.RootElement.TryGetProperty("errors", out var errors) && errors.TryGetProperty(name, out var said) ? said[0].GetString() : null;
    }
}
