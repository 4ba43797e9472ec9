namespace Litestar;

/// <summary>Calls a function after the handler has succeeded and before the first byte is sent: it may set the status and headers.</summary>
/// <remarks>
/// The function returns nothing or a task. What it throws becomes an error answer. It does not run for a request that was
/// refused or failed. Of several layers, the nearest one's runs.
/// </remarks>
/// <param name="function">The function, as <c>nameof(Hooks.Stamp)</c>.</param>
public sealed class AfterAttribute(string function) : LayerAttribute(function);
