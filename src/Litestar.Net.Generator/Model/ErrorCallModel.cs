namespace Litestar.Generator.Model;

/// <summary>A call that hands an error handler to a list or an app.</summary>
/// <param name="Function">The error handler, where generated code binds its parameters; null where type arguments do.</param>
/// <param name="Values">The types of its values that are written as JSON, where type arguments bind it.</param>
internal sealed record ErrorCallModel(HandlerModel? Function, EquatableArray<string> Values);
