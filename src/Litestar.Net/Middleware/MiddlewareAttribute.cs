namespace Litestar;

/// <summary>Puts a function around the guards, the handler and all between them.</summary>
/// <remarks>
/// The function is <c>Task F(HttpContext context, RequestDelegate next)</c>. Middleware of all layers runs, the outermost first. It
/// sees the finished status of an answer, that of an error included, when <c>next</c> returns.
/// </remarks>
/// <param name="function">The function, as <c>nameof(Steps.Timed)</c>.</param>
public sealed class MiddlewareAttribute(string function) : LayerAttribute(function);
