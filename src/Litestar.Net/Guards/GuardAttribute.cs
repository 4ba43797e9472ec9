namespace Litestar;

/// <summary>Calls a function that decides if a request may pass, before anything else of it is read.</summary>
/// <remarks>
/// The function returns <see langword="bool"/> (false responds with 401 to an anonymous caller, 403 to a known one), an
/// <c>IResult?</c> (null passes, any other is the response), nothing (it throws to reject), or a task of these. Guards of all
/// layers run, the outermost first, until one rejects the request.
/// </remarks>
/// <param name="function">The function, as <c>nameof(Guards.Admin)</c>.</param>
public sealed class GuardAttribute(string function) : LayerAttribute(function);
