namespace Litestar.Conformance;

/// <summary>Rows for every host.</summary>
public static class Matrix
{
    /// <summary>Every host that this machine can run.</summary>
    public static TheoryData<Host> Hosts => [.. Possible];

    /// <summary>Every host that runs in this process, for tests that bring handlers or services of their own.</summary>
    public static TheoryData<Host> OwnHosts => [Host.Memory, Host.Kestrel, Host.Mapped];

    private static IEnumerable<Host> Possible => Enum.GetValues<Host>().Where(host => host is not Host.Native || NativeServer.IsPossible);

    public static TheoryData<Host, string, int, string?, string> Of(params (string Request, int Status, string? ContentType, string Body)[] rows) =>
        [.. Possible.SelectMany(host => rows.Select(row => (host, row.Request, row.Status, row.ContentType, row.Body)))];

    public static TheoryData<Host, string, string> Of(params (string Request, string Expected)[] rows) =>
        [.. Possible.SelectMany(host => rows.Select(row => (host, row.Request, row.Expected)))];
}
