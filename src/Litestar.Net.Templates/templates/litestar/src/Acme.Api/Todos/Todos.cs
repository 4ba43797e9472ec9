using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Acme.Api;

/// <summary>Anybody may read todos; changes need a key.</summary>
[Path("/todos")]
public static class Todos
{
    /// <param name="done">True for only the done ones, false for only the others.</param>
    [Get]
    public static IReadOnlyList<Todo> List(TodoStore todos, bool? done, [Range(1, 10_000)] int page = 1, [Range(1, 100)] int size = 20) =>
        [.. todos.All().Where(todo => done is null || todo.IsDone == done).Skip((page - 1) * size).Take(size)];

    [Get("/{id:int}")]
    public static Todo Find(int id, TodoStore todos) => todos.Find(id) ?? throw Missing(id);

    [Post, Guard(nameof(Guards.HasKey))]
    public static Created<Todo> Create(TodoDraft draft, TodoStore todos)
    {
        var todo = todos.Add(draft);
        return TypedResults.Created($"/todos/{todo.Id}", todo);
    }

    [Put("/{id:int}"), Guard(nameof(Guards.HasKey))]
    public static Todo Replace(int id, TodoDraft draft, TodoStore todos) => todos.Replace(id, draft) ?? throw Missing(id);

    [Delete("/{id:int}"), Guard(nameof(Guards.HasKey))]
    public static void Remove(int id, TodoStore todos)
    {
        if (!todos.Remove(id))
        {
            throw Missing(id);
        }
    }

    private static NotFoundException Missing(int id) => new($"There is no todo {id}.");
}
