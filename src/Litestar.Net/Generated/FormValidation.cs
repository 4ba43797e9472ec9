using System.ComponentModel;
using Litestar.Validation;
using Microsoft.AspNetCore.Http;

namespace Litestar.Generated;

/// <summary>Validates an object after it has been created from the fields of a form.</summary>
/// <typeparam name="T">The type of the object.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FormValidation<T>
{
    private readonly ValueValidation<T>? _checks;

    internal FormValidation(ValueValidation<T>? checks) => _checks = checks;

    /// <summary>Returns the object, or its faults. Nothing is validated if the form, or a field of the object, could not be read.</summary>
    public ValueTask<BindingResult<T>> Validate(HttpContext context, FormScope form, T value, bool isFaulty) =>
        isFaulty || !form.IsRead || _checks is null ? new(BindingResult<T>.Of(value)) : _checks.Ask(context, new(BindingResult<T>.Of(value)));
}
