using CsCheck;
using Litestar.Routing.Matching;

namespace Litestar.Tests.Routing;

/// <summary>A table of texts answers as a dictionary does that compares them ordinally and ignores their case.</summary>
public class LiteralTableTests
{
    // Letters that fold in odd ways: Kelvin, long s, dotless i, sharp s, Greek sigmas, titlecase digraphs, Deseret (two units each).
    private const string Letters = "abkKsSiIzZ09-_.@`[{{~ \u0000éÉÿŸßẞ\u212A\u017FıİσςΣǆǅ\uFF21\uFF41\uD801\uDC00\uDC28";

    private static readonly Gen<char> Letter = Gen.Frequency((6, Gen.OneOf(Letters.ToCharArray())), (1, Gen.Char));

    private static readonly Gen<string> Text = Gen.Frequency(
        (3, Letter.Array[0, 20].Select(letters => new string(letters))),
        (2, Gen.Select(Gen.OneOf("route-", "a-rather-long-beginning-that-all-share-", ""), Gen.Int[0, 99999], Gen.OneOf("", "-details", "é"), (start, number, end) => $"{start}{number:00000}{end}")));

    private static readonly Gen<(string[] Texts, string[] Asked)> Tables = Text.Array[0, 60].SelectMany(texts => Gen.Select(
        Gen.Frequency((1, Text), (3, texts.Length is 0 ? Text : Gen.OneOf(texts).SelectMany(Changed))).Array[60],
        asked => (texts.Distinct(StringComparer.OrdinalIgnoreCase).ToArray(), asked)));

    [Fact]
    public void It_finds_what_a_dictionary_finds() => Tables.Sample(
        one =>
        {
            var pairs = one.Texts.Select(text => KeyValuePair.Create(text, $"<{text}>")).ToList();
            var expected = pairs.ToDictionary(StringComparer.OrdinalIgnoreCase);
            var table = new LiteralTable<string>(pairs);
            foreach (var text in one.Asked.Concat(one.Texts))
            {
                Assert.True(expected.TryGetValue(text, out var found) == table.TryFind(text, out var ours) && found == ours, $"'{text}': {found} and {ours}");
            }
        },
        iter: 4000);

    // A foreign letter would be looked for under a number of its own kind.
    [Fact]
    public void No_letter_is_the_same_as_one_of_another_kind()
    {
        var ascii = Enumerable.Range(0, 128).Select(letter => ((char)letter).ToString()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Assert.DoesNotContain(Enumerable.Range(128, 65536 - 128), letter => ascii.Contains(((char)letter).ToString()));
    }

    [Theory]
    [InlineData("/route-{0:00000}")]
    [InlineData("/route-{0:00000}-of-the-shop")]
    [InlineData("{0:00000}/of/a/shop/with/a/long/name")]
    [InlineData("{0}")]
    [InlineData("a long beginning that does not tell them apart {0:x}")]
    public void Texts_that_are_much_alike_fall_on_different_places(string pattern)
    {
        var hashes = Enumerable.Range(0, 10_000).Select(i => LiteralTable<string>.Hash(string.Format(System.Globalization.CultureInfo.InvariantCulture, pattern, i)) & 16383).GroupBy(place => place).Select(place => place.Count()).ToList();
        Assert.True(hashes.Max() <= 10, $"{hashes.Max()} at one place");
        Assert.True(hashes.Count > 7000, $"{hashes.Count} places");
    }

    private static Gen<string> Changed(string text) => Gen.Frequency(
        (3, Gen.Const(text)),
        (2, Gen.Const(text.ToUpperInvariant())),
        (1, Gen.Const(text.ToLowerInvariant())),
        (1, Gen.Select(Gen.Int[0, Math.Max(0, text.Length - 1)], Letter, (at, letter) => text.Length is 0 ? $"{letter}" : text[..at] + letter + text[(at + 1)..])));
}
