using System.Reflection;

namespace Litestar.Conformance.LitestarCases;

/// <summary>Every case stands in docs/reference/litestar-cases.md, with a test that exists or a reason.</summary>
public sealed class ListTests
{
    // Not from the compiler: a deterministic build writes paths that are nowhere.
    private static readonly string Root = typeof(ListTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key is "Root").Value!;

    private const string Ids = """
        A1 A2 A3 A5 A7 A8 A9 A10 A11 A14 A17 A20 A22
        B2 B3 B4 B5 B6 B7 B8 B9 B10 B11 B13 B15 B16 B17 B22 B24 B25 B27 B28 B29 B32 B33 B34 B35 B36
        C1 C2 C3 C4 C6 C7 C8
        D1 D3 D4
        E1 E2 E3 E4 E5 E8 E9 E11 E13 E14 E15 E17 E18 E21 E22 E24
        F2 F3 F4 F6 F8 F10 F12 F14 F16 F17 F22
        G1 G2 G3 G4 G6 G7 G9 G10 G11
        H2 H3 H4 H6 H7 H8 H10 H11 H12 H13 H16
        I1 I3 I8 I9 I13 I23 I31
        """;

    private static readonly (string Name, IEnumerable<string> Ids)[] Tested =
    [
        (nameof(QueryCases), IdsOf(QueryCases.Rows)),
        (nameof(PathCases), IdsOf(PathCases.Rows, PathCases.Rejections)),
        (nameof(HeaderCases), IdsOf(HeaderCases.Rows)),
        (nameof(ErrorCases), [.. IdsOf(ErrorCases.Rows, ErrorCases.Development), .. ErrorCases.Torn.Select(row => row.Data.Item2)]),
        (nameof(LayerCases), IdsOf(LayerCases.Rows, LayerCases.Repeated, LayerCases.Generators, LayerCases.Rejections)),
        (nameof(BodyCases), IdsOf(BodyCases.Rows, BodyCases.Multipart)),
        (nameof(ResponseCases), IdsOf(ResponseCases.Rows, ResponseCases.Work)),
        (nameof(LifespanCases), LifespanCases.Rows.Select(row => row.Data.Item2)),
    ];

    [Fact]
    public void Every_case_stands_in_the_page_once() =>
        Assert.Equal(Ids.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), Page().Select(row => row.Id));

    [Fact]
    public void What_the_page_calls_tested_is_tested_and_nothing_else()
    {
        var said = Page().Where(row => row.Test.StartsWith('`')).Select(row => $"{row.Id} {row.Test.Trim('`')}");

        Assert.Equal(Tested.SelectMany(test => test.Ids.Distinct().Select(id => $"{id} {test.Name}")).Order(), said.Order());
    }

    [Fact]
    public void What_is_not_tested_has_a_reason() =>
        Assert.All(Page().Where(row => !Tested.Any(test => row.Test == $"`{test.Name}`")), row => Assert.Matches("^(Python only|decided otherwise|open)[:,] ", row.Test));

    private static IEnumerable<string> IdsOf(params TheoryData<Host, string, string, string>[] rows) =>
        rows.SelectMany(data => data.Select(row => row.Data.Item2));

    private static (string Id, string Test)[] Page() =>
        [.. File.ReadLines(Path.Combine(Root, "docs", "reference", "litestar-cases.md"))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length is 5 && cells[1].Length > 1 && char.IsAsciiLetterUpper(cells[1][0]))
            .Select(cells => (cells[1], cells[3]))];
}
