namespace Litestar.Generator.Model;

/// <summary>A FluentValidation validator.</summary>
/// <param name="Type">Its type, qualified.</param>
/// <param name="Validated">The type it judges, qualified.</param>
/// <param name="Arguments">What its constructor is called with, each an expression of <c>needs</c>.</param>
/// <param name="Needs">The types that its constructor asks of the container.</param>
internal sealed record ValidatorModel(string Type, string Validated, EquatableArray<string> Arguments, EquatableArray<string> Needs);
