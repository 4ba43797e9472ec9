using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Litestar.Generated;

/// <summary>
/// A <c>[RegularExpression]</c> whose pattern is matched in time linear in the text, if .NET supports that: without
/// lookarounds, backreferences and atomic groups.
/// </summary>
/// <param name="pattern">The pattern, which the whole text matches.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RegexRule([StringSyntax(StringSyntaxAttribute.Regex)] string pattern) : RegularExpressionAttribute(pattern)
{
    private Regex? _regex;

    /// <summary>True if the matching time is bounded by the length of the text alone.</summary>
    internal bool IsLinear => (Regex.Options & RegexOptions.NonBacktracking) is not 0;

    private Regex Regex => _regex ??= Make();

    /// <inheritdoc/>
    public override bool IsValid(object? value) => IsMatch(TextOf(value));

    /// <summary>Returns a value as the text to match.</summary>
    internal static string? TextOf(object? value) => value as string ?? Convert.ToString(value, CultureInfo.CurrentCulture);

    /// <summary>Returns true if a text is empty or a whole match, as in the attribute itself.</summary>
    internal bool IsMatch(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        foreach (var match in Regex.EnumerateMatches(text))
        {
            return match.Index is 0 && match.Length == text.Length;
        }

        return false;
    }

    private Regex Make()
    {
        var timeout = MatchTimeoutInMilliseconds is -1 ? System.Text.RegularExpressions.Regex.InfiniteMatchTimeout : TimeSpan.FromMilliseconds(MatchTimeoutInMilliseconds);
        try
        {
            return new(Pattern, RegexOptions.NonBacktracking, timeout);
        }
        catch (NotSupportedException)
        {
            return new(Pattern, RegexOptions.None, timeout);
        }
    }
}
