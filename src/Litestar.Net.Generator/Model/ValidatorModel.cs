namespace Litestar.Generator.Model;

/// <summary>A FluentValidation validator.</summary>
/// <param name="Type">Its type, qualified.</param>
/// <param name="Validated">The type it validates, qualified.</param>
/// <param name="Arguments">The arguments of its constructor, each an expression of <c>needs</c>.</param>
/// <param name="Needs">The types that its constructor needs from the container.</param>
/// <param name="Parameters">If it is created through an accessor: the parameters of its constructor.</param>
/// <param name="ReflectionName">
/// If it is created through an accessor, because it or its constructor is private: its reflection name; else empty.
/// </param>
/// <param name="IsMakeable">
/// True if generated code can create it; else the container may have it, or its own assembly may create it.
/// </param>
internal sealed record ValidatorModel(
    string Type,
    string Validated,
    EquatableArray<string> Arguments,
    EquatableArray<string> Needs,
    string Parameters = "",
    string ReflectionName = "",
    bool IsMakeable = true);
