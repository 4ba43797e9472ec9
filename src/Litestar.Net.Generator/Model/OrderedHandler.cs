namespace Litestar.Generator.Model;

/// <param name="Verb">The index of its first verb among all verbs.</param>
/// <param name="Handler">The handler.</param>
internal sealed record OrderedHandler(int Verb, HandlerModel Handler);
