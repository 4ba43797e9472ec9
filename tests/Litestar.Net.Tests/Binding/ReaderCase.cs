using System.Globalization;
using System.Net;
using System.Numerics;
using System.Text.RegularExpressions;
using System.Xml;
using Litestar.Generated;

namespace Litestar.Tests.Binding;

/// <summary>A reader, and what is known of it from elsewhere: the grammar of all that it may take, and another parser that must find the same value.</summary>
internal abstract class ReaderCase(string name)
{
    private const string Sign = "[+-]?";
    private const string Decimals = @"(\d+\.?\d*|\.\d+)";
    private const string Date = @"\d{4}-\d\d-\d\d";
    private const string Time = @"\d\d:\d\d(:\d\d(\.\d{1,7})?)?";
    private const string HttpDate = @"[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT|[A-Z][a-z]{5,8}, \d\d-[A-Z][a-z]{2}-\d\d \d\d:\d\d:\d\d GMT|[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}";
    private const string Anything = @"[\s\S]+";

    public static readonly ReaderCase[] All =
    [
        Of<string, StringText>(@"[\s\S]*", text => text),
        Of<char, CharText>(@"[\s\S]", text => text[0]),
        Of<bool, BoolText>("1|0|[tT][rR][uU][eE]|[fF][aA][lL][sS][eE]", text => text is "1" || text is not "0" && bool.Parse(text)),
        Of<bool, CheckBoxText>("1|0|[oO][nN]|[tT][rR][uU][eE]|[fF][aA][lL][sS][eE]", text => text is "1" || text.Equals("on", StringComparison.OrdinalIgnoreCase) || text is not "0" && bool.Parse(text)),
        Whole<byte>(), Whole<sbyte>(), Whole<short>(), Whole<ushort>(), Whole<int>(), Whole<uint>(), Whole<long>(), Whole<ulong>(),
        Whole<nint>(), Whole<nuint>(), Whole<Int128>(), Whole<UInt128>(), Whole<BigInteger>(),
        Fraction<Half>(), Fraction<float>(), Fraction<double>(), Fraction<decimal>(),
        Of<DateOnly, DateOnlyText>(Date, text => DateOnly.Parse(text, CultureInfo.InvariantCulture)),
        Of<TimeOnly, TimeOnlyText>(Time, text => TimeOnly.Parse(text, CultureInfo.InvariantCulture)),
        Of<DateTime, DateTimeText>($@"{Date}([Tt ]{Time}([Zz]|[+-]\d\d:\d\d)?)?", text => InUtc(DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind))),
        Of<DateTimeOffset, DateTimeOffsetText>($@"{Date}([Tt ]{Time}([Zz]|[+-]\d\d:\d\d)?)?", text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)),
        // .NET compares the name of the day with the date.
        Of<DateTime, HeaderDateTimeText>($@"{Date}([Tt ]{Time}([Zz]|[+-]\d\d:\d\d)?)?|{HttpDate}", text => InUtc(DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind)), compares: text => char.IsAsciiDigit(text[0])),
        Of<DateTimeOffset, HeaderDateTimeOffsetText>($@"{Date}([Tt ]{Time}([Zz]|[+-]\d\d:\d\d)?)?|{HttpDate}", text => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal), compares: text => char.IsAsciiDigit(text[0])),
        // XmlConvert knows no weeks, and a part of no more than 32 bits.
        Of<TimeSpan, TimeSpanText>($@"-?((\d+\.)?{Time}|P(?=[T0-9])(\d+W)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{{1,7}})?S)?)?)", Length, compares: text => !text.Contains('W') && (text.Length < 12 || text.Contains(':'))),
        Of<Guid, GuidText>("[0-9a-fA-F]{32}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", Guid.Parse),
        Of<Uri, UriText>(@"[^\s\\]([^\\]*[^\s\\])?", text => new(text, UriKind.RelativeOrAbsolute)),
        Of<IPAddress, IPAddressText>(@"((0|[1-9]\d{0,2})(\.(?!\z)|\z)){4}|[0-9a-fA-F.:]+(%\d+)?", IPAddress.Parse),
        Of<Complex, SpanParsableText<Complex>>(@"\S|\S[\s\S]*\S", text => Complex.Parse(text, CultureInfo.InvariantCulture)),
        Of<IPNetwork, IPNetworkText>(@"((0|[1-9]\d{0,2})(\.(?!/)|(?=/))){4}/\d+|[0-9a-fA-F.:]+/\d+", IPNetwork.Parse),
        Enumerated<Shade>(), Enumerated<Level>(), Enumerated<Huge>(), Enumerated<Small>(), Enumerated<State>(), Enumerated<Access>(),
        Of<int?, NullableText<int, WholeNumberText<int>>>(@"[+-]?\d+", text => int.Parse(text, CultureInfo.InvariantCulture)),
        Of<Label, UserSpanParsableText<Label>>(Anything, text => new(text)),
        Of<Point, UserParsableText<Point>>(@"[\s\S]+,[\s\S]+", text => Point.Parse(text, CultureInfo.InvariantCulture)),
    ];

    /// <summary>Reads the text. True when it is a value, which then has been compared with all that is known.</summary>
    public abstract bool Check(string text);

    public override string ToString() => name;

    private static ReaderCase Whole<T>() where T : struct, IBinaryInteger<T> => Of<T, WholeNumberText<T>>($@"{Sign}\d+", text => T.Parse(text, CultureInfo.InvariantCulture));

    private static ReaderCase Fraction<T>() where T : struct, INumber<T> =>
        Of<T, RealNumberText<T>>($@"{Sign}{Decimals}([eE]{Sign}\d+)?|NaN|-?Infinity", text => T.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));

    // Enum.Parse does not know the names on the wire: only numbers are compared.
    private static ReaderCase Enumerated<T>() where T : struct, Enum =>
        Of<T, EnumText<T>>(@"-?\d+|[A-Za-z]+([ -][A-Za-z]+)*(, ?[A-Za-z]+)*", text => Enum.TryParse<T>(text, out var value) ? value : default, compares: text => char.IsAsciiDigit(text[^1]));

    private static DateTime InUtc(DateTime time) => time.Kind is DateTimeKind.Local ? time.ToUniversalTime() : time;

    private static TimeSpan Length(string text) => text.Contains('P') ? XmlConvert.ToTimeSpan(text) : TimeSpan.ParseExact(text, "c", CultureInfo.InvariantCulture);

    private static ReaderCase Of<T, TText>(string grammar, Func<string, T> oracle, Func<string, bool>? compares = null) where TText : struct, ITextFormat<T> =>
        new Typed<T, TText>(grammar, oracle, compares ?? (_ => true));

    private sealed class Typed<T, TText>(string grammar, Func<string, T> oracle, Func<string, bool> compares) : ReaderCase(typeof(T).Name) where TText : struct, ITextFormat<T>
    {
        private static readonly bool KeepsSpace = typeof(T) == typeof(string) || typeof(T) == typeof(char) || typeof(T) == typeof(Label) || typeof(T) == typeof(Point);

        private readonly Regex _grammar = new($@"\A({grammar.Replace(@"\d", "[0-9]")})\z", RegexOptions.CultureInvariant);

        public override bool Check(string text)
        {
            if (!TText.TryRead(text, out var value))
            {
                return false;
            }

            var said = Say(value);
            text = KeepsSpace ? text : text.Trim();
            Assert.True(_grammar.IsMatch(text), $"{this} takes '{text}' for {said}");
            Assert.True(TText.TryRead(said, out var again) && Say(again) == said, $"{this} takes '{text}' for {said}, and that for {again}");
            if (compares(text))
            {
                var other = Say(oracle(text));
                Assert.True(other == said, $"{this} takes '{text}' for {said}, .NET takes it for {other}");
            }

            return true;
        }

        // The name of an enum's member in C# may be the name of another one on the wire.
        private static string Say(T value) => value is Enum member ? member.ToString("D") : Wire.Of(value);
    }
}
