using Microsoft.AspNetCore.Http;

namespace Litestar.Layers;

/// <summary>The hook of a list or an app before the arguments are read.</summary>
/// <param name="Call">Returns the response, or null.</param>
/// <param name="Name">The function's name.</param>
internal sealed record BeforeHookRegistration(Func<HttpContext, ValueTask<IResult?>> Call, string Name)
{
    public static BeforeHookRegistration Of(Func<HttpContext, IResult?> hook, string name) => new(context => new(hook(context)), name);

    public static BeforeHookRegistration Of(Func<HttpContext, Task<IResult?>> hook, string name) => new(context => new(hook(context)), name);

    public static BeforeHookRegistration Of(Func<HttpContext, Task> hook, string name) =>
        new(
            async context =>
            {
                await hook(context);
                return null;
            },
            name);

    public static BeforeHookRegistration Of(Action<HttpContext> hook, string name) =>
        new(
            context =>
            {
                hook(context);
                return default;
            },
            name);
}
