namespace Notebook;

public interface INoteStore
{
    /// <summary>All notes, oldest first, as they stood at one moment.</summary>
    IReadOnlyList<Note> All();

    Note? Find(int id);

    /// <summary>Keeps a new note.</summary>
    /// <exception cref="ConflictException">Another note has its title.</exception>
    Note Add(NoteDraft draft);

    /// <summary>Replaces a note by what is made of it, in one step. None where there is no such note; what the change throws leaves it as it was.</summary>
    /// <exception cref="ConflictException">Another note has the new title.</exception>
    Note? Change(int id, Func<Note, NoteDraft> change);

    bool Remove(int id);
}

/// <summary>Notes in memory, safe to use from many requests at once.</summary>
public sealed class MemoryNoteStore(TimeProvider time) : INoteStore
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, Note> _notes = [];
    private int _lastId;

    public IReadOnlyList<Note> All()
    {
        lock (_lock)
        {
            return [.. _notes.Values];
        }
    }

    public Note? Find(int id)
    {
        lock (_lock)
        {
            return _notes.GetValueOrDefault(id);
        }
    }

    public Note Add(NoteDraft draft)
    {
        lock (_lock)
        {
            return Keep(_lastId + 1, draft, version: 1);
        }
    }

    public Note? Change(int id, Func<Note, NoteDraft> change)
    {
        lock (_lock)
        {
            return _notes.TryGetValue(id, out var note) ? Keep(id, change(note), note.Version + 1) : null;
        }
    }

    public bool Remove(int id)
    {
        lock (_lock)
        {
            return _notes.Remove(id);
        }
    }

    private Note Keep(int id, NoteDraft draft, int version)
    {
        if (_notes.Values.Any(other => other.Id != id && other.Title.Equals(draft.Title, StringComparison.OrdinalIgnoreCase)))
        {
            throw new ConflictException($"There is a note '{draft.Title}' already.");
        }

        _lastId = Math.Max(_lastId, id);
        return _notes[id] = new(id, draft.Title, draft.Text, [.. (draft.Tags ?? []).Distinct(StringComparer.OrdinalIgnoreCase)], time.GetUtcNow(), version);
    }
}
