namespace Litestar;

/// <summary>Calls a function after the last byte has been sent, also where the request was refused or has failed.</summary>
/// <remarks>
/// The function returns nothing or a task. What it throws is logged: the client has its answer. Where its own parameters cannot
/// be read from the request, it is not called, and a warning is logged. Of several layers, the nearest one's runs.
/// </remarks>
/// <param name="function">The function, as <c>nameof(Hooks.Audit)</c>.</param>
public sealed class AfterResponseAttribute(string function) : LayerAttribute(function);
