using Litestar.Generated;

namespace Litestar.Handlers;

/// <summary>One element of a handler list, found.</summary>
/// <param name="Declaration">What the generator knows of the function.</param>
/// <param name="Function">The function itself, where the list holds it.</param>
/// <param name="Prefix">The path in front of all its routes.</param>
internal sealed record ResolvedHandler(HandlerDeclaration Declaration, Delegate? Function, string Prefix);
