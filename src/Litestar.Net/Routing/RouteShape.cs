using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Litestar.Routing;

/// <summary>A route with its segments and constraints resolved, at start-up.</summary>
internal sealed class RouteShape
{
    private RouteShape(Route route, RouteSegment[] segments, RouteCondition[] conditions)
    {
        Route = route;
        Segments = segments;
        Conditions = conditions;
        Key = $"{route.Method.ToUpperInvariant()} {string.Join('/', segments.Select(segment => segment.Key))}";
    }

    public Route Route { get; }

    public RouteSegment[] Segments { get; }

    public RouteCondition[] Conditions { get; }

    /// <summary>Equal for routes that no request could tell apart.</summary>
    public string Key { get; }

    public bool IsLiteral => Conditions.Length == 0 && Array.TrueForAll(Segments, segment => segment.Kind == SegmentKind.Literal);

    /// <summary>The path of an all-literal route, without a trailing slash.</summary>
    public string LiteralPath => string.Concat(Segments.Select(segment => $"/{segment.Literal}"));

    /// <summary>Whether a path of <paramref name="depth"/> segments is enough.</summary>
    public bool MayEndAt(int depth) => Array.FindLastIndex(Segments, segment => !segment.MayBeAbsent) < depth;

    /// <exception cref="InvalidOperationException">A constraint cannot be resolved.</exception>
    public static RouteShape Of(Route route, ParameterPolicyFactory policies)
    {
        var texts = new Dictionary<string, List<TextConstraint>>(StringComparer.OrdinalIgnoreCase);
        var conditions = new List<RouteCondition>();
        foreach (var (name, references) in route.Pattern.ParameterPolicies)
        {
            foreach (var reference in references)
            {
                if (Resolve(route, name, reference, policies) is not IRouteConstraint constraint)
                {
                    continue; // a transformer, for links only
                }
                if (IsAlone(route.Pattern, name) && TextConstraints.From(constraint) is { } text)
                {
                    (texts.TryGetValue(name, out var list) ? list : texts[name] = []).Add(text);
                }
                else
                {
                    conditions.Add(new RouteCondition(name, constraint));
                }
            }
        }
        return new RouteShape(route, [.. route.Pattern.PathSegments.Select(segment => Segment(segment, texts))], [.. conditions]);
    }

    private static RouteSegment Segment(RoutePatternPathSegment segment, Dictionary<string, List<TextConstraint>> texts) => segment switch
    {
        { IsSimple: false } => new RouteSegment(
            SegmentKind.Constrained,
            $"[{string.Concat(segment.Parts.Select(KeyOf))}]",
            Complex: new ComplexSegment(segment)),
        { Parts: [RoutePatternLiteralPart literal] } => new RouteSegment(SegmentKind.Literal, KeyOf(literal), literal.Content),
        { Parts: [RoutePatternParameterPart parameter] } => RouteSegment.Of(
            parameter,
            KeyOf(parameter.ParameterPolicies),
            texts.TryGetValue(parameter.Name, out var constraints) ? [.. constraints] : []),
        _ => throw new NotSupportedException($"A segment of {segment.Parts.Count} parts of an unknown kind."),
    };

    private static string KeyOf(RoutePatternPart part) => part switch
    {
        // By its length, for an escaped brace must not read as a parameter.
        RoutePatternLiteralPart literal => $"{literal.Content.Length}={literal.Content.ToUpperInvariant()}",
        RoutePatternSeparatorPart separator => separator.Content.ToUpperInvariant(),
        RoutePatternParameterPart parameter => $"{{{KeyOf(parameter.ParameterPolicies)}{(parameter.IsOptional ? "?" : "")}}}",
        _ => part.ToString()!,
    };

    // In any order, and the name in any case: {id:min(1):INT} takes the same texts as {id:int:min(1)}.
    private static string KeyOf(IReadOnlyList<RoutePatternParameterPolicyReference> policies) =>
        string.Concat(policies.Select(KeyOf).Order(StringComparer.Ordinal));

    private static string KeyOf(RoutePatternParameterPolicyReference reference)
    {
        var content = reference.Content!;
        var arguments = content.IndexOf('(');
        return arguments < 0
            ? $":{content.ToUpperInvariant()}"
            : $":{content[..arguments].ToUpperInvariant()}{content[arguments..]}";
    }

    private static bool IsAlone(RoutePattern pattern, string name) => pattern.PathSegments.Any(segment =>
        segment.Parts is [RoutePatternParameterPart parameter]
        && string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase));

    private static IParameterPolicy Resolve(
        Route route, string name, RoutePatternParameterPolicyReference reference, ParameterPolicyFactory policies)
    {
        if (reference.Content is null)
        {
            throw new InvalidOperationException(
                $"The constraint on '{name}' in {route.ToFullString()} is an object. "
                + "Register its type in RouteOptions.ConstraintMap and write its name in the pattern.");
        }
        try
        {
            var policy = policies.Create(route.Pattern.GetParameter(name), reference);
            // It is made when it is first asked, which must not be a client's request.
            _ = (policy as RegexRouteConstraint)?.Constraint;
            return policy;
        }
        catch (Exception refusal)
        {
            throw new InvalidOperationException(
                $"The constraint '{reference.Content}' on '{name}' in {route.ToFullString()} cannot be used. "
                + $"Correct it, or register it in RouteOptions.ConstraintMap. {refusal.Message}",
                refusal);
        }
    }
}
