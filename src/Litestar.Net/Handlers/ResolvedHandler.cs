using Litestar.Generated;

namespace Litestar.Handlers;

/// <summary>One element of a handler list, found.</summary>
/// <param name="Declaration">What the generator knows of the function.</param>
/// <param name="Function">The function itself, where the list holds it.</param>
/// <param name="Prefix">The path in front of all its routes.</param>
/// <param name="Layers">The layers of the lists it stands in, the outermost first.</param>
internal sealed record ResolvedHandler(HandlerDeclaration Declaration, Delegate? Function, string Prefix, IReadOnlyList<Layer> Layers);
