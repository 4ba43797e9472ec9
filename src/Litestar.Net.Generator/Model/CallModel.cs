namespace Litestar.Generator.Model;

/// <summary>How generated code reaches the function.</summary>
internal enum FunctionAccess
{
    /// <summary>By its name.</summary>
    Name,

    /// <summary>Through an unsafe accessor: it is private, or in a private class.</summary>
    Accessor,

    /// <summary>Through the delegate on the handler list: it is a local function.</summary>
    Delegate,
}

/// <param name="Reach">How generated code reaches the function.</param>
/// <param name="Target">For a name, the qualified name; for an accessor, the function's own name.</param>
/// <param name="ReturnType">The type it returns, qualified.</param>
/// <param name="Shape">The parameters with their defaults, as a lambda of the same type would say them.</param>
/// <param name="Signature">The parameters without their defaults.</param>
/// <param name="IsPlain">Whether <c>Func</c> or <c>Action</c> is the type of the method group: no defaults, at most 16 parameters.</param>
internal sealed record CallModel(FunctionAccess Reach, string Target, string ReturnType, string Shape, string Signature, bool IsPlain);
