using Microsoft.AspNetCore.Http;

namespace Litestar.Errors;

/// <summary>An error handler of a list or an app.</summary>
/// <param name="Type">The exceptions it answers.</param>
/// <param name="Call">Returns the answer, or null.</param>
/// <param name="Name">The function's name.</param>
internal sealed record ErrorStep(Type Type, Func<Exception, HttpContext, ValueTask<IResult?>> Call, string Name)
{
    public static ErrorStep Of<TException>(Func<TException, HttpContext, IResult?> handler, string name) where TException : Exception =>
        new(typeof(TException), (exception, context) => new(handler((TException)exception, context)), name);

    public static ErrorStep Of<TException>(Func<TException, HttpContext, Task<IResult?>> handler, string name) where TException : Exception =>
        new(typeof(TException), (exception, context) => new(handler((TException)exception, context)), name);

    /// <summary>How far its type is derived: of several that fit, the largest number is the nearest.</summary>
    public int Depth
    {
        get
        {
            var depth = 0;
            for (var type = Type.BaseType; type is not null; type = type.BaseType)
            {
                depth++;
            }

            return depth;
        }
    }
}
