using System.Buffers;
using System.Globalization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;

namespace Litestar.Routing.Matching;

/// <summary>Checks only the text of a parameter, without allocating a string.</summary>
internal delegate bool TextConstraint(ReadOnlySpan<char> text);

/// <summary>Converts ASP.NET Core's constraints to text constraints.</summary>
internal static class TextConstraintFactory
{
    private static readonly SearchValues<char> Letters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Returns the same rule for a span, or null if only the constraint itself can decide.</summary>
    public static TextConstraint? From(IRouteConstraint constraint)
    {
        // A class derived from a built-in one may have changed its rule.
        if (constraint.GetType().Assembly != typeof(IntRouteConstraint).Assembly)
        {
            return null;
        }
        return constraint switch
        {
            OptionalRouteConstraint { InnerConstraint: var inner } => From(inner),
            AlphaRouteConstraint alpha => text => IsLetters(text) || alpha.Constraint.IsMatch(text),
            RegexRouteConstraint regex => text => regex.Constraint.IsMatch(text),
            LengthRouteConstraint { MinLength: var min, MaxLength: var max } => text => text.Length >= min && text.Length <= max,
            MinLengthRouteConstraint { MinLength: var min } => text => text.Length >= min,
            MaxLengthRouteConstraint { MaxLength: var max } => text => text.Length <= max,
            MinRouteConstraint { Min: var min } => text => IsLong(text, out var value) && value >= min,
            MaxRouteConstraint { Max: var max } => text => IsLong(text, out var value) && value <= max,
            RangeRouteConstraint { Min: var min, Max: var max } => text => IsLong(text, out var value) && value >= min && value <= max,
            _ => FromParsing(constraint),
        };
    }

    private static TextConstraint? FromParsing(IRouteConstraint constraint) => constraint switch
    {
        IntRouteConstraint => text => int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out _),
        LongRouteConstraint => text => IsLong(text, out _),
        BoolRouteConstraint => text => bool.TryParse(text, out _),
        GuidRouteConstraint => text => Guid.TryParse(text, out _),
        DecimalRouteConstraint => text => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out _),
        DoubleRouteConstraint => text => double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out _),
        FloatRouteConstraint => text => float.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out _),
        DateTimeRouteConstraint => text => DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => null,
    };

    private static bool IsLong(ReadOnlySpan<char> text, out long value) =>
        long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out value);

    private static bool IsLetters(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Letters);
}
