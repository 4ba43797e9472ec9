using System.ComponentModel;
using Litestar.Rejections;
using Microsoft.AspNetCore.Http;

namespace Litestar.Generated;

/// <summary>One handler at one route: the generated corridor from a matched request to its answer.</summary>
/// <param name="setup">What the app knows of this handler when it starts.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class HandlerCode(HandlerSetup setup)
{
    private readonly ErrorBoundary _errors = setup.Errors;

    /// <summary>Binds, calls and responds.</summary>
    /// <param name="context">A request that matched this handler's route.</param>
    public abstract Task Invoke(HttpContext context);

    /// <summary>Answers with everything that was found wrong.</summary>
    protected Task Refuse(HttpContext context, in Bind bind) => _errors.Refuse(context, bind.Rejection);
}
