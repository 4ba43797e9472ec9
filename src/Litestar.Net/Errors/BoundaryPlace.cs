
namespace Litestar.Errors;

/// <summary>The code outside of an error boundary.</summary>
internal enum BoundaryPlace
{
    /// <summary>Another boundary.</summary>
    Within,

    /// <summary>The host's middleware, which may answer exceptions.</summary>
    Endpoint,

    /// <summary>The server.</summary>
    App,
}
