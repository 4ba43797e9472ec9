namespace Litestar.Generator.Model;

/// <summary>The properties of a type that JSON must set, and those with rules that are null if JSON does not set them.</summary>
/// <param name="Type">The type, qualified.</param>
/// <param name="Members">The names in the source of the required properties.</param>
/// <param name="Nulls">The names of those that are null.</param>
/// <param name="Declared">The names of those with <c>[Required]</c> that are never null.</param>
internal sealed record RequiredMembersModel(string Type, EquatableArray<string> Members, EquatableArray<string> Nulls, EquatableArray<string> Declared);
