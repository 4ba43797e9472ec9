namespace Litestar.Routing.Matching;

/// <summary>The ways a segment of a pattern takes a segment of a path, in the order they are tried.</summary>
internal enum SegmentKind
{
    /// <summary>A fixed text.</summary>
    Literal,

    /// <summary>A constrained parameter, or several parts in one segment.</summary>
    Constrained,

    /// <summary>A plain parameter.</summary>
    Plain,

    /// <summary>A catch-all, constrained or not: it takes the rest of the path.</summary>
    CatchAll,
}

/// <summary>One segment of a pattern, ready to be put into the tree. Within a table one stands for all that take the same texts.</summary>
/// <param name="kind">How it takes text.</param>
/// <param name="literal">The fixed text of a literal.</param>
/// <param name="constraints">What a parameter that is alone in its segment asks of its text.</param>
/// <param name="complex">The several parts, where there are.</param>
internal sealed class SegmentMatcher(SegmentKind kind, string? literal = null, TextConstraint[]? constraints = null, ComplexSegment? complex = null)
{
    public SegmentKind Kind => kind;

    public string? Literal => literal;

    public TextConstraint[] Constraints { get; } = constraints ?? [];

    /// <summary>Whether something is asked besides that looks at more than the text.</summary>
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
