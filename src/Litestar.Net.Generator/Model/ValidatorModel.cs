namespace Litestar.Generator.Model;

/// <summary>A FluentValidation validator.</summary>
/// <param name="Type">Its type, qualified.</param>
/// <param name="Validated">The type it judges, qualified.</param>
/// <param name="Arguments">What its constructor is called with, each an expression of <c>needs</c>.</param>
/// <param name="Needs">The types that its constructor asks of the container.</param>
/// <param name="Parameters">Where it is made through an accessor: the parameters of its constructor.</param>
/// <param name="ReflectionName">Where it is made through an accessor, for it or its constructor is private: the name by which that finds it; empty where it is made by its name.</param>
/// <param name="IsMakeable">Whether generated code can make it; else the container may hold it, or its own assembly may make it.</param>
internal sealed record ValidatorModel(
    string Type,
    string Validated,
    EquatableArray<string> Arguments,
    EquatableArray<string> Needs,
    string Parameters = "",
    string ReflectionName = "",
    bool IsMakeable = true);
