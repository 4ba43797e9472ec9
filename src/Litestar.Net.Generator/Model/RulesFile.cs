namespace Litestar.Generator.Model;

/// <summary>The rules of a type, and their file.</summary>
/// <param name="Name">The file's name, which is unique in any case.</param>
/// <param name="Rules">The rules.</param>
internal sealed record RulesFile(string Name, RulesModel Rules);
