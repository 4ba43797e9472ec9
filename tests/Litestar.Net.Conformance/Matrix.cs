namespace Litestar.Conformance;

/// <summary>Rows for every host.</summary>
public static class Matrix
{
    public static TheoryData<Host> Hosts => [.. Enum.GetValues<Host>()];

    public static TheoryData<Host, string, int, string?, string> Of(params (string Request, int Status, string? ContentType, string Body)[] rows) =>
        [.. Enum.GetValues<Host>().SelectMany(host => rows.Select(row => (host, row.Request, row.Status, row.ContentType, row.Body)))];

    public static TheoryData<Host, string, string> Of(params (string Request, string Expected)[] rows) =>
        [.. Enum.GetValues<Host>().SelectMany(host => rows.Select(row => (host, row.Request, row.Expected)))];
}
