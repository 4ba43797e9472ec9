using Litestar.Generated;

namespace Litestar.Handlers;

/// <summary>An element of a handler list, with its declaration.</summary>
/// <param name="declaration">The generator's facts about the function.</param>
/// <param name="function">The function itself, if it is an element of the list.</param>
/// <param name="prefix">The path in front of all its routes.</param>
/// <param name="layers">The layers of the app and of its lists, the outermost first.</param>
/// <param name="module">The class on the list that declares it, if the function itself is not on the list.</param>
internal sealed class ResolvedHandler(HandlerDeclaration declaration, Delegate? function, string prefix, IReadOnlyList<Layer> layers, Type? module = null)
{
    public HandlerDeclaration Declaration => declaration;

    public Delegate? Function => function;

    public Type? Module => module;

    public string Prefix => prefix;

    public IReadOnlyList<Layer> Layers => layers;
}
