using Microsoft.AspNetCore.Http;

namespace Litestar.Layers;

/// <summary>A hook of a list or an app that does not respond.</summary>
/// <param name="Call">Calls it.</param>
/// <param name="Name">The function's name.</param>
internal sealed record HookRegistration(Func<HttpContext, ValueTask> Call, string Name)
{
    public static HookRegistration Of(Func<HttpContext, Task> hook, string name) => new(context => new(hook(context)), name);

    public static HookRegistration Of(Action<HttpContext> hook, string name) =>
        new(
            context =>
            {
                hook(context);
                return default;
            },
            name);
}
