namespace Litestar;

/// <summary>A fact about a route that a package adds, such as <c>permission: orders.write</c>.</summary>
public sealed class RouteFact
{
    /// <summary>Creates a fact.</summary>
    /// <param name="name">The name, such as <c>permission</c>.</param>
    /// <param name="values">The values as text.</param>
    public RouteFact(string name, params IReadOnlyList<string> values)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(values);
        (Name, Values) = (name, values);
    }

    /// <summary>The name of the fact.</summary>
    public string Name { get; }

    /// <summary>The values as text. Empty if the name says it all.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>The layer that adds the fact; null outside a description.</summary>
    public LayerDescription? Layer { get; private init; }

    /// <summary>The fact as <c>permission: orders.write</c>.</summary>
    public override string ToString() => Values.Count is 0 ? Name : $"{Name}: {string.Join(", ", Values)}";

    /// <summary>Returns the same fact with the layer that adds it.</summary>
    /// <param name="layer">The layer.</param>
    internal RouteFact Of(LayerDescription layer) => new(Name, Values) { Layer = layer };
}
