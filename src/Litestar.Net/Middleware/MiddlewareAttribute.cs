namespace Litestar;

/// <summary>Adds a function around the guards, the handler and all steps between them.</summary>
/// <remarks>
/// The function is <c>Task F(HttpContext context, RequestDelegate next)</c>. Middleware of all layers runs, the outermost first. When
/// <c>next</c> returns, the final status of the response is set, also that of an error.
/// </remarks>
/// <param name="function">The function, as <c>nameof(Steps.Timed)</c>.</param>
public sealed class MiddlewareAttribute(string function) : LayerAttribute(function);
