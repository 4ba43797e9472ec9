namespace Litestar.Benchmarks.Report;

/// <summary>Puts tables into a page of the documentation, between the comments <c>&lt;!-- measured: cost --&gt;</c> and <c>&lt;!-- end of cost --&gt;</c>.</summary>
internal static class Page
{
    public static void Fill(string file, string name, IEnumerable<string> tables)
    {
        var (begin, end) = ($"<!-- measured: {name} -->", $"<!-- end of {name} -->");
        var page = File.ReadAllText(file);
        var (from, to) = (page.IndexOf(begin, StringComparison.Ordinal), page.IndexOf(end, StringComparison.Ordinal));
        if (from < 0 || to < from)
        {
            throw new InvalidOperationException($"'{file}' has no place for '{name}'. Put '{begin}' and '{end}' on two lines of it.");
        }

        File.WriteAllText(file, $"{page[..(from + begin.Length)]}\n\n{string.Join('\n', tables)}\n{page[to..]}");
    }
}
