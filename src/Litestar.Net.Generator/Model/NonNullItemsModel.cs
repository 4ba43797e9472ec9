namespace Litestar.Generator.Model;

/// <summary>The members of a type whose items may not be null.</summary>
/// <param name="Type">The type, qualified.</param>
/// <param name="Members">The members.</param>
internal sealed record NonNullItemsModel(string Type, EquatableArray<NonNullItemsMember> Members);

/// <summary>A member whose items may not be null.</summary>
/// <param name="Name">Its name in the source.</param>
/// <param name="Depths">A bit for each depth at which they may not be null; bit 30 for the member itself.</param>
internal sealed record NonNullItemsMember(string Name, int Depths);
