using Litestar.Conformance.Apps;

namespace Litestar.Conformance;

/// <summary>What has come as zero has come; what has not come is told, however the object is made.</summary>
public sealed class MissingMemberTests
{
    private static readonly (string Name, string Value)[] Zeros =
    [
        ("i", "0"), ("b", "false"), ("g", "\"00000000-0000-0000-0000-000000000000\""), ("d", "\"0001-01-01T00:00:00\""), ("e", "\"Low\""), ("p", """{"x":0,"y":0}"""), ("s", "\"\""), ("l", "[]"),
        ("m", "0"), ("c", "\"a\""), ("n", "0"), ("f", "0"), ("o", "\"0001-01-01\""), ("t", "\"00:00:00\""), ("y", "0"), ("j", "0"), ("a", "[]"),
    ];

    public static TheoryData<Host, string, string> Rows => Matrix.Of(
    [
        ($"POST /arrivals/wide {{{Join(Zeros)}}}", "201 7"),
        ($"POST /arrivals/wide {{{Join(Zeros)},\"maybe\":null,\"other\":0}}", "201 0"),
        .. Zeros.Select(left => ($"POST /arrivals/wide {{{Join(Zeros.Where(one => one != left))}}}", $"400 {left.Name}: Missing required member '{left.Name}'.")),
        ("""POST /arrivals/wide {"perhaps":null}""", "400 " + string.Join(" ", Zeros.Select(one => $"{one.Name}: Missing required member '{one.Name}'."))),
        ("""POST /arrivals/spot {"x":0,"y":0}""", """201 {"x":0,"y":0}"""),
        ("""POST /arrivals/spot {"y":0}""", "400 x: Missing required member 'x'."),
        ("""POST /arrivals/maybe-spot {"x":0}""", "400 y: Missing required member 'y'."),
        ("""POST /arrivals/constructed {"n":0,"s":""}""", """201 {"n":0,"s":""}"""),
        ("""POST /arrivals/constructed {"s":""}""", "400 n: Missing required member 'n'."),
        ("""POST /arrivals/constructed {"n":0}""", "400 s: Missing required member 's'."),
        ("""POST /arrivals/constructed {"n":0,"s":null}""", "400 s: Member 's' must not be null."),
        ("""POST /arrivals/constructed {"n":0,"s":null,"s":"b"}""", "400 s: Member 's' must not be null."),
        ("""POST /arrivals/mixed {"n":0,"s":"","k":0}""", """201 {"n":0,"s":"","k":0}"""),
        ("""POST /arrivals/mixed {"k":0}""", "400 n: Missing required member 'n'. s: Missing required member 's'."),
        ("""POST /arrivals/numbers {"a":0,"b":0}""", """201 {"a":0,"b":0}"""),
        ("""POST /arrivals/numbers {"a":0}""", "400 b: Missing required member 'b'."),
        ("""POST /arrivals/texts {"b":""}""", "400 a: Missing required member 'a'."),
        ("""POST /arrivals/maybes {"b":null}""", """201 {"a":null,"b":null}"""),
        ("""POST /arrivals/heir {"n":0,"k":0}""", """201 {"k":0,"n":0}"""),
        ("""POST /arrivals/heir {"k":0}""", "400 n: Missing required member 'n'."),
        ("""POST /arrivals/shapes [{"$type":"circle","id":0,"r":0},{"$type":"square","id":0,"isBig":false}]""", """201 [{"$type":"circle","r":0,"id":0},{"$type":"square","isBig":false,"id":0}]"""),
        ("""POST /arrivals/shapes [{"$type":"circle","id":0,"r":0},{"$type":"square","id":0}]""", "400 [1].isBig: Missing required member '[1].isBig'."),
        ("""POST /arrivals/shapes [{"$type":"circle","r":0}]""", "400 [0].id: Missing required member '[0].id'."),
        ("""POST /arrivals/tree {"n":0,"under":[{"n":0,"under":[{"n":0},{}]}]}""", "400 under[0].under[1].n: Missing required member 'under[0].under[1].n'."),
        ("""POST /arrivals/tree {"n":0,"spots":{"a":{"x":0,"y":0},"b":{"x":0}}}""", "400 spots.b.y: Missing required member 'spots.b.y'."),
        ("""POST /arrivals/tree {"n":0,"n":0}""", """201 {"n":0,"under":null,"spots":null}"""),
    ]);

    [Theory, MemberData(nameof(Rows))]
    public async Task What_has_come_is_told_from_what_has_not(Host host, string request, string expected)
    {
        await using var app = await RunningApp.Start(host, [typeof(Arrivals)], services => services.AddConformance());

        // Once more, for boxes are learnt from the first.
        Assert.Equal(expected, Summary.Of(await app.Ask(request)));
        Assert.Equal(expected, Summary.Of(await app.Ask(request)));
    }

    private static string Join(IEnumerable<(string Name, string Value)> members) => string.Join(",", members.Select(member => $"\"{member.Name}\":{member.Value}"));
}
