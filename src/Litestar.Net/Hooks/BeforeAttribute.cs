namespace Litestar;

/// <summary>Calls a function after the guards and before the handler's arguments are read.</summary>
/// <remarks>
/// The function returns nothing, an <c>IResult?</c>, or a task of these. A non-null result replaces the handler's
/// response. Of several layers, the nearest one's runs.
/// </remarks>
/// <param name="function">The function, as <c>nameof(Hooks.Early)</c>.</param>
public sealed class BeforeAttribute(string function) : LayerAttribute(function);
