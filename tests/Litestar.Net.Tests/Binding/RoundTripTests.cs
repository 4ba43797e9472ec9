using System.Net;
using System.Numerics;
using CsCheck;

namespace Litestar.Tests.Binding;

/// <summary>A value of any type, written in the invariant culture, comes back as itself from route, query, list, set, header and cookie.</summary>
/// <remarks>
/// Left out, each for a reason: NUL, which every source refuses with a 400; lone surrogates, which UTF-8 cannot say; in the
/// route '/', which parts segments, and an empty text, which is no segment.
/// </remarks>
public sealed class RoundTripTests
{
    private const int Values = 200;

    private static readonly Gen<ulong> Bits = Gen.OneOf(Gen.ULong, Gen.OneOf(0UL, 1UL, ulong.MaxValue, 1UL << 63, (1UL << 63) - 1));

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.OneOf(" ", " a ", "+", "%", "%zz", "%41", "a&b=c", "?", "#", ";", ",", "\"a\"", "ä", "日本", "😀", "\u00a0", "\r\n", "\u0001", "null", ".", ".."),
        Gen.String,
        Gen.Char.Array[1, 9].Select(chars => new string(chars))).Where(IsSent);

    private static readonly Gen<DateTime> Times = Gen.OneOf(Gen.DateTime, Gen.OneOf(DateTime.MinValue, DateTime.MaxValue, new(2024, 2, 29, 13, 30, 15)));

    private static readonly Dictionary<string, Func<TestApp, Task>> Types = new()
    {
        ["string"] = app => Check(app, "string", Texts),
        ["bool"] = app => Check(app, "bool", Gen.Bool),
        ["char"] = app => Check(app, "char", Gen.Char.Where(one => one is not '\0' and not '/' && !char.IsSurrogate(one))),
        ["byte"] = app => Check(app, "byte", Bits.Select(bits => (byte)bits)),
        ["sbyte"] = app => Check(app, "sbyte", Bits.Select(bits => (sbyte)bits)),
        ["short"] = app => Check(app, "short", Bits.Select(bits => (short)bits)),
        ["ushort"] = app => Check(app, "ushort", Bits.Select(bits => (ushort)bits)),
        ["int"] = app => Check(app, "int", Bits.Select(bits => (int)bits)),
        ["uint"] = app => Check(app, "uint", Bits.Select(bits => (uint)bits)),
        ["long"] = app => Check(app, "long", Bits.Select(bits => (long)bits)),
        ["ulong"] = app => Check(app, "ulong", Bits),
        ["nint"] = app => Check(app, "nint", Bits.Select(bits => (nint)bits)),
        ["nuint"] = app => Check(app, "nuint", Bits.Select(bits => (nuint)bits)),
        ["int128"] = app => Check(app, "int128", Bits.Select(Bits, (high, low) => (Int128)new UInt128(high, low))),
        ["uint128"] = app => Check(app, "uint128", Bits.Select(Bits, (high, low) => new UInt128(high, low))),
        ["biginteger"] = app => Check(app, "biginteger", Gen.Byte.Array[0, 60].Select(bytes => new BigInteger(bytes))),
        ["half"] = app => Check(app, "half", Bits.Select(bits => BitConverter.UInt16BitsToHalf((ushort)bits))),
        ["float"] = app => Check(app, "float", Gen.OneOf(Bits.Select(bits => BitConverter.UInt32BitsToSingle((uint)bits)), Gen.OneOf(float.NaN, float.NegativeInfinity, float.PositiveInfinity, float.Epsilon, float.MaxValue, -0f))),
        ["double"] = app => Check(app, "double", Gen.OneOf(Bits.Select(BitConverter.UInt64BitsToDouble), Gen.OneOf(double.NaN, double.NegativeInfinity, double.PositiveInfinity, double.Epsilon, double.MaxValue, -0d))),
        ["decimal"] = app => Check(app, "decimal", Gen.OneOf(Gen.Decimal, Gen.OneOf(0m, 1.00m, decimal.MinValue, decimal.MaxValue, 0.0000000000000000000000000001m))),
        // A local time says its offset, and is told in UTC: where the server stands must not matter.
        ["datetime"] = app => Check(app, "datetime", Times.Select(Gen.OneOf(DateTimeKind.Utc, DateTimeKind.Unspecified), DateTime.SpecifyKind)),
        ["datetime, local"] = app => Check(app, "datetime", Gen.DateTime[new(1, 2, 1), new(9999, 11, 1)].Select(time => DateTime.SpecifyKind(time, DateTimeKind.Local)), time => Wire.Of(time.ToUniversalTime())),
        ["datetimeoffset"] = app => Check(app, "datetimeoffset", Gen.OneOf(Gen.DateTimeOffset, Gen.OneOf(DateTimeOffset.MinValue, DateTimeOffset.MaxValue, new(2024, 2, 29, 0, 0, 0, new(-14, 0, 0))))),
        ["dateonly"] = app => Check(app, "dateonly", Times.Select(DateOnly.FromDateTime)),
        ["timeonly"] = app => Check(app, "timeonly", Times.Select(TimeOnly.FromDateTime)),
        ["timespan"] = app => Check(app, "timespan", Bits.Select(bits => new TimeSpan((long)bits))),
        ["timespan, ISO 8601"] = app => Check(app, "timespan", Bits.Select(bits => new TimeSpan((long)bits)), time => Wire.Of(time), System.Xml.XmlConvert.ToString),
        ["guid"] = app => Check(app, "guid", Gen.Guid),
        ["guid, digits only"] = app => Check(app, "guid", Gen.Guid, id => Wire.Of(id), id => id.ToString("N")),
        // Without '/', for the route's sake; RejectionTests has those.
        ["uri"] = app => Check(app, "uri", Texts.Select(text => new Uri($"urn:x?q={Uri.EscapeDataString(text)}"))),
        ["ipaddress"] = app => Check(app, "ipaddress", Gen.OneOf(Gen.Byte.Array[4], Gen.Byte.Array[16]).Select(bytes => new IPAddress(bytes))),
        ["shade"] = app => Check(app, "shade", Gen.OneOf(Enum.GetValues<Shade>())),
        ["level"] = app => Check(app, "level", Gen.OneOf(Enum.GetValues<Level>())),
        ["level, by number"] = app => Check(app, "level", Gen.OneOf(Enum.GetValues<Level>()), level => Wire.Of(level), level => level.ToString("D")),
        ["huge"] = app => Check(app, "huge", Gen.OneOf(Enum.GetValues<Huge>())),
        ["huge, by number"] = app => Check(app, "huge", Gen.OneOf(Enum.GetValues<Huge>()), huge => Wire.Of(huge), huge => huge.ToString("D")),
        ["small"] = app => Check(app, "small", Gen.OneOf(Enum.GetValues<Small>())),
        ["small, by number"] = app => Check(app, "small", Gen.OneOf(Enum.GetValues<Small>()), small => Wire.Of(small), small => small.ToString("D")),
        ["state, by number"] = app => Check(app, "state", Gen.OneOf(Enum.GetValues<State>()), state => Wire.Of(state), state => state.ToString("D")),
        ["access"] = app => Check(app, "access", Gen.Int[0, 7].Select(Gen.OneOf(0, 0x30), (low, high) => (Access)(low | high))),
        ["access, by number"] = app => Check(app, "access", Gen.Int[0, 7].Select(Gen.OneOf(0, 0x30), (low, high) => (Access)(low | high)), access => Wire.Of(access), access => access.ToString("D")),
        ["label"] = app => Check(app, "label", Texts.Where(text => text.Length > 0).Select(text => new Label(text))),
        ["point"] = app => Check(app, "point", Gen.Int.Select(Gen.Int, (x, y) => new Point(x, y))),
    };

    public static TheoryData<string> Names => [.. Types.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task Any_value_comes_back_as_itself(string type)
    {
        await using var app = TestApp.Create([typeof(Echo)]);

        await Types[type](app);
    }

    private static Task Check<T>(TestApp app, string type, Gen<T> values) => Check(app, type, values, Wire.Of);

    private static Task Check<T>(TestApp app, string type, Gen<T> values, Func<T, string> answer) => Check(app, type, values, answer, Wire.Of);

    private static async Task Check<T>(TestApp app, string type, Gen<T> values, Func<T, string> answer, Func<T, string> write) => await values.SampleAsync(async value =>
    {
        var said = answer(value);
        var answered = await Asked.Everywhere(app, type, write(value));
        Assert.Equal((200, string.Join('\n', Enumerable.Repeat(said, 8))), (answered.Status, answered.Body));
    }, iter: Values, print: value => write(value));

    private static bool IsSent(string text) =>
        text.Length > 0 && !text.Contains('\0') && !text.Contains('/') && text.EnumerateRunes().All(rune => rune != System.Text.Rune.ReplacementChar);
}
