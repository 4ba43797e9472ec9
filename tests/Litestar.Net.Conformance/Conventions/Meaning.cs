namespace Litestar.Conformance.Conventions;

/// <summary>Why some of what differs is meant to.</summary>
/// <param name="Around">The conventions, for people.</param>
/// <param name="Why">The reason, a sentence.</param>
/// <param name="Covers">Which differences it explains. The first that does counts.</param>
public sealed record Meaning(string Around, string Why, Func<Difference, bool> Covers);
