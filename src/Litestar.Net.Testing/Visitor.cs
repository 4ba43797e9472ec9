using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Litestar.Testing;

/// <summary>A visitor of an app: a client with its own cookies, headers and identity.</summary>
/// <remarks>
/// <see cref="TestApp.NewVisitor"/> creates one, <see cref="TestApp.As"/> one that is signed in. A
/// <see cref="TestApp"/> is its own first visitor. Disposing the app ends all of them.
/// </remarks>
public class Visitor
{
    private readonly IServiceProvider _services;

    private protected Visitor(TestServer server, IServiceProvider services, ClaimsPrincipal? user)
    {
        _services = services;
        User = user;
        Client = NewClient(server, Cookies, user);
    }

    internal static Visitor Of(TestServer server, IServiceProvider services, ClaimsPrincipal? user = null) => new(server, services, user);

    /// <summary>The client. Relative addresses reach the app; cookies are stored, redirects are not followed.</summary>
    public HttpClient Client { get; }

    /// <summary>The headers of every request, unless the request itself has one with that name.</summary>
    /// <value>Empty.</value>
    public HttpRequestHeaders Headers => Client.DefaultRequestHeaders;

    /// <summary>The cookies that <see cref="Client"/> has received and sends back.</summary>
    /// <value>Empty. Cookies marked <c>Secure</c> go only to addresses that begin with <c>https://</c>.</value>
    public CookieContainer Cookies { get; } = new();

    /// <summary>The user of every request; null if the app authenticates itself.</summary>
    public ClaimsPrincipal? User { get; }

    /// <summary>
    /// The JSON settings of the app. <see cref="Post{T}(string, T, CancellationToken)"/> and similar methods write with
    /// them, and <see cref="Get{T}(string, CancellationToken)"/> reads with them.
    /// </summary>
    public JsonSerializerOptions Json => _services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;

    /// <summary>Sends a GET request.</summary>
    /// <param name="path">The path and query, such as <c>/greet?name=Bob</c>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<HttpResponseMessage> Get(string path, CancellationToken cancellationToken = default) => Client.GetAsync(path, cancellationToken);

    /// <summary>Sends a GET request with headers.</summary>
    /// <param name="path">The path and query.</param>
    /// <param name="headers">The headers of this request: <c>[("X-Key", "k1")]</c>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<HttpResponseMessage> Get(string path, IEnumerable<(string Name, string Value)> headers, CancellationToken cancellationToken = default) => Send(HttpMethod.Get, path, null, headers, cancellationToken);

    /// <summary>Sends a GET request and reads a JSON value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="path">The path and query.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="HttpRequestException">The status is not a success; the message contains the response.</exception>
    public Task<T> Get<T>(string path, CancellationToken cancellationToken = default) => Get<T>(path, [], cancellationToken);

    /// <summary>Sends a GET request with headers and reads a JSON value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="path">The path and query.</param>
    /// <param name="headers">The headers of this request: <c>[("X-Key", "k1")]</c>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="HttpRequestException">The status is not a success; the message contains the response.</exception>
    public async Task<T> Get<T>(string path, IEnumerable<(string Name, string Value)> headers, CancellationToken cancellationToken = default)
    {
        using var answer = await Get(path, headers, cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            var body = await answer.Content.ReadAsStringAsync(cancellationToken);
            throw new HttpRequestException($"GET {path} was answered {(int)answer.StatusCode}: {body}", null, answer.StatusCode);
        }

        return (await answer.Content.ReadFromJsonAsync(Typed<T>(), cancellationToken))!;
    }

    /// <summary>Sends a value as JSON with POST.</summary>
    /// <param name="path">The path and query.</param>
    /// <param name="body">The value; an anonymous object works too.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<HttpResponseMessage> Post<T>(string path, T body, CancellationToken cancellationToken = default) => Client.PostAsync(path, Content(body), cancellationToken);

