namespace Notebook;

[Path("/tags")]
public static class Tags
{
    /// <summary>A dictionary is a JSON object: <c>{"garden":2,"home":1}</c>.</summary>
    [Get]
    public static IReadOnlyDictionary<string, int> Count(INoteStore notes) =>
        new SortedDictionary<string, int>(
            notes.All().SelectMany(note => note.Tags).CountBy(tag => tag, StringComparer.OrdinalIgnoreCase).ToDictionary(),
            StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes a tag off every note.</summary>
    [Delete("/{tag}")]
    public static void Remove(string tag, INoteStore notes)
    {
        var bearers = notes.All().Where(note => note.Tags.Contains(tag, StringComparer.OrdinalIgnoreCase)).ToList();
        if (bearers.Count is 0)
        {
            throw new NotFoundException($"No note bears the tag '{tag}'.");
        }

        foreach (var bearer in bearers)
        {
            notes.Change(bearer.Id, note => new(note.Title, note.Text, [.. note.Tags.Where(other => !other.Equals(tag, StringComparison.OrdinalIgnoreCase))]));
        }
    }
}
