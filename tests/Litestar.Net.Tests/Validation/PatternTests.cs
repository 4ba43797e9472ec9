using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Litestar.Generated;

namespace Litestar.Tests.Validation;

/// <summary>A pattern says the same as .NET's attribute, and in linear time where it can.</summary>
public sealed class PatternTests
{
    private static readonly string[] Patterns =
    [
        "a", "a|ab", "ab|a", "^a$", "^(a|ab)$", "a*", "a*?", "(a+)+", "^(a+)+$", "[a|b]", "[A-Z]{2}", "(?i)ab", "(?i:É)x?", "a\\b", "\\bab\\b", "^a|b$", "\\Aab\\z", "ab\\Z", "(?m)^a$", "(?s)a.b", "a.b", "\\d+", "\\w{1,3}", "[^a]*", "(?:a|b)*c?", "(?<n>a)b",
        "(?=a)ab", "(?!b)a.*", "(a)\\1", "(?>a+)b", "(?(a)ab|c)", "\\Ga", "(?<=a)b", "", "()", "a{0}", "😀+", "\\p{L}+", "^.{0,3}$", "a??b", "(a|b)*?$",
    ];

    private static readonly string[] Texts =
        ["a", "ab", "aa", "aaa", "b", "ba", "abc", "AB", "Ab", "é", "Éx", "a\n", "ab\n", "a\nb", "a b", "12", "1२", "word", "longer word", "aab", "c", " ", "\n", "😀", "😀😀", "ää", "aA", "a|b", "|", "Z", "ZZ", "ZZZ"];

    [Fact]
    public void It_says_what_the_attribute_says()
    {
        foreach (var (pattern, text) in Patterns.Where(pattern => pattern is not "").SelectMany(_ => Texts, (pattern, text) => (pattern, text)))
        {
            Assert.Equal((pattern, text, new RegularExpressionAttribute(pattern).IsValid(text)), (pattern, text, new RegexRule(pattern).IsValid(text)));
        }
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData(12, true)]
    [InlineData(123, false)]
    public void Values_of_other_types_are_matched_as_text(object? value, bool expected) => Assert.Equal(expected, new RegexRule("[0-9]{2}").IsValid(value));

    [Fact]
    public void It_words_what_the_attribute_words()
    {
        Assert.Equal(new RegularExpressionAttribute("a+").FormatErrorMessage("name"), new RegexRule("a+").FormatErrorMessage("name"));
        Assert.Equal("No name.", new RegexRule("a+") { ErrorMessage = "No {0}." }.FormatErrorMessage("name"));
    }

    [Fact]
    public void A_hostile_text_takes_no_time()
    {
        var start = Stopwatch.GetTimestamp();

        Assert.False(new RegexRule("^(a+)+$").IsValid(new string('a', 100_000) + "!"));
        Assert.True(Stopwatch.GetElapsedTime(start).TotalMinutes < 1);
        Assert.True(new RegexRule("^(a+)+$").IsLinear);
        Assert.False(new RegexRule("^(?!x)(a+)+$").IsLinear);
    }
}
