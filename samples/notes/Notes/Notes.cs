using Microsoft.AspNetCore.Mvc;

namespace Notebook;

/// <summary>Notes as a whole; one of them below <c>/{id:int}</c>.</summary>
[Path("/notes")]
public static class Notes
{
    [Get]
    public static IReadOnlyList<Note> List(INoteStore notes, HttpResponse response, string[]? tag, Order order = Order.Newest, int page = 1, int size = 20)
    {
        if (page < 1 || size is < 1 or > 100)
        {
            throw new BadRequestException("Pages begin at 1 and hold from 1 to 100 notes.");
        }

        var found = notes.All().Where(note => (tag ?? []).All(wanted => note.Tags.Contains(wanted, StringComparer.OrdinalIgnoreCase))).ToList();
        response.Headers["X-Total-Count"] = $"{found.Count}";
        return [.. order.Sort(found).Skip((page - 1) * size).Take(size)];
    }

    [Post]
    public static Note Create(NoteDraft draft, INoteStore notes, HttpResponse response)
    {
        var note = notes.Add(draft);
        response.Headers.Location = $"/notes/{note.Id}";
        return note;
    }

    /// <summary>Every line of a plain text becomes a note. It is read line by line, however long it is.</summary>
    [Post("/import", Status = StatusCodes.Status200OK)]
    public static async Task<Imported> Import(Stream body, INoteStore notes, CancellationToken cancellation)
    {
        using var reader = new StreamReader(body);
        var (added, skipped) = (0, 0);
        while (await reader.ReadLineAsync(cancellation) is { } line)
        {
            try
            {
                notes.Add(new(line));
                added++;
            }
            catch (ConflictException)
            {
                skipped++;
            }
        }

        return new(added, skipped);
    }

    /// <summary>Module in a module: its path follows the outer one's.</summary>
    [Path("/{id:int}")]
    public static class One
    {
        [Get]
        public static Note Show(int id, INoteStore notes, HttpResponse response)
        {
            var note = notes.Find(id) ?? throw Missing(id);
            response.Headers.ETag = ETagOf(note);
            return note;
        }

        /// <summary>Refuses to overwrite what the client has not seen, if it says what it has seen.</summary>
        [Put]
        public static Note Replace(int id, NoteDraft draft, INoteStore notes, [FromHeader(Name = "If-Match")] string? seen) =>
            notes.Change(id, note => seen is null || seen == ETagOf(note)
                ? draft
                : throw new HttpException(StatusCodes.Status412PreconditionFailed, $"Note {id} has changed since; it is now at version {note.Version}."))
            ?? throw Missing(id);

        [Delete]
        public static void Remove(int id, INoteStore notes)
        {
            if (!notes.Remove(id))
            {
                throw Missing(id);
            }
        }

        private static NotFoundException Missing(int id) => new($"There is no note {id}.");

        private static string ETagOf(Note note) => $"\"{note.Version}\"";
    }
}

public sealed record Imported(int Added, int Skipped);
