using System.Net;
using System.Numerics;
using Microsoft.AspNetCore.Mvc;

namespace Litestar.Tests.Binding;

/// <summary>One handler for each type, that takes it from every source and says what came.</summary>
public static class Echo
{
    [Get("/string/{route}")] public static string OfString(string route, string query, string? maybe, string[] list, HashSet<string> set, [FromHeader] string header, [FromCookie] string cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/bool/{route}")] public static string OfBool(bool route, bool query, bool? maybe, List<bool> list, HashSet<bool> set, [FromHeader] bool header, [FromCookie] bool cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/char/{route}")] public static string OfChar(char route, char query, char? maybe, IReadOnlyList<char> list, HashSet<char> set, [FromHeader] char header, [FromCookie] char cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/byte/{route}")] public static string OfByte(byte route, byte query, byte? maybe, IEnumerable<byte> list, HashSet<byte> set, [FromHeader] byte header, [FromCookie] byte cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/sbyte/{route}")] public static string OfSbyte(sbyte route, sbyte query, sbyte? maybe, ICollection<sbyte> list, HashSet<sbyte> set, [FromHeader] sbyte header, [FromCookie] sbyte cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/short/{route}")] public static string OfShort(short route, short query, short? maybe, short[] list, HashSet<short> set, [FromHeader] short header, [FromCookie] short cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/ushort/{route}")] public static string OfUshort(ushort route, ushort query, ushort? maybe, List<ushort> list, HashSet<ushort> set, [FromHeader] ushort header, [FromCookie] ushort cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/int/{route}")] public static string OfInt(int route, int query, int? maybe, IReadOnlyList<int> list, HashSet<int> set, [FromHeader] int header, [FromCookie] int cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/uint/{route}")] public static string OfUint(uint route, uint query, uint? maybe, IEnumerable<uint> list, HashSet<uint> set, [FromHeader] uint header, [FromCookie] uint cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/long/{route}")] public static string OfLong(long route, long query, long? maybe, ICollection<long> list, HashSet<long> set, [FromHeader] long header, [FromCookie] long cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/ulong/{route}")] public static string OfUlong(ulong route, ulong query, ulong? maybe, ulong[] list, HashSet<ulong> set, [FromHeader] ulong header, [FromCookie] ulong cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/nint/{route}")] public static string OfNint(nint route, nint query, nint? maybe, List<nint> list, HashSet<nint> set, [FromHeader] nint header, [FromCookie] nint cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/nuint/{route}")] public static string OfNuint(nuint route, nuint query, nuint? maybe, IReadOnlyList<nuint> list, HashSet<nuint> set, [FromHeader] nuint header, [FromCookie] nuint cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/int128/{route}")] public static string OfInt128(Int128 route, Int128 query, Int128? maybe, IEnumerable<Int128> list, HashSet<Int128> set, [FromHeader] Int128 header, [FromCookie] Int128 cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/uint128/{route}")] public static string OfUInt128(UInt128 route, UInt128 query, UInt128? maybe, ICollection<UInt128> list, HashSet<UInt128> set, [FromHeader] UInt128 header, [FromCookie] UInt128 cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/biginteger/{route}")] public static string OfBigInteger(BigInteger route, BigInteger query, BigInteger? maybe, BigInteger[] list, HashSet<BigInteger> set, [FromHeader] BigInteger header, [FromCookie] BigInteger cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/half/{route}")] public static string OfHalf(Half route, Half query, Half? maybe, List<Half> list, HashSet<Half> set, [FromHeader] Half header, [FromCookie] Half cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/float/{route}")] public static string OfFloat(float route, float query, float? maybe, IReadOnlyList<float> list, HashSet<float> set, [FromHeader] float header, [FromCookie] float cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/double/{route}")] public static string OfDouble(double route, double query, double? maybe, IEnumerable<double> list, HashSet<double> set, [FromHeader] double header, [FromCookie] double cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/decimal/{route}")] public static string OfDecimal(decimal route, decimal query, decimal? maybe, ICollection<decimal> list, HashSet<decimal> set, [FromHeader] decimal header, [FromCookie] decimal cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/datetime/{route}")] public static string OfDateTime(DateTime route, DateTime query, DateTime? maybe, DateTime[] list, HashSet<DateTime> set, [FromHeader] DateTime header, [FromCookie] DateTime cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/datetimeoffset/{route}")] public static string OfDateTimeOffset(DateTimeOffset route, DateTimeOffset query, DateTimeOffset? maybe, List<DateTimeOffset> list, HashSet<DateTimeOffset> set, [FromHeader] DateTimeOffset header, [FromCookie] DateTimeOffset cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/dateonly/{route}")] public static string OfDateOnly(DateOnly route, DateOnly query, DateOnly? maybe, IReadOnlyList<DateOnly> list, HashSet<DateOnly> set, [FromHeader] DateOnly header, [FromCookie] DateOnly cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/timeonly/{route}")] public static string OfTimeOnly(TimeOnly route, TimeOnly query, TimeOnly? maybe, IEnumerable<TimeOnly> list, HashSet<TimeOnly> set, [FromHeader] TimeOnly header, [FromCookie] TimeOnly cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/timespan/{route}")] public static string OfTimeSpan(TimeSpan route, TimeSpan query, TimeSpan? maybe, ICollection<TimeSpan> list, HashSet<TimeSpan> set, [FromHeader] TimeSpan header, [FromCookie] TimeSpan cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/guid/{route}")] public static string OfGuid(Guid route, Guid query, Guid? maybe, Guid[] list, HashSet<Guid> set, [FromHeader] Guid header, [FromCookie] Guid cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/uri/{route}")] public static string OfUri(Uri route, Uri query, Uri? maybe, List<Uri> list, HashSet<Uri> set, [FromHeader] Uri header, [FromCookie] Uri cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/ipaddress/{route}")] public static string OfIPAddress(IPAddress route, IPAddress query, IPAddress? maybe, IReadOnlyList<IPAddress> list, HashSet<IPAddress> set, [FromHeader] IPAddress header, [FromCookie] IPAddress cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/shade/{route}")] public static string OfShade(Shade route, Shade query, Shade? maybe, ICollection<Shade> list, HashSet<Shade> set, [FromHeader] Shade header, [FromCookie] Shade cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/level/{route}")] public static string OfLevel(Level route, Level query, Level? maybe, Level[] list, HashSet<Level> set, [FromHeader] Level header, [FromCookie] Level cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/huge/{route}")] public static string OfHuge(Huge route, Huge query, Huge? maybe, List<Huge> list, HashSet<Huge> set, [FromHeader] Huge header, [FromCookie] Huge cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/small/{route}")] public static string OfSmall(Small route, Small query, Small? maybe, IReadOnlyList<Small> list, HashSet<Small> set, [FromHeader] Small header, [FromCookie] Small cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/state/{route}")] public static string OfState(State route, State query, State? maybe, IEnumerable<State> list, HashSet<State> set, [FromHeader] State header, [FromCookie] State cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/access/{route}")] public static string OfAccess(Access route, Access query, Access? maybe, ICollection<Access> list, HashSet<Access> set, [FromHeader] Access header, [FromCookie] Access cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/label/{route}")] public static string OfLabel(Label route, Label query, Label? maybe, Label[] list, HashSet<Label> set, [FromHeader] Label header, [FromCookie] Label cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/point/{route}")] public static string OfPoint(Point route, Point query, Point? maybe, List<Point> list, HashSet<Point> set, [FromHeader] Point header, [FromCookie] Point cookie) => Say(route, query, maybe, list, set, header, cookie);
    [Get("/broken")] public static string OfBroken(Broken query) => Say(query, query, query, [query], [query], query, query);

    public static string Say<T>(T route, T query, object? maybe, IEnumerable<T> list, IEnumerable<T> set, T header, T cookie) =>
        string.Join('\n', [Wire.Of(route), Wire.Of(query), Wire.Of(maybe), .. list.Select(Wire.Of), .. set.Select(Wire.Of), Wire.Of(header), Wire.Of(cookie)]);
}
