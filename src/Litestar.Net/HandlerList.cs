using System.Collections;

namespace Litestar;

/// <summary>A list of handlers: functions, static classes of functions, and other lists.</summary>
/// <remarks>
/// It is the type of a collection expression, <c>[Greet, typeof(Users), ..Shop.Handlers]</c>. One function can be in many
/// lists, or several times in one list under different prefixes.
/// </remarks>
public sealed class HandlerList : IEnumerable
{
    private readonly List<object> _items = [];

    /// <summary>The path in front of every handler of this list; empty for no prefix.</summary>
    internal string Prefix { get; private init; } = "";

    /// <summary>The settings of every handler of this list; null when nothing was set.</summary>
    internal Layer? Layer { get; private init; }

    /// <summary>Adds a function that has a verb attribute.</summary>
    /// <param name="handler">A static method or a static local function, as a method group.</param>
    public void Add(Delegate handler) => Take(handler);

    /// <summary>Adds every handler of a static class and of the static classes nested in it.</summary>
    /// <param name="module">The class, as <c>typeof(Users)</c>.</param>
    public void Add(Type module) => Take(module);

    /// <summary>Adds all elements of another list, below that list's prefix.</summary>
    /// <param name="handlers">The other list. It is copied: elements added to it later are not seen here.</param>
    public void Add(HandlerList handlers)
    {
        ArgumentNullException.ThrowIfNull(handlers);
        _items.Add(Copy(handlers.Prefix, handlers._items, handlers.Layer));
    }

    /// <summary>Adds an element of a spread list, whose static type is only <see cref="object"/>.</summary>
    /// <param name="item">A delegate, a type or a list.</param>
    /// <exception cref="ArgumentException">The element is not a delegate, a type or a list.</exception>
    public void Add(object item)
    {
        switch (item)
        {
            case HandlerList list: Add(list); break;
            case Delegate or Type: Take(item); break;
            default:
                throw new ArgumentException(
                    $"A handler list contains functions, typeof(StaticClass) and other lists; '{item}' ({item?.GetType().Name ?? "null"}) is none of these.", nameof(item));
        }
    }

    /// <summary>Returns a new list with the same handlers below a path, and with guards, providers and the like around them.</summary>
    /// <param name="prefix">A route template such as <c>/v2</c> or <c>/shops/{shop}</c>; empty for no prefix.</param>
    /// <param name="handlers">The handlers to place there. The list itself does not change.</param>
    /// <param name="configure">Sets the layer of all of them: <c>layer => layer.Guard(…).ResponseHeader("X-Api", "2")</c>.</param>
    public static HandlerList Under(string prefix, HandlerList handlers, Action<Layer>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentNullException.ThrowIfNull(handlers);
        var layer = configure is null ? null : Layer.At(prefix);
        configure?.Invoke(layer!);
        return handlers.IsPlain ? Copy(prefix, handlers._items, layer) : Copy(prefix, [handlers], layer);
    }

    /// <summary>Returns the elements of the list, in the order in which they were added.</summary>
    /// <remarks>A list with a prefix or a layer is one element, itself: spreading it into another list keeps both.</remarks>
    public IEnumerator GetEnumerator() => IsPlain ? _items.GetEnumerator() : new object[] { this }.GetEnumerator();

    /// <summary>The functions, types and lists below the prefix.</summary>
    internal IReadOnlyList<object> Items => _items;

    private bool IsPlain => Prefix is "" && Layer is null;

    private static HandlerList Copy(string prefix, List<object> items, Layer? layer)
    {
        var copy = new HandlerList { Prefix = prefix, Layer = layer };
        copy._items.AddRange(items);
        return copy;
    }

    private void Take(object item)
    {
        ArgumentNullException.ThrowIfNull(item);
        _items.Add(item);
    }
}
