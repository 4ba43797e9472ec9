namespace Litestar;

/// <summary>Something that a layer says to ASP.NET Core and others.</summary>
/// <param name="Value">The attribute or object.</param>
/// <param name="Text">The same as its source says it, <c>[Authorize("admin")]</c>, or in its own words.</param>
/// <param name="Layer">The layer it stands on.</param>
public sealed record MetadataDescription(object Value, string Text, LayerDescription Layer);
