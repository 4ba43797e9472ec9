using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using CsCheck;
using Litestar.Binding;
using Litestar.Generated;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Litestar.Tests.Binding;

/// <summary>Nothing that can be sent makes a reader throw or a handler fail: it is read as others read it, or refused in the one shape.</summary>
/// <remarks>
/// The environment variable LITESTAR_FUZZ says how many texts the parsers are asked, each of them by all: 10000000 takes
/// minutes. Whole handlers are asked a fiftieth as often. What was once found wrong stays in <see cref="Found"/>.
/// </remarks>
public sealed class FuzzTests
{
    private static readonly int Texts = int.TryParse(Environment.GetEnvironmentVariable("LITESTAR_FUZZ"), out var texts) ? texts : 100_000;

    private static readonly string[] Types = ["string", "bool", "char", "int", "ulong", "int128", "biginteger", "half", "double", "decimal", "datetime", "datetimeoffset", "dateonly", "timeonly", "timespan", "guid", "uri", "ipaddress", "shade", "state", "access", "label", "point"];

    public static TheoryData<string> Found => ["", "a=b=1", "c++=1", "fe80::1%3eth0", "fe80::1%3Feb 2024/7", "2"];

    [Theory, MemberData(nameof(Found))]
    public void What_was_found_once_stays_mended(string text) => Parse(text, []);

    [Fact]
    public void Any_text_is_read_as_others_read_it_or_refused()
    {
        var taken = new ConcurrentDictionary<string, int>();
        var clock = Stopwatch.StartNew();

        FuzzTexts.All.Sample(text => Parse(text, taken), iter: Texts, print: JsonEncoded);

        TestContext.Current.SendDiagnosticMessage($"{Texts} texts, {ReaderCase.All.Length} readers, {clock.Elapsed}: {string.Join(", ", taken.OrderBy(one => one.Key).Select(one => $"{one.Key} {one.Value}"))}");
        Assert.All(ReaderCase.All, reader => Assert.True(taken.GetValueOrDefault(reader.ToString()) >= Texts / 10_000, $"{reader} was given too little that it can read"));
    }

    [Fact]
    public async Task Any_request_is_a_200_or_a_4xx_in_the_one_shape()
    {
        await using var app = TestApp.Create([typeof(Echo)]);
        var statuses = new ConcurrentDictionary<int, int>();

        await Gen.Select(Gen.OneOf(Types), FuzzTexts.All, FuzzTexts.All, FuzzTexts.All).SampleAsync(async (type, text, path, name) =>
        {
            var answer = await Asked.From(app, context =>
            {
                var query = $"?query={text}&list={text}&set={text}&{name}";
                context.Request.Path = new PathString($"/{type}/{path}");
                context.Request.QueryString = new(query);
                context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = $"/{type}/{path}{query}";
                context.Request.Headers["header"] = text;
                context.Request.Headers.Cookie = $"cookie={text}";
            });
            Count(statuses, answer);
        }, iter: Texts / 50, print: one => JsonEncoded(string.Join(" | ", one.Item1, one.Item2, one.Item3, one.Item4)));

        Tell(statuses);
        Assert.True(statuses[200] > Texts / 50 / 100);
    }

