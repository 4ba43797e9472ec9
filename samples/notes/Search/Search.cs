using Microsoft.AspNetCore.Mvc;

namespace Notebook;

public static class Search
{
    /// <summary>Sends what it finds as it finds it: a JSON array that begins before the search has ended.</summary>
    /// <param name="q">What to look for.</param>
    /// <param name="fields">Where to look, as <c>?in=title&amp;in=text</c>; everywhere unless said.</param>
    [Get("/search")]
    public static async IAsyncEnumerable<Hit> Find(string q, INoteStore notes, [FromQuery(Name = "in")] Field[]? fields, int limit = 10)
    {
        foreach (var hit in notes.All().Select(note => Look(note, q, fields ?? Enum.GetValues<Field>())).OfType<Hit>().Take(limit))
        {
            yield return hit;
            await Task.Yield();
        }
    }

    private static Hit? Look(Note note, string q, Field[] fields)
    {
        foreach (var field in fields)
        {
            var text = field is Field.Title ? note.Title : note.Text;
            if (text.IndexOf(q, StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
            {
                return new(note.Id, note.Title, $"{field} {at}");
            }
        }

        return null;
    }
}

public enum Field
{
    Title,
    Text,
}

/// <param name="Found">The field, and how many characters come before.</param>
public sealed record Hit(int Id, string Title, string Found);
