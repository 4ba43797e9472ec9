
namespace Litestar.Generator.Caching;

/// <summary>An independent declaration in a file: a type with all its nested types, or the statements of a program.</summary>
/// <param name="Name">Its simple name, by which others refer to it.</param>
/// <param name="Hash">
/// A hash of its declarations. Bodies do not count, nor does a handler's own declaration: only that handler depends on
/// it.
/// </param>
/// <param name="Names">Its identifiers.</param>
/// <param name="IsOfAll">
/// True if the compiler may look it up without a mention: it is in a namespace of the framework or of Litestar.
/// </param>
/// <param name="Functions">Its functions that may be handlers.</param>
/// <param name="Classes">Its classes that may be validators.</param>
internal sealed record SourcePiece(string Name, ulong Hash, string[] Names, bool IsOfAll, Candidate[] Functions, Candidate[] Classes);

/// <summary>A declaration that may have a model.</summary>
/// <param name="Position">The position of its identifier.</param>
/// <param name="Hash">A hash of its own text, as far as the piece does not contain it.</param>
/// <param name="Names">The identifiers in that text.</param>
/// <param name="Attributes">The last parts of its attributes' names.</param>
internal sealed record Candidate(int Position, ulong Hash, string[] Names, string[] Attributes);
