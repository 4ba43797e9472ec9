using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Litestar.Generated;

/// <summary><c>[RegularExpression]</c> whose pattern is matched in a time linear in the text, where .NET can do that: without lookarounds, backreferences and atomic groups.</summary>
/// <param name="pattern">The pattern, which the whole text matches.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RegexRule([StringSyntax(StringSyntaxAttribute.Regex)] string pattern) : RegularExpressionAttribute(pattern)
{
    private Regex? _regex;

    /// <summary>Whether the time that a text takes is bounded by its length alone.</summary>
    internal bool IsLinear => (Regex.Options & RegexOptions.NonBacktracking) is not 0;

    private Regex Regex => _regex ??= Make();

    /// <inheritdoc/>
    public override bool IsValid(object? value) => IsMatch(TextOf(value));

    /// <summary>A value as the text that is matched.</summary>
    internal static string? TextOf(object? value) => value as string ?? Convert.ToString(value, CultureInfo.CurrentCulture);

    /// <summary>Whether a text is empty or a whole match, as the attribute itself says.</summary>
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
