namespace Litestar.Conformance.Conventions;

/// <summary>Something that a request shows otherwise of a handler than of an endpoint.</summary>
/// <param name="Convention">What is around both.</param>
/// <param name="Place">Where the handler is.</param>
/// <param name="Asked">The request.</param>
/// <param name="Name">What is shown.</param>
/// <param name="Endpoint">Its value for the endpoint, empty where there is none.</param>
/// <param name="Handler">Its value for the handler.</param>
public sealed record Difference(string Convention, Place Place, string Asked, string Name, string Endpoint, string Handler)
{
    public bool IsOwn => Place is Place.Own or Place.Kept;

    public bool IsAround(params string[] conventions) => Array.Exists(conventions, name => Convention.StartsWith(name, StringComparison.Ordinal));

    public bool Is(params string[] names) => Array.Exists(names, name => Name == name);

    public override string ToString() => $"{Convention} | {Place} | {Asked} | {Name}: '{Endpoint}' of an endpoint, '{Handler}' of a handler";
}
