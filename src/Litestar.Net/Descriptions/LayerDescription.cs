namespace Litestar;

/// <summary>A layer around a handler.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The layer as a person names it: <c>the app</c>, <c>the list under '/admin'</c>, <c>the assembly</c>, <c>Users</c>, <c>Users.Remove</c>.</param>
public sealed record LayerDescription(LayerKind Kind, string Name)
{
    internal static readonly LayerDescription App = new(LayerKind.App, "the app");

    internal static readonly LayerDescription Host = new(LayerKind.Host, "the host");

    internal static LayerDescription Of(Layer layer) => new(layer is LitestarOptions ? LayerKind.App : LayerKind.List, layer.Place);

    // As generated code says it.
    internal static LayerDescription Of(string layer, string handler) => new(layer is "the assembly" ? LayerKind.Assembly : layer == handler ? LayerKind.Function : LayerKind.Class, layer);

    /// <summary>The layer as a person names it.</summary>
    public override string ToString() => Name;
}

/// <summary>The layers around a handler, the outermost first.</summary>
public enum LayerKind
{
    /// <summary>What holds for the whole app: <c>builder.Options</c>, or the services in its container.</summary>
    App,

    /// <summary>The ASP.NET Core app that the handlers were mapped in.</summary>
    Host,

    /// <summary>A list: <c>HandlerList.Under</c>.</summary>
    List,

    /// <summary>The assembly.</summary>
    Assembly,

    /// <summary>A static class, or one around it.</summary>
    Class,

    /// <summary>The handler itself.</summary>
    Function,
}
