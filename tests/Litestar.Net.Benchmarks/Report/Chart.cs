using System.Globalization;
using System.Text;

namespace Litestar.Benchmarks.Report;

/// <summary>Draws bars: a group for each case, a bar for each contestant. It reads on light and dark pages alike.</summary>
internal static class Chart
{
    private const int Width = 760, Left = 130, Right = 90, Bar = 16, Gap = 4, Head = 58, GroupHead = 26, GroupGap = 18;

    private const string Own = "#c2410c", Others = "#7b8794", Ink = "#6b7280";

    public static string Draw(string title, IReadOnlyList<string> cases, Func<string, IEnumerable<(string Name, double Rate)>> ratesOf)
    {
        var groups = cases.Select(one => (Name: one, Rates: ratesOf(one).ToList())).Where(group => group.Rates.Count > 0).ToList();
        var most = groups.SelectMany(group => group.Rates).Select(rate => rate.Rate).DefaultIfEmpty(1).Max();
        var body = new StringBuilder();
        var y = Head;
        foreach (var (name, rates) in groups)
        {
            body.Append(Text(0, y + 12, name, Ink, "font-weight=\"600\""));
            y += GroupHead;
            foreach (var (contestant, rate) in rates.OrderByDescending(rate => rate.Rate))
            {
                var isOwn = contestant is "litestar";
                var length = (int)Math.Max(1, (Width - Left - Right) * rate / most);
                body.Append(Text(Left - 8, y + 12, contestant, isOwn ? Own : Ink, "text-anchor=\"end\"" + (isOwn ? " font-weight=\"600\"" : "")));
                body.Append(CultureInfo.InvariantCulture, $"  <rect x=\"{Left}\" y=\"{y}\" width=\"{length}\" height=\"{Bar}\" rx=\"2\" fill=\"{(isOwn ? Own : Others)}\"/>\n");
                body.Append(Text(Left + length + 6, y + 12, rate.ToString("N0", CultureInfo.InvariantCulture), isOwn ? Own : Ink, ""));
                y += Bar + Gap;
            }

            y += GroupGap;
        }

        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {y}" width="{Width}" height="{y}" font-family="system-ui, sans-serif" font-size="12" role="img" aria-label="{title}">
            {Text(0, 20, title, Ink, "font-size=\"16\" font-weight=\"600\"")}{Text(0, 38, "32 connections, not pipelined; one divided by the CPU time that a request took. Longer is better.", Ink, "")}{body}</svg>

            """;
    }

    private static string Text(int x, int y, string text, string color, string attributes) => $"  <text x=\"{x}\" y=\"{y}\" fill=\"{color}\" {attributes}>{text}</text>\n";
}
