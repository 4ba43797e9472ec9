namespace Litestar;

/// <summary>Lets a function decide whether a request may pass, before anything else of it is read.</summary>
/// <remarks>
/// The function returns <see langword="bool"/> (false answers 401 to an anonymous caller, 403 to a known one), an <c>IResult?</c>
/// (null passes, any other is the answer), nothing (it throws to refuse), or a task of these. Guards of all layers run, the
/// outermost first; the first that refuses ends it.
/// </remarks>
/// <param name="function">The function, as <c>nameof(Guards.Admin)</c>.</param>
public sealed class GuardAttribute(string function) : LayerAttribute(function);
