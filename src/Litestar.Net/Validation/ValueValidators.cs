using FluentValidation;
using Litestar.Errors;
using Microsoft.AspNetCore.Http;

namespace Litestar.Validation;

/// <summary>
/// The FluentValidation validators of a value: those of its type and, for a collection, those of its items, at any
/// depth.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
internal sealed class ValueValidators<T>
{
    private readonly ValidatedShape _shape;

    private ValueValidators(ValidatedShape shape) => _shape = shape;

    /// <summary>Returns null if no validator exists for the type.</summary>
    /// <inheritdoc cref="ValidatedShape.Of"/>
    public static ValueValidators<T>? Of(Func<Type, Type?> itemOf, IServiceProvider services, Func<Type, Type, Exception> fault) =>
        ValidatedShape.Of(typeof(T), itemOf, services, fault) is { } shape ? new(shape) : null;

    /// <summary>Returns the errors that they find.</summary>
    public async ValueTask<IReadOnlyCollection<ValidatorMessage>> Ask(T value, HttpContext context)
    {
        // Each error is kept once, and in order; one more than is reported shows that there are more.
        var found = new OrderedDictionary<ValidatorMessage, int>();
        if (value is not null)
        {
            await Ask(value, _shape, "", new(context), found);
        }

        return found.Keys;
    }

    private static bool IsFull(OrderedDictionary<ValidatorMessage, int> found) => found.Count > FaultCollector.Most;

    private static async ValueTask Ask(object value, ValidatedShape shape, string place, RequestValidators request, OrderedDictionary<ValidatorMessage, int> found)
    {
        foreach (var validator in request.Of(shape))
        {
            if (IsFull(found))
            {
                return;
            }

            // The validator of the whole value gets a context of its type, which saves another one.
            IValidationContext asked = value is T whole && shape.Type == typeof(T) ? new ValidationContext<T>(whole) : new ValidationContext<object>(value);
            await Ask(validator, asked, place, shape.Type, found, request.Aborted);
        }

        if (shape.Items is not { } items)
        {
            return;
        }

        foreach (var (at, item) in ValidatedShape.ItemsOf(value, place).TakeWhile(_ => !IsFull(found)))
        {
            await Ask(item, items, at, request, found);
        }
    }

    // A validator that includes one of a base finds the same errors: each is reported once.
    private static async ValueTask Ask(IValidator validator, IValidationContext asked, string place, Type type, OrderedDictionary<ValidatorMessage, int> found, CancellationToken aborted)
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

    /// <summary>The validators of one request, created once for each type.</summary>
    private sealed class RequestValidators(HttpContext context)
    {
        private readonly Dictionary<ValidatedShape, List<IValidator>> _made = [];

        public CancellationToken Aborted => context.RequestAborted;

        public IReadOnlyList<IValidator> Of(ValidatedShape shape)
        {
            if (shape.Validators is not { } judges)
            {
                return [];
            }

            if (!_made.TryGetValue(shape, out var validators))
            {
                _made.Add(shape, validators = judges.For(context));
            }

            return validators;
        }
    }
}
