namespace Litestar.Generator.Model;

/// <summary>A call that adds an error handler to a list or an app.</summary>
/// <param name="Function">The error handler, if generated code binds its parameters; null if type arguments do.</param>
/// <param name="Values">The types of its values that are written as JSON, if type arguments bind it.</param>
internal sealed record ErrorCallModel(HandlerModel? Function, EquatableArray<string> Values);
