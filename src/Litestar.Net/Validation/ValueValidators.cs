using FluentValidation;
using Litestar.Errors;
using Microsoft.AspNetCore.Http;

namespace Litestar.Validation;

/// <summary>The FluentValidation validators that a value is put to: those of its type, and where it is a collection, those of its items, at any depth.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
internal sealed class ValueValidators<T>
{
    private readonly ValidatedShape _shape;

    private ValueValidators(ValidatedShape shape) => _shape = shape;

    /// <summary>Null where no validator judges the type.</summary>
    /// <inheritdoc cref="ValidatedShape.Of"/>
    public static ValueValidators<T>? Of(Func<Type, Type?> itemOf, IServiceProvider services, Func<Type, Type, Exception> fault) =>
        ValidatedShape.Of(typeof(T), itemOf, services, fault) is { } shape ? new(shape) : null;

    /// <summary>What they find wrong.</summary>
    public async ValueTask<IReadOnlyCollection<ValidatorMessage>> Ask(T value, HttpContext context)
    {
        // What each says is kept once, and in order; one more than is told, so that it is seen that there is more.
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

            // The one for the whole is told the type of the value, which spares the validator another context.
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

    // A validator that includes one of a base finds what that one has found: it is said once.
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

    /// <summary>The validators of one request, those of each type made once.</summary>
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
