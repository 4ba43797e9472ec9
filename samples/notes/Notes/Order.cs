namespace Notebook;

/// <summary>An enum is read from the query by name, in any case: <c>?order=title</c>.</summary>
public enum Order
{
    Newest,
    Oldest,
    Title,
}

internal static class Ordering
{
    public static IEnumerable<Note> Sort(this Order order, IEnumerable<Note> notes) => order switch
    {
        Order.Newest => notes.OrderByDescending(note => note.ChangedAt).ThenByDescending(note => note.Id),
        Order.Oldest => notes.OrderBy(note => note.ChangedAt).ThenBy(note => note.Id),
        _ => notes.OrderBy(note => note.Title, StringComparer.OrdinalIgnoreCase),
    };
}
