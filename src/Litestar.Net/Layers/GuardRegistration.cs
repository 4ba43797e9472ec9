using Litestar.Errors;
using Litestar.Responses;
using Microsoft.AspNetCore.Http;

namespace Litestar.Layers;

/// <summary>A guard of a list or an app, in a uniform shape.</summary>
/// <param name="Admit">Lets the request pass, or answers it and returns false.</param>
/// <param name="Name">The function's name.</param>
internal sealed record GuardRegistration(Func<HttpContext, ErrorBoundary, ValueTask<bool>> Admit, string Name)
{
    public static GuardRegistration Of(Func<HttpContext, bool> guard, string name) =>
        new((context, errors) => guard(context) ? new(true) : Deny(context, errors), name);

    public static GuardRegistration Of(Func<HttpContext, Task<bool>> guard, string name) =>
        new(async (context, errors) => await guard(context) || await Deny(context, errors), name);

    public static GuardRegistration Of(Func<HttpContext, IResult?> guard, string name) =>
        new((context, errors) => guard(context) is { } rejection ? Answer(context, rejection, errors) : new(true), name);

    public static GuardRegistration Of(Func<HttpContext, Task<IResult?>> guard, string name) =>
        new(async (context, errors) => await guard(context) is not { } rejection || await Answer(context, rejection, errors), name);

    public static GuardRegistration Of(Func<HttpContext, Task> guard, string name) =>
        new(
            async (context, _) =>
            {
                await guard(context);
                return true;
            },
            name);

    public static GuardRegistration Of(Action<HttpContext> guard, string name) =>
        new(
            (context, _) =>
            {
                guard(context);
                return new(true);
            },
            name);

    private static async ValueTask<bool> Deny(HttpContext context, ErrorBoundary errors)
    {
        await errors.Deny(context);
        return false;
    }

    private static async ValueTask<bool> Answer(HttpContext context, IResult rejection, ErrorBoundary errors)
    {
        await ResultWriter.Result(context, rejection, errors);
        return false;
    }
}
