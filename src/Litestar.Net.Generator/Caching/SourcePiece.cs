
namespace Litestar.Generator.Caching;

/// <summary>A declaration that stands by itself in a file: a type with all that is nested in it, or the statements of a program.</summary>
/// <param name="Name">Its simple name, by which others reach it.</param>
/// <param name="Hash">All it declares. What stands in bodies does not count, nor what a handler's own declaration says: that is the handler's alone.</param>
/// <param name="Names">The identifiers it says.</param>
/// <param name="IsOfAll">Whether the compiler may look for it unasked: it stands in a namespace of the framework's or of ours.</param>
/// <param name="Functions">Its functions that may be handlers.</param>
/// <param name="Classes">Its classes that may be validators.</param>
internal sealed record SourcePiece(string Name, ulong Hash, string[] Names, bool IsOfAll, Candidate[] Functions, Candidate[] Classes);

/// <summary>A declaration that a model may be made of.</summary>
/// <param name="Position">Where its identifier begins.</param>
/// <param name="Hash">What it says itself, as far as the piece does not.</param>
/// <param name="Names">The identifiers it says there.</param>
/// <param name="Attributes">The last words of its attributes' names.</param>
internal sealed record Candidate(int Position, ulong Hash, string[] Names, string[] Attributes);