    /// <summary>Sends a value as JSON with POST and headers.</summary>
    /// <param name="path">The path and query.</param>
    /// <param name="body">The value; an anonymous object works too.</param>
    /// <param name="headers">The headers of this request: <c>[("X-Key", "k1")]</c>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<HttpResponseMessage> Post<T>(string path, T body, IEnumerable<(string Name, string Value)> headers, CancellationToken cancellationToken = default) => Send(HttpMethod.Post, path, Content(body), headers, cancellationToken);

    /// <summary>Sends a value as JSON with PUT.</summary>
    /// <inheritdoc cref="Post{T}(string, T, CancellationToken)"/>
    public Task<HttpResponseMessage> Put<T>(string path, T body, CancellationToken cancellationToken = default) => Client.PutAsync(path, Content(body), cancellationToken);

    /// <summary>Sends a value as JSON with PUT and headers.</summary>
    /// <inheritdoc cref="Post{T}(string, T, IEnumerable{ValueTuple{string, string}}, CancellationToken)"/>
    public Task<HttpResponseMessage> Put<T>(string path, T body, IEnumerable<(string Name, string Value)> headers, CancellationToken cancellationToken = default) => Send(HttpMethod.Put, path, Content(body), headers, cancellationToken);

    /// <summary>Sends a value as JSON with PATCH.</summary>
    /// <inheritdoc cref="Post{T}(string, T, CancellationToken)"/>
    public Task<HttpResponseMessage> Patch<T>(string path, T body, CancellationToken cancellationToken = default) => Client.PatchAsync(path, Content(body), cancellationToken);

    /// <summary>Sends a value as JSON with PATCH and headers.</summary>
    /// <inheritdoc cref="Post{T}(string, T, IEnumerable{ValueTuple{string, string}}, CancellationToken)"/>
    public Task<HttpResponseMessage> Patch<T>(string path, T body, IEnumerable<(string Name, string Value)> headers, CancellationToken cancellationToken = default) => Send(HttpMethod.Patch, path, Content(body), headers, cancellationToken);

    /// <summary>Sends a DELETE request.</summary>
    /// <param name="path">The path and query.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<HttpResponseMessage> Delete(string path, CancellationToken cancellationToken = default) => Client.DeleteAsync(path, cancellationToken);

    /// <summary>Sends a DELETE request with headers.</summary>
    /// <param name="path">The path and query.</param>
    /// <param name="headers">The headers of this request: <c>[("X-Key", "k1")]</c>.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<HttpResponseMessage> Delete(string path, IEnumerable<(string Name, string Value)> headers, CancellationToken cancellationToken = default) => Send(HttpMethod.Delete, path, null, headers, cancellationToken);

    /// <summary>Sends any request.</summary>
    /// <param name="request">The request; its address may be relative.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken cancellationToken = default) => Client.SendAsync(request, cancellationToken);

    private protected static HttpClient NewClient(TestServer server, CookieContainer cookies, ClaimsPrincipal? user = null) =>
        new(new CookieHandler(user is null ? server.CreateHandler() : server.CreateHandler(context => TestIdentity.Set(context, user)), cookies)) { BaseAddress = server.BaseAddress };

    private async Task<HttpResponseMessage> Send(HttpMethod method, string path, HttpContent? body, IEnumerable<(string Name, string Value)> headers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(headers);
        using var request = new HttpRequestMessage(method, path) { Content = body };
        foreach (var (name, value) in headers)
        {
            Add(request, name, value);
        }

        return await Send(request, cancellationToken);
    }

    // A content header, such as Content-Type, replaces the existing one.
    private static void Add(HttpRequestMessage request, string name, string value)
    {
        if (request.Headers.TryAddWithoutValidation(name, value))
        {
            return;
        }

        request.Content?.Headers.Remove(name);
        if (request.Content?.Headers.TryAddWithoutValidation(name, value) is not true)
        {
            throw new ArgumentException($"'{name}' is not a header that a {request.Method} request {(request.Content is null ? "without a body " : "")}can have.");
        }
    }

    private JsonContent Content<T>(T body) => JsonContent.Create(body, Typed<T>());

    private JsonTypeInfo<T> Typed<T>() => (JsonTypeInfo<T>)Json.GetTypeInfo(typeof(T));
}
