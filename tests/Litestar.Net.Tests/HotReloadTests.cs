using System.Reflection;
using System.Reflection.Metadata;
using Litestar.Hosting;

namespace Litestar.Tests;

/// <summary>An edit of running code that only a restart puts to use is said.</summary>
public sealed class HotReloadTests
{
    [Fact]
    public void An_edit_of_what_is_generated_asks_for_a_restart()
    {
        var types = typeof(HotReloadTests).Assembly.GetTypes().Where(type => type is { Namespace: "Litestar.Generated.Handlers", Name: "HandlerTable" or "HandlerJson" }).Append(typeof(HotReloadTests)).ToArray();

        Assert.Equal(
            "Litestar.Net: the edit changes a route, the parameters of a handler, a layer or the shape of a model, which are read once, when the app starts. Until a restart (Ctrl+R in dotnet watch) the app uses the old ones, or fails. Changed: HandlerJson, HandlerTable.",
            HotReload.Sentence(types));
    }

    [Fact]
    public void An_edit_of_a_functions_body_does_not()
    {
        Assert.Null(HotReload.Sentence([typeof(HotReloadTests)]));
        Assert.Null(HotReload.Sentence([]));
        Assert.Null(HotReload.Sentence(null));
    }

    [Fact]
    public void It_is_found_by_NET() =>
        Assert.Contains(typeof(LitestarApp).Assembly.GetCustomAttributes<MetadataUpdateHandlerAttribute>(), handler => handler.HandlerType == typeof(HotReload));
}
