namespace Litestar;

/// <summary>
/// Calls a function after the handler has succeeded and before the first byte is sent. It may set the status and
/// headers.
/// </summary>
/// <remarks>
/// The function returns nothing or a task. If it throws, the response is an error. It does not run for a request that was
/// rejected or failed. Of several layers, the nearest one's runs.
/// </remarks>
/// <param name="function">The function, as <c>nameof(Hooks.Stamp)</c>.</param>
public sealed class AfterAttribute(string function) : LayerAttribute(function);
