namespace Litestar.Generator.Model;

/// <summary>The properties of a type which JSON must set.</summary>
/// <param name="Type">The type, qualified.</param>
/// <param name="Members">Their names in the source.</param>
internal sealed record RequiredModel(string Type, EquatableArray<string> Members);
