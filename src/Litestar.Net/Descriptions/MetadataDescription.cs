namespace Litestar;

/// <summary>An attribute or object that a layer adds to the endpoint, for ASP.NET Core and others.</summary>
/// <param name="Value">The attribute or object.</param>
/// <param name="Text">Its text as in the source, <c>[Authorize("admin")]</c>, or its own description.</param>
/// <param name="Layer">The layer that adds it.</param>
public sealed record MetadataDescription(object Value, string Text, LayerDescription Layer);
