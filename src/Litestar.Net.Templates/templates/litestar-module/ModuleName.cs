using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ModuleNamespace;

[Path("/module-path")]
public static class ModuleName
{
    [Get]
    public static IReadOnlyList<ItemName> List(ItemNameStore moduleWord, [Range(1, 10_000)] int page = 1, [Range(1, 100)] int size = 20) =>
        [.. moduleWord.All().Skip((page - 1) * size).Take(size)];

    [Get("/{id:int}")]
    public static ItemName Find(int id, ItemNameStore moduleWord) => moduleWord.Find(id) ?? throw Missing(id);

    [Post]
    public static Created<ItemName> Create(ItemNameDraft draft, ItemNameStore moduleWord)
    {
        var itemWord = moduleWord.Add(draft);
        return TypedResults.Created($"/module-path/{itemWord.Id}", itemWord);
    }

    [Put("/{id:int}")]
    public static ItemName Replace(int id, ItemNameDraft draft, ItemNameStore moduleWord) => moduleWord.Replace(id, draft) ?? throw Missing(id);

    [Delete("/{id:int}")]
    public static void Remove(int id, ItemNameStore moduleWord)
    {
        if (!moduleWord.Remove(id))
        {
            throw Missing(id);
        }
    }

    private static NotFoundException Missing(int id) => new($"There is no item-text {id}.");
}

/// <summary>An item as stored and as returned.</summary>
public sealed record ItemName(int Id, string Name);

/// <summary>An item as sent by the client. Values without a default are required.</summary>
public sealed record ItemNameDraft([Required, StringLength(100)] string Name);

/// <summary>An in-memory store, safe for concurrent requests: replace it by a database.</summary>
public sealed class ItemNameStore
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<int, ItemName> _items = [];
    private int _lastId;

    public IReadOnlyList<ItemName> All()
    {
        lock (_lock)
        {
            return [.. _items.Values];
        }
    }

    public ItemName? Find(int id)
    {
        lock (_lock)
        {
            return _items.GetValueOrDefault(id);
        }
    }

    public ItemName Add(ItemNameDraft draft)
    {
        lock (_lock)
        {
            return Keep(++_lastId, draft);
        }
    }

    /// <summary>Returns null if there is nothing to replace.</summary>
    public ItemName? Replace(int id, ItemNameDraft draft)
    {
        lock (_lock)
        {
            return _items.ContainsKey(id) ? Keep(id, draft) : null;
        }
    }

    /// <summary>Returns true if there was one.</summary>
    public bool Remove(int id)
    {
        lock (_lock)
        {
            return _items.Remove(id);
        }
    }

    private ItemName Keep(int id, ItemNameDraft draft) => _items[id] = new(id, draft.Name);
}
