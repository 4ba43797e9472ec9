namespace Litestar;

/// <summary>Calls a function after the guards and before the handler's arguments are read.</summary>
/// <remarks>The function returns nothing, or an <c>IResult?</c>, which is the answer in the handler's place unless it is null; or a task of these. Of several layers, the nearest one's runs.</remarks>
/// <param name="function">The function, as <c>nameof(Hooks.Early)</c>.</param>
public sealed class BeforeAttribute(string function) : LayerAttribute(function);
