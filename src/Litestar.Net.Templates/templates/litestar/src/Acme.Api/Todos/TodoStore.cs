namespace Acme.Api;

/// <summary>An in-memory store of todos, safe for concurrent requests: replace it by a database.</summary>
public sealed class TodoStore
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, Todo> _todos = [];
    private int _lastId;

    /// <summary>Returns a snapshot of all todos, oldest first.</summary>
    public IReadOnlyList<Todo> All()
    {
        lock (_lock)
        {
            return [.. _todos.Values];
        }
    }

    public Todo? Find(int id)
    {
        lock (_lock)
        {
            return _todos.GetValueOrDefault(id);
        }
    }

    public Todo Add(TodoDraft draft)
    {
        lock (_lock)
        {
            return Keep(++_lastId, draft);
        }
    }

    /// <summary>Returns null if there is nothing to replace.</summary>
    public Todo? Replace(int id, TodoDraft draft)
    {
        lock (_lock)
        {
            return _todos.ContainsKey(id) ? Keep(id, draft) : null;
        }
    }

    /// <summary>Returns true if there was one.</summary>
    public bool Remove(int id)
    {
        lock (_lock)
        {
            return _todos.Remove(id);
        }
    }

    private Todo Keep(int id, TodoDraft draft) => _todos[id] = new(id, draft.Title, draft.Due, draft.IsDone);
}
