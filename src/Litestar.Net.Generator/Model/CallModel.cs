namespace Litestar.Generator.Model;

/// <summary>The access of generated code to a function.</summary>
internal enum FunctionAccess
{
    /// <summary>By its name.</summary>
    Name,

    /// <summary>Through an unsafe accessor: it is private, or in a private class.</summary>
    Accessor,

    /// <summary>Through the delegate on the handler list: it is a local function.</summary>
    Delegate,
}

/// <param name="Reach">The access of generated code to the function.</param>
/// <param name="Target">For access by name, the qualified name; for an accessor, the function's own name.</param>
/// <param name="ReturnType">The type it returns, qualified.</param>
/// <param name="Shape">The parameters with their defaults, as in a lambda of the same type.</param>
/// <param name="Signature">The parameters without their defaults.</param>
/// <param name="IsPlain">True if <c>Func</c> or <c>Action</c> is the type of the method group: no defaults, at most 16 parameters.</param>
internal sealed record CallModel(FunctionAccess Reach, string Target, string ReturnType, string Shape, string Signature, bool IsPlain);
