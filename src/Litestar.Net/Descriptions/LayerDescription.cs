namespace Litestar;

/// <summary>A layer around a handler.</summary>
/// <param name="Kind">The kind of layer.</param>
/// <param name="Name">
/// The layer's display name: <c>the app</c>, <c>the list under '/admin'</c>, <c>the assembly</c>, <c>Users</c>,
/// <c>Users.Remove</c>.
/// </param>
public sealed record LayerDescription(LayerKind Kind, string Name)
{
    internal static readonly LayerDescription App = new(LayerKind.App, "the app");

    internal static readonly LayerDescription Host = new(LayerKind.Host, "the host");

    internal static LayerDescription Of(Layer layer) => new(layer is LitestarOptions ? LayerKind.App : LayerKind.List, layer.Place);

    // Generated code uses the same names.
    internal static LayerDescription Of(string layer, string handler) => new(layer is "the assembly" ? LayerKind.Assembly : layer == handler ? LayerKind.Function : LayerKind.Class, layer);

    /// <summary>Returns the layer's display name.</summary>
    public override string ToString() => Name;
}

/// <summary>The layers around a handler, the outermost first.</summary>
public enum LayerKind
{
    /// <summary>The whole app: <c>builder.Options</c>, or the services in its container.</summary>
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
