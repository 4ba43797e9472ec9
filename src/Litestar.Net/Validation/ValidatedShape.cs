using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Litestar.Errors;

namespace Litestar.Validation;

/// <summary>A type with validators, for itself or for its items, at any depth of collections.</summary>
internal sealed class ValidatedShape
{
    private ValidatedShape(Type type) => Type = type;

    /// <summary>The type, without a nullable mark.</summary>
    public Type Type { get; }

    /// <summary>The validators of the type itself.</summary>
    public TypeValidators? Validators { get; private set; }

    /// <summary>The items of a collection; for a dictionary, its values.</summary>
    public ValidatedShape? Items { get; private set; }

    /// <summary>Returns null if no validator exists for the type and its items.</summary>
    /// <param name="type">The type.</param>
    /// <param name="itemOf">Returns the type of the items of a collection, or of the values of a dictionary; null for other types.</param>
    /// <param name="services">The app's container.</param>
    /// <param name="fault">Creates the start-up error for a validator whose constructor needs an unregistered service.</param>
    public static ValidatedShape? Of(Type type, Func<Type, Type?> itemOf, IServiceProvider services, Func<Type, Type, Exception> fault)
    {
        var shapes = new Dictionary<Type, ValidatedShape>();
        var shape = Follow(type);
        return !shapes.Values.Any(one => one.Validators is not null) ? null
            : shapes.Values.FirstOrDefault(one => one.Items is not null && !CanBeWalked(one.Type)) is { } closed
                ? throw new InvalidOperationException($"{closed.Type} is a dictionary that does not implement IDictionary, so the validators of its values cannot run. Derive it from Dictionary<TKey, TValue>.")
                : shape;

        // A collection may contain itself.
        ValidatedShape Follow(Type held)
        {
            held = Nullable.GetUnderlyingType(held) ?? held;
            if (shapes.TryGetValue(held, out var known))
            {
                return known;
            }

            var found = new ValidatedShape(held);
            shapes.Add(held, found);
            found.Validators = TypeValidators.Of(held, services, fault);
            found.Items = itemOf(held) is { } item ? Follow(item) : null;
            return found;
        }
    }

    // For an interface, System.Text.Json creates a Dictionary.
    private static bool CanBeWalked(Type type) =>
        type.IsInterface || typeof(IDictionary).IsAssignableFrom(type) || !type.IsAssignableTo(typeof(IEnumerable)) || !IsMadeOfPairs(type);

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "What a collection enumerates is an interface that System.Text.Json's metadata of it names, too.")]
    private static bool IsMadeOfPairs(Type type) => type.GetInterfaces().Any(face =>
        face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IEnumerable<>) && face.GenericTypeArguments[0] is { IsGenericType: true } item && item.GetGenericTypeDefinition() == typeof(KeyValuePair<,>));

    /// <summary>Returns the items of a value with their paths: <c>[0]</c>, or the key of an entry.</summary>
    public static IEnumerable<(string Place, object Item)> ItemsOf(object value, string place)
    {
        if (value is IDictionary entries)
        {
            foreach (DictionaryEntry entry in entries)
            {
                if (entry.Value is { } held)
                {
                    yield return ($"{place}{(place is "" ? "" : ".")}{Excerpt.Of(Convert.ToString(entry.Key, CultureInfo.InvariantCulture))}", held);
                }
            }

            yield break;
        }

        var index = 0;
        foreach (var item in (value as IEnumerable) ?? Array.Empty<object>())
        {
            if (item is not null)
            {
                yield return (string.Create(CultureInfo.InvariantCulture, $"{place}[{index}]"), item);
            }

            index++;
        }
    }
}
