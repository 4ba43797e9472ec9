using Litestar.Generated;

namespace Litestar.Handlers;

/// <summary>One element of a handler list, found.</summary>
/// <param name="declaration">What the generator knows of the function.</param>
/// <param name="function">The function itself, where the list holds it.</param>
/// <param name="prefix">The path in front of all its routes.</param>
/// <param name="layers">The layers of the app and of the lists it stands in, the outermost first.</param>
/// <param name="module">The class on the list that it stands in, where the list does not hold the function.</param>
internal sealed class ResolvedHandler(HandlerDeclaration declaration, Delegate? function, string prefix, IReadOnlyList<Layer> layers, Type? module = null)
{
    public HandlerDeclaration Declaration => declaration;

    public Delegate? Function => function;

    public Type? Module => module;

    public string Prefix => prefix;

    public IReadOnlyList<Layer> Layers => layers;
}
