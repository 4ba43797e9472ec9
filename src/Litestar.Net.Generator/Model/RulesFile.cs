namespace Litestar.Generator.Model;

/// <summary>The rules of a type, and the file that holds them.</summary>
/// <param name="Name">The file's name, unlike every other where case does not count.</param>
/// <param name="Rules">The rules.</param>
internal sealed record RulesFile(string Name, RulesModel Rules);
