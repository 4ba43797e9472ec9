using System.Globalization;

namespace Litestar.Benchmarks.Report;

/// <summary>Writes tables.</summary>
internal static class Markdown
{
    public static string Table(string title, string corner, IReadOnlyList<string> columns, IEnumerable<(string Name, IEnumerable<string> Cells)> rows) => string.Join('\n',
    [
        $"**{title}**\n",
        $"| {corner} | {string.Join(" | ", columns)} |",
        $"|---|{string.Concat(columns.Select(_ => "---:|"))}",
        .. rows.Select(row => $"| {row.Name} | {string.Join(" | ", row.Cells)} |"),
        "",
    ]);

    public static string Number(double figure, string format) => double.IsNaN(figure) ? "" : figure.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>A figure of the first column as it is; of another, what it has on top.</summary>
    public static string Difference(IEnumerable<double> own, IEnumerable<double> first, bool isFirst) =>
        isFirst ? Number(Median(own), "0") : Number(Math.Round(Median(own)) - Math.Round(Median(first)), "+0;-0;0");

    public static double Median(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToArray();
        return sorted.Length is 0 ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
