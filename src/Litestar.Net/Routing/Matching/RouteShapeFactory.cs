using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Litestar.Routing.Matching;

/// <summary>Resolves the segments and constraints of routes. Segments that match the same texts are created once for all of them.</summary>
/// <param name="policies">Creates constraints from their names.</param>
internal sealed class RouteShapeFactory(ParameterPolicyFactory policies)
{
    private static readonly SegmentMatcher Plain = new(SegmentKind.Plain), CatchAll = new(SegmentKind.CatchAll);

    private readonly Dictionary<string, SegmentMatcher> _literals = new(StringComparer.OrdinalIgnoreCase);

    // The key contains no parameter names, no defaults, and no letter case of constraints.
    private readonly Dictionary<string, SegmentMatcher> _others = new(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">A constraint cannot be resolved.</exception>
    public RouteShape Of(Route route)
    {
        var pattern = route.Pattern;
        var segments = new SegmentMatcher[pattern.PathSegments.Count];
        var conditions = new List<RouteValueConstraint>();
        var (least, alone) = (0, 0);
        for (var i = 0; i < segments.Length; i++)
        {
            var segment = pattern.PathSegments[i];
            if (segment.Parts is [RoutePatternParameterPart parameter])
            {
                segments[i] = Parameter(route, parameter, conditions);
                alone += parameter.ParameterPolicies.Count > 0 ? 1 : 0;
                least = IsSatisfiedByAbsence(parameter, segments[i].Constraints) ? least : i + 1;
            }
            else
            {
                segments[i] = segment.Parts is [RoutePatternLiteralPart literal] ? Literal(literal.Content) : Complex(segment);
                least = i + 1;
            }
        }

        if (pattern.ParameterPolicies.Count > alone)
        {
            AddOthers(route, conditions);
        }

        if (route.Hosts is { } hosts)
        {
            conditions.Add(new("", hosts));
        }

        return new RouteShape(route, segments, least, [.. conditions]);
    }

    private SegmentMatcher Literal(string text)
    {
        if (!_literals.TryGetValue(text, out var segment))
        {
            _literals.Add(text, segment = new(SegmentKind.Literal, text));
        }

        return segment;
    }

    private SegmentMatcher Complex(RoutePatternPathSegment segment)
    {
        if (segment.IsSimple)
        {
            throw new NotSupportedException($"A segment of {segment.Parts.Count} parts of an unknown kind.");
        }

        var key = $"[{string.Concat(segment.Parts.Select(KeyOf))}]";
        if (!_others.TryGetValue(key, out var found))
        {
            _others.Add(key, found = new(SegmentKind.Constrained, complex: new ComplexSegment(segment)));
        }

        return found;
    }

    private SegmentMatcher Parameter(Route route, RoutePatternParameterPart parameter, List<RouteValueConstraint> conditions)
    {
        if (parameter.ParameterPolicies.Count is 0)
        {
            return parameter.IsCatchAll ? CatchAll : Plain;
        }

        var key = $"{{{(parameter.IsCatchAll ? "*" : "")}{KeyOf(parameter.ParameterPolicies)}}}";
        if (_others.TryGetValue(key, out var segment) && !segment.IsConditional)
        {
            return segment;
        }

        var (texts, before) = (new List<TextConstraint>(), conditions.Count);
        Resolve(route, parameter.Name, parameter.ParameterPolicies, texts, conditions);
        if (segment is null)
        {
            segment = new(parameter.IsCatchAll ? SegmentKind.CatchAll : SegmentKind.Constrained, constraints: [.. texts]) { IsConditional = conditions.Count > before };
            _others.Add(key, segment);
        }

        return segment;
    }

    // The constraints of parameters that share their segment with others, or are not in the path.
    private void AddOthers(Route route, List<RouteValueConstraint> conditions)
    {
        foreach (var (name, references) in route.Pattern.ParameterPolicies)
        {
            if (!IsAlone(route.Pattern, name))
            {
                Resolve(route, name, references, null, conditions);
            }
        }
    }

    private void Resolve(Route route, string name, IReadOnlyList<RoutePatternParameterPolicyReference> references, List<TextConstraint>? texts, List<RouteValueConstraint> conditions)
    {
        foreach (var reference in references)
        {
            // Any other policy is a transformer, for links only.
            if (Resolve(route, name, reference) is IRouteConstraint constraint)
            {
                if (texts is not null && TextConstraintFactory.From(constraint) is { } text)
                {
                    texts.Add(text);
                }
                else
                {
                    conditions.Add(new RouteValueConstraint(name, constraint));
                }
            }
        }
    }

    private IParameterPolicy Resolve(Route route, string name, RoutePatternParameterPolicyReference reference)
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
            // It is created at first use, which must not be a client's request.
            _ = (policy as RegexRouteConstraint)?.Constraint;
            return policy;
        }
        catch (Exception rejection) when (IsWithoutEngine(reference.Content, rejection))
        {
            throw new InvalidOperationException(
                $"The constraint '{reference.Content}' on '{name}' in {route.ToFullString()} needs the regex engine, which a native app contains only if a path in a handler's own attributes names it. "
                + "Write it there, or register it: builder.Services.Configure<RouteOptions>(options => options.SetParameterPolicy<RegexInlineRouteConstraint>(\"regex\")).",
                rejection);
        }
        catch (Exception rejection)
        {
            throw new InvalidOperationException(
                $"The constraint '{reference.Content}' on '{name}' in {route.ToFullString()} cannot be used. "
                + $"Correct it, or register it in RouteOptions.ConstraintMap. {rejection.Message}",
                rejection);
        }
    }

    // ASP.NET Core replaces it with one that cannot be created; a malformed expression is an invalid argument instead.
    private static bool IsWithoutEngine(string constraint, Exception rejection) =>
        !RuntimeFeature.IsDynamicCodeSupported && constraint.StartsWith("regex(", StringComparison.OrdinalIgnoreCase) && rejection.GetBaseException() is InvalidOperationException;

    // An absent parameter has its default, which must pass; an optional one is not checked; a catch-all without a default has no value,
    // which no text constraint accepts.
    private static bool IsSatisfiedByAbsence(RoutePatternParameterPart parameter, TextConstraint[] constraints) =>
        parameter.Default is { } otherwise
            ? Array.TrueForAll(constraints, accepts => accepts(Convert.ToString(otherwise, CultureInfo.InvariantCulture)))
            : parameter.IsOptional || (parameter.IsCatchAll && constraints.Length == 0);

    private static bool IsAlone(RoutePattern pattern, string name)
    {
        foreach (var segment in pattern.PathSegments)
        {
            if (segment.Parts is [RoutePatternParameterPart parameter] && string.Equals(parameter.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static string KeyOf(RoutePatternPart part) => part switch
    {
        // With its length, because an escaped brace must not look like a parameter.
        RoutePatternLiteralPart literal => $"{literal.Content.Length}={literal.Content.ToUpperInvariant()}",
        RoutePatternSeparatorPart separator => separator.Content.ToUpperInvariant(),
        RoutePatternParameterPart parameter => $"{{{KeyOf(parameter.ParameterPolicies)}{(parameter.IsOptional ? "?" : "")}}}",
        _ => part.ToString()!,
    };

    // In any order, and the name in any case: {id:min(1):INT} accepts the same texts as {id:int:min(1)}.
    private static string KeyOf(IReadOnlyList<RoutePatternParameterPolicyReference> policies) => policies.Count is 1
        ? KeyOf(policies[0])
        : string.Concat(policies.Select(KeyOf).Order(StringComparer.Ordinal));

    private static string KeyOf(RoutePatternParameterPolicyReference reference)
    {
        var content = reference.Content ?? "";
        var arguments = content.IndexOf('(');
        return arguments < 0
            ? $":{content.ToUpperInvariant()}"
            : $":{content[..arguments].ToUpperInvariant()}{content[arguments..]}";
    }
}
