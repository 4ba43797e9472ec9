using System.Collections;
using FluentValidation;
using Litestar.Rejections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Validation;

/// <summary>The FluentValidation validators that a value is put to: those of its type, and where it is a collection, those of its items.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
internal sealed class ValidatorsOf<T>
{
    private readonly Judges? _ofWhole;
    private readonly Judges? _ofItems;

    private ValidatorsOf(Judges? ofWhole, Judges? ofItems)
    {
        _ofWhole = ofWhole;
        _ofItems = ofItems;
    }

    /// <summary>None where nobody judges the type.</summary>
    /// <inheritdoc cref="Judges.Of"/>
    public static ValidatorsOf<T>? Of(IServiceProvider services, Func<Type, Type, Exception> fault)
    {
        var isRegistered = services.GetRequiredService<IServiceProviderIsService>().IsService(typeof(IValidator<T>));
        var ofWhole = Judges.Of(typeof(T), isRegistered ? static services => services.GetServices<IValidator<T>>() : null, services, fault);
        var ofItems = Item is { } item ? Judges.Of(item, null, services, fault) : null;
        return ofWhole is null && ofItems is null ? null : new(ofWhole, ofItems);
    }

    /// <summary>What they find wrong.</summary>
    public async ValueTask<IReadOnlyCollection<Failure>> Ask(T value, HttpContext context)
    {
        // What each says is kept once, and in order; one more than is told, so that it is seen that there is more.
        var found = new OrderedDictionary<Failure, int>();
        foreach (var validator in _ofWhole?.For(context) ?? [])
        {
            if (IsFull(found))
            {
                break;
            }

            await Ask(validator, new ValidationContext<T>(value), "", typeof(T), found, context.RequestAborted);
        }

        if (_ofItems is not null)
        {
            var validators = _ofItems.For(context);
            foreach (var (place, item) in ItemsOf(value).TakeWhile(_ => !IsFull(found)))
            {
                foreach (var validator in validators)
                {
                    await Ask(validator, new ValidationContext<object>(item), place, Item!, found, context.RequestAborted);
                }
            }
        }

        return found.Keys;
    }

    private static bool IsFull(OrderedDictionary<Failure, int> found) => found.Count > Faults.Most;

    /// <summary>What a collection holds; of a dictionary, its values.</summary>
    private static Type? Item { get; } =
        typeof(T).IsArray ? typeof(T).GetElementType()
        : typeof(T).IsGenericType && typeof(IEnumerable).IsAssignableFrom(typeof(T)) ? typeof(T).GenericTypeArguments[^1]
        : null;

    // A validator that includes one of a base finds what that one has found: it is said once.
    private static async ValueTask Ask(IValidator validator, IValidationContext asked, string place, Type type, OrderedDictionary<Failure, int> found, CancellationToken aborted)
    {
        var result = await validator.ValidateAsync(asked, aborted);
        foreach (var failure in result.Errors.Where(failure => failure.Severity is Severity.Error))
        {
            if (IsFull(found))
            {
                break;
            }

            found.TryAdd(new(place, type, Excerpt.Path(failure.PropertyName ?? ""), Excerpt.Sentence(failure.ErrorMessage ?? "")), 0);
        }
    }

    private static IEnumerable<(string Place, object Item)> ItemsOf(T value)
    {
        if (value is IDictionary entries)
        {
            foreach (DictionaryEntry entry in entries)
            {
                if (entry.Value is { } held)
                {
                    yield return (Excerpt.Of($"{entry.Key}"), held);
                }
            }

            yield break;
        }

        var index = 0;
        foreach (var item in (value as IEnumerable) ?? Array.Empty<object>())
        {
            if (item is not null)
            {
                yield return ($"[{index}]", item);
            }

            index++;
        }
    }
}
