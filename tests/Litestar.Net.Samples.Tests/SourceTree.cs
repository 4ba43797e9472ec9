namespace Litestar.Samples.Tests;

/// <summary>
/// The tests that build where the sources are, as <c>dotnet run</c> does: they run one after the other. Two builds at the same time write
/// the same files.
/// </summary>
[CollectionDefinition(nameof(SourceTree))]
public sealed class SourceTree;
