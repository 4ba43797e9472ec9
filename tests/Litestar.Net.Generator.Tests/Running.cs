using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using Litestar.Generated;
using Litestar.Testing;

namespace Litestar.Generator.Tests;

/// <summary>Tested code, compiled and loaded; the app it served answers.</summary>
internal sealed class Running : IDisposable
{
    private static readonly Lock Starting = new();

    private readonly AssemblyLoadContext _loaded;
    private readonly TestApp _app;

    private Running(AssemblyLoadContext loaded, TestApp app)
    {
        _loaded = loaded;
        _app = app;
    }

    /// <summary>Runs a program that calls <c>Serve([…])</c>.</summary>
    public static Running Start(string code, Project? project = null)
    {
        var build = Build.Of(code, project);
        Assert.True(build.Problems.IsEmpty, build.Explain());
        return Start(build);
    }

    public static Running Start(Build build, params Build[] libraries)
    {
        var loaded = new AssemblyLoadContext(build.Compilation.AssemblyName, isCollectible: true);
        var program = libraries.Append(build).Select(one => loaded.LoadFromStream(ImageOf(one))).ToList()[^1];
        lock (Starting)
        {
            ForgetOtherJson();
            program.EntryPoint!.Invoke(null, program.EntryPoint.GetParameters().Length > 0 ? [Array.Empty<string>()] : []);
        }

        var app = program.GetType("Serving")!.GetField("App")!.GetValue(null) as TestApp;
        return new(loaded, app ?? throw new InvalidOperationException("The program has not called Serve([…])."));
    }

    public async Task Ask(string request, int status, string? body)
    {
        using var answer = await _app.Send(Parse(request), TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == (int)answer.StatusCode, $"{request}: {(int)answer.StatusCode} {text}");
        Assert.Equal((request, body ?? text), (request, text));
    }

    public IReadOnlyList<RouteDescription> Routes => _app.Routes;

    public async Task<HttpResponseMessage> Send(string request) => await _app.Send(Parse(request), TestContext.Current.CancellationToken);

    public async Task<HttpResponseMessage> SendForm(string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        await _app.Send(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) }, TestContext.Current.CancellationToken);

    public void Dispose()
    {
        _app.Dispose();
        _loaded.Unload();
    }

    /// <summary><c>POST /users {"name":"Bob"}</c>, with headers on lines of their own: <c>GET /\nX-Id: 1</c>.</summary>
    private static HttpRequestMessage Parse(string request)
    {
        var lines = request.Split('\n');
        var words = lines[0].Split(' ', 3);
        var message = new HttpRequestMessage(new HttpMethod(words[0]), words[1]);
        if (words.Length > 2)
        {
            message.Content = new StringContent(words[2], Encoding.UTF8, "application/json");
        }

        foreach (var header in lines.Skip(1).Select(line => line.Split(": ", 2)))
        {
            message.Headers.Add(header[0], header[1]);
        }

        return message;
    }

    private static MemoryStream ImageOf(Build build)
    {
        var image = new MemoryStream();
        var emitted = build.Compilation.Emit(image);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Take(8)));
        image.Position = 0;
        return image;
    }

    // Framework types such as List<string> that another test's context knows would hide that this one's lacks them.
    private static void ForgetOtherJson()
    {
        var field = typeof(HandlerRegistry).GetField("Resolvers", BindingFlags.NonPublic | BindingFlags.Static)!;
        var queue = field.GetValue(null)!;
        queue.GetType().GetMethod("Clear")!.Invoke(queue, null);
    }
}
