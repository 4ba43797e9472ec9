namespace Litestar.CommandLine;

/// <summary>Writes text for people: with colours on a terminal, without them elsewhere.</summary>
/// <param name="writer">Receives the text.</param>
/// <param name="isColoured">True if the writer understands colours.</param>
/// <param name="width">The number of characters in one line; 0 for no limit.</param>
internal sealed class Terminal(TextWriter writer, bool isColoured, int width = 0)
{
    /// <summary>The process's own output. <c>NO_COLOR</c> (no-color.org) and a terminal that calls itself dumb are respected.</summary>
    public static Terminal Output { get; } = new(Console.Out, MayColour && !Console.IsOutputRedirected, Console.IsOutputRedirected ? 0 : WindowWidth);

    /// <summary>The process's own error output.</summary>
    public static Terminal Error { get; } = new(Console.Error, MayColour && !Console.IsErrorRedirected);

    /// <summary>The writer that takes the text.</summary>
    public TextWriter Writer => writer;

    public void Line(StyledText? text = null) => writer.WriteLine(isColoured ? text?.Coloured() : text?.Plain);

    /// <summary>Writes rows of cells. Each column is as wide as its widest cell, except the last.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="indent">The text in front of each row.</param>
    public void Table(IReadOnlyList<StyledText[]> rows, string indent = "")
    {
        var widths = Widths(rows);
        foreach (var row in rows)
        {
            Row(row, widths, indent);
        }
    }

    /// <summary>Writes one row of a table.</summary>
    /// <param name="cells">Its cells.</param>
    /// <param name="widths">The widths of the columns.</param>
    /// <param name="indent">The text in front of it.</param>
    public void Row(StyledText[] cells, int[] widths, string indent)
    {
        // Empty cells at the end of a row leave no trailing blanks.
        var last = Array.FindLastIndex(cells, cell => cell.Plain.Length > 0);
        writer.Write(indent);
        var at = indent.Length;
        for (var i = 0; i <= last; i++)
        {
            // On a terminal the last cell is cut at the line's end: a wrapped line breaks the table.
            var cell = i == last && i > 0 && width > at && cells[i].Plain.Length > width - at ? cells[i] with { Plain = cells[i].Plain[..(width - at - 1)] + "…" } : cells[i];
            writer.Write(isColoured ? cell.Coloured() : cell.Plain);
            writer.Write(i == last ? "" : new string(' ', widths[i] - cell.Plain.Length + 2));
            at += widths[i] + 2;
        }

        writer.WriteLine();
    }

    /// <summary>Returns the width of each column.</summary>
    public static int[] Widths(IReadOnlyList<StyledText[]> rows)
    {
        int[] widths = [];
        foreach (var row in rows)
        {
            Array.Resize(ref widths, Math.Max(widths.Length, row.Length));
            for (var i = 0; i < row.Length; i++)
            {
                widths[i] = Math.Max(widths[i], row[i].Plain.Length);
            }
        }

        return widths;
    }

    private static int WindowWidth
    {
        get
        {
            try
            {
                return Console.WindowWidth;
            }
            catch (Exception exception) when (exception is IOException or PlatformNotSupportedException)
            {
                return 0;
            }
        }
    }

    // Windows' old console prints the codes literally, unless a program has turned them on.
    private static bool MayColour => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") is not "dumb"
        && (!OperatingSystem.IsWindows() || Environment.GetEnvironmentVariable("WT_SESSION") is not null || Environment.GetEnvironmentVariable("TERM") is not null);
}
