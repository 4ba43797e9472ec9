using System.Globalization;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Litestar.Routing;

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

/// <summary>One segment of a pattern, ready to be put into the tree.</summary>
/// <param name="Kind">How it takes text.</param>
/// <param name="Key">Equal for segments that take the same texts: no parameter names, no defaults, no letter case.</param>
/// <param name="Literal">The fixed text of a literal.</param>
/// <param name="Constraints">What a parameter that is alone in its segment asks of its text.</param>
/// <param name="Complex">The several parts, where there are.</param>
/// <param name="MayBeAbsent">Whether a path may end before this segment.</param>
internal sealed record RouteSegment(
    SegmentKind Kind,
    string Key,
    string? Literal = null,
    TextConstraint[]? Constraints = null,
    ComplexSegment? Complex = null,
    bool MayBeAbsent = false)
{
    public TextConstraint[] Constraints { get; } = Constraints ?? [];

    public bool Accepts(ReadOnlySpan<char> text)
    {
        foreach (var accepts in Constraints)
        {
            if (!accepts(text))
            {
                return false;
            }
        }
        return Complex is null || Complex.Accepts(text);
    }

    public static RouteSegment Of(RoutePatternParameterPart parameter, string policies, TextConstraint[] constraints) => new(
        parameter.IsCatchAll ? SegmentKind.CatchAll
            : parameter.ParameterPolicies.Count > 0 ? SegmentKind.Constrained
            : SegmentKind.Plain,
        $"{{{(parameter.IsCatchAll ? "*" : "")}{policies}}}",
        Constraints: constraints,
        MayBeAbsent: IsSatisfiedByAbsence(parameter, constraints));

    // An absent parameter is its default, which must pass; an optional one is asked nothing; a catch-all without
    // a default has no value, which no text constraint lets pass.
    private static bool IsSatisfiedByAbsence(RoutePatternParameterPart parameter, TextConstraint[] constraints) =>
        parameter.Default is { } otherwise
            ? Array.TrueForAll(constraints, accepts => accepts(Convert.ToString(otherwise, CultureInfo.InvariantCulture)))
            : parameter.IsOptional || (parameter.IsCatchAll && constraints.Length == 0);
}
