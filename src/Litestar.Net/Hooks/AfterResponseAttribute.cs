namespace Litestar;

/// <summary>Calls a function after the last byte has been sent, also if the request was rejected or has failed.</summary>
/// <remarks>
/// The function returns nothing or a task. Its exceptions are logged, because the client already has its response. If its own
/// parameters cannot be bound, it is skipped and a warning is logged. Of several layers, the nearest one's runs.
/// </remarks>
/// <param name="function">The function, as <c>nameof(Hooks.Audit)</c>.</param>
public sealed class AfterResponseAttribute(string function) : LayerAttribute(function);
