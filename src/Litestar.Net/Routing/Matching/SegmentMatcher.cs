namespace Litestar.Routing.Matching;

/// <summary>The kinds of segments in a pattern, in the order in which they are tried.</summary>
internal enum SegmentKind
{
    /// <summary>A fixed text.</summary>
    Literal,

    /// <summary>A constrained parameter, or several parts in one segment.</summary>
    Constrained,

    /// <summary>A plain parameter.</summary>
    Plain,

    /// <summary>A catch-all, constrained or not: it matches the rest of the path.</summary>
    CatchAll,
}

/// <summary>A segment of a pattern, for the tree. A table has one instance for all segments that match the same texts.</summary>
/// <param name="kind">Its kind.</param>
/// <param name="literal">The fixed text of a literal.</param>
/// <param name="constraints">The constraints of a parameter that is alone in its segment.</param>
/// <param name="complex">The parts of a segment with several.</param>
internal sealed class SegmentMatcher(SegmentKind kind, string? literal = null, TextConstraint[]? constraints = null, ComplexSegment? complex = null)
{
    public SegmentKind Kind => kind;

    public string? Literal => literal;

    public TextConstraint[] Constraints { get; } = constraints ?? [];

    /// <summary>True if it has constraints that need more than the text.</summary>
    public bool IsConditional { get; init; }

    public bool Accepts(ReadOnlySpan<char> text)
    {
        foreach (var accepts in Constraints)
        {
            if (!accepts(text))
            {
                return false;
            }
        }
        return complex is null || complex.Accepts(text);
    }
}
