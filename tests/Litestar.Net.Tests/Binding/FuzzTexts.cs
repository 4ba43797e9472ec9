using System.Text;
using CsCheck;

namespace Litestar.Tests.Binding;

/// <summary>Texts that are nearly right, and texts that are nothing at all.</summary>
internal static class FuzzTexts
{
    private const string Marks = "0123456789+-.,:;TZPDHMSWeEtz%&=?#[]{}()/\\\"' _<>x\t\n\u00a0\u2212\u0661\uff11\u00e9\ufffd";

    // Queries and escapes, next to the values of the readers' own tables.
    private static readonly string[] Corpus =
    [
        .. RejectionTests.Corpus,
        "a=1&b=2&a=3", "a", "a=", "=a", "&&", "a==b", "A=1&a=2", "%61=1", "a+b=c+d", "a%2Bb=1", "a%zz=1&a=2", "a=%zz", "a=%", "a=%4", "%", "+", "%2B", "%20", "%25zz",
        "%C3%A4", "%c3%a4", "%C3", "%A4", "%C0%80", "%ED%A0%80", "%F0%9F%98%80", "%F4%90%80%80", "%FF", "%E2%82", "%EF%BF%BF", "%EF%BB%BFa", "\u00e4%C3%A4", "\U0001F600",
        "<1; 2>", "192.0.2.0/24", "010.0.0.0/8", "2001:db8::/32", "fe80::1%3", "::ffff:1.2.3.4", "1,2", "urn:x?q", "0.1e-5",
    ];

    private static readonly Gen<string> Seeds = Gen.OneOf(Corpus);

    private static readonly Gen<char> Any = Gen.Frequency((8, Gen.OneOf([.. Marks])), (1, Gen.Char), (1, Gen.Int[0, 255].Select(one => (char)one)));

    private static readonly Gen<string> Mutated = Seeds.Select(Gen.Select(Gen.Int[0, 6], Gen.Int[0, 1000], Any, Seeds).Array[0, 4], (seed, changes) =>
        changes.Aggregate(seed, (text, change) => Change(text, change.Item1, change.Item2, change.Item3, change.Item4)));

    public static readonly Gen<string> All = Gen.Frequency(
        (600, Mutated),
        (200, Gen.OneOf([.. Marks]).Array[0, 20].Select(chars => new string(chars))),
        (100, Any.Array[0, 20].Select(chars => new string(chars))),
        (50, Gen.Byte.Array[0, 30].Select(Encoding.UTF8.GetString)),
        (50, Gen.Byte.Array[0, 30].Select(bytes => string.Concat(bytes.Select(one => $"%{one:x2}")))),
        (1, Gen.Select(Seeds, Gen.Int[50, 300], (text, times) => string.Concat(Enumerable.Repeat(text, times)))));

    private static string Change(string text, int kind, int place, char one, string other)
    {
        var at = text.Length is 0 ? 0 : place % text.Length;
        return kind switch
        {
            0 => text.Insert(at, one.ToString()),
            1 => text + one,
            2 => text.Length is 0 ? text : text.Remove(at, 1),
            3 => text.Length is 0 ? text : string.Concat(text.AsSpan(0, at), one.ToString(), text.AsSpan(at + 1)),
            4 => text[..at],
            5 => string.Concat(text.AsSpan(0, at), other),
            _ => string.Concat(text, other),
        };
    }
}