    [Fact]
    public async Task Any_body_is_a_200_or_a_4xx_in_the_one_shape()
    {
        await using var app = TestApp.Create([Store]);
        var statuses = new ConcurrentDictionary<int, int>();
        const string Order = """{"id":7,"name":"Ann","price":1.5,"at":"2024-02-29T13:30:00Z","key":"6f9619ff-8b86-d011-b42d-00c04fc964ff","shade":1,"counts":[1,2],"rates":{"a":0.5},"inner":{"id":8,"name":"\u00e4😀","price":null,"counts":[],"rates":{}}}""";
        var change = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 10_000], Gen.Byte, Gen.OneOf("null", "{}", "[", "\"\"", "1e999", "-0", "\"\\ud800\"", "\"\\u0000\"", "true", ",", ":", "{\"id\":", "\ufeff", "//", "99999999999999999999"));
        var bodies = Gen.OneOf(
            change.Array[1, 5].Select(changes => changes.Aggregate(Encoding.UTF8.GetBytes(Order), (bytes, one) => Change(bytes, one.Item1, one.Item2, one.Item3, one.Item4))),
            Gen.Byte.Array[0, 50],
            FuzzTexts.All.Select(text => Encoding.UTF8.GetBytes($$"""{ "id": 1, "name": "{{text}}", "counts": [{{text}}], "rates": { "{{text}}": 1 } }""")));

        await bodies.SampleAsync(async body =>
        {
            Count(statuses, await Asked.From(app, context =>
            {
                context.Request.Method = "POST";
                context.Request.Path = "/orders";
                context.Request.ContentType = "application/json";
                context.Request.ContentLength = body.Length;
                context.Request.Body = new MemoryStream(body);
            }));
        }, iter: Texts / 50, print: body => JsonEncoded(Encoding.Latin1.GetString(body)));

        Tell(statuses);
        Assert.True(statuses[201] > Texts / 50 / 100);

        [Post("/orders")] static string Store(Order data) => data.Name;
    }

    private static void Parse(string text, ConcurrentDictionary<string, int> taken)
    {
        var decoded = Decode(text);
        ReadQuery(text);
        ReadQuery($"?a=1&{text}&b=2");

        // No source lets NUL through to a reader, whose parsers overlook it at the end of a number.
        foreach (var one in decoded is null || decoded == text ? [text] : new[] { text, decoded })
        {
            foreach (var reader in one.Contains('\0') ? [] : ReaderCase.All)
            {
                if (reader.Check(one))
                {
                    taken.AddOrUpdate(reader.ToString(), 1, (_, count) => count + 1);
                }
            }
        }
    }

    private static string? Decode(string text)
    {
        var buffer = new char[text.Length];
        var read = PercentDecoder.TryDecode(text, buffer, out var length);
        if (!IsUtf16(text))
        {
            return null;
        }

        Assert.True(read == IsValid(text), $"'{text}' is {(read ? "" : "not ")}decoded");
        if (!read)
        {
            return null;
        }

        var decoded = new string(buffer, 0, length);
        Assert.Equal(WebUtility.UrlDecode(text), decoded);
        Assert.Equal(Uri.UnescapeDataString(text.Replace('+', ' ')), decoded);
        return decoded;
    }

    // ASP.NET Core's own parser leaves what it cannot decode as it is, so that only whole queries are compared.
    private static void ReadQuery(string query)
    {
        if (!IsUtf16(query) || !IsValid(query))
        {
            _ = ValuesOf(query, "a");
            return;
        }

        var oracle = QueryHelpers.ParseQuery(query);
        foreach (var name in oracle.Keys.Concat(["a", "b", "absent"]).Where(name => name.Length > 0))
        {
            Assert.Equal(oracle.TryGetValue(name, out var values) ? values.ToArray() : [], ValuesOf(query, name));
        }
    }

    private static string?[] ValuesOf(string query, string name)
    {
        var values = ValuesOf(query, name, isPlain: false);
        if (PercentDecoder.IsPlain(query))
        {
            Assert.Equal(values, ValuesOf(query, name, isPlain: true));
        }

        return values;
    }

    private static string?[] ValuesOf(string query, string name, bool isPlain)
    {
        var values = new List<string?>();
        for (var pairs = new QueryStringReader(query, isPlain); pairs.Next(new QueryParameter(name, null));)
        {
            var buffer = new char[pairs.Value.Length];
            values.Add(PercentDecoder.TryDecode(pairs.Value, buffer, out var length) ? new string(buffer, 0, length) : null);
        }

        return [.. values];
    }

    // Byte by byte, and slowly.
    private static bool IsValid(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not '%')
            {
                var length = char.IsHighSurrogate(text[i]) ? 2 : 1;
                bytes.AddRange(Encoding.UTF8.GetBytes(text.Substring(i, length)));
                i += length - 1;
            }
            else if (i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                return false;
            }
        }

        return System.Text.Unicode.Utf8.IsValid(bytes.ToArray());
    }

    private static bool IsUtf16(string text)
    {
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            if (char.IsSurrogate(text[i]) && !char.IsSurrogatePair(text, i))
            {
                return false;
            }
        }

        return true;
    }

    private static void Count(ConcurrentDictionary<int, int> statuses, Asked answer)
    {
        statuses.AddOrUpdate(answer.Status, 1, (_, count) => count + 1);
        if (answer.Status is 200 or 201)
        {
            return;
        }

        Assert.True(answer.Status is >= 400 and < 500, $"{answer.Status} {answer.Body}");
        Assert.StartsWith("application/problem+json", answer.ContentType);
        using var problem = JsonDocument.Parse(answer.Body);
        Assert.Equal(answer.Status, problem.RootElement.GetProperty("status").GetInt32());
        Assert.NotEqual("", problem.RootElement.GetProperty("title").GetString());
        Assert.NotEqual("", problem.RootElement.GetProperty("detail").GetString());
        Assert.True(answer.Status is not 400 || problem.RootElement.GetProperty("errors").EnumerateObject().Any(), answer.Body);
    }

    private static void Tell(ConcurrentDictionary<int, int> statuses) =>
        TestContext.Current.SendDiagnosticMessage(string.Join(", ", statuses.OrderBy(one => one.Key).Select(one => $"{one.Key}: {one.Value}")));

    private static byte[] Change(byte[] bytes, int kind, int place, byte one, string other)
    {
        var at = bytes.Length is 0 ? 0 : place % bytes.Length;
        return kind switch
        {
            0 => [.. bytes[..at], one, .. bytes[at..]],
            1 => bytes.Length is 0 ? bytes : [.. bytes[..at], .. bytes[(at + 1)..]],
            2 => [.. bytes[..at], .. Encoding.UTF8.GetBytes(other), .. bytes[at..]],
            3 => bytes[..at],
            _ => bytes.Length is 0 ? bytes : [.. bytes[..at], one, .. bytes[(at + 1)..]],
        };
    }

    private static string JsonEncoded(string text) => JsonSerializer.Serialize(text);
}

public sealed record Order(int Id, string Name, decimal? Price, DateTime? At, Guid? Key, Shade? Shade, int[] Counts, Dictionary<string, double> Rates, Order? Inner);
