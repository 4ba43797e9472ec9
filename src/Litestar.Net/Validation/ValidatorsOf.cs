using FluentValidation;
using FluentValidation.Results;
using Litestar.Generated;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Validation;

/// <summary>The FluentValidation validators of one type: those found at build, made anew for each request, and those that the container holds.</summary>
/// <typeparam name="T">The type they judge.</typeparam>
internal sealed class ValidatorsOf<T>
{
    private readonly ValidatorDeclaration[] _declared;
    private readonly bool _areRegistered;

    private ValidatorsOf(ValidatorDeclaration[] declared, bool areRegistered)
    {
        _declared = declared;
        _areRegistered = areRegistered;
    }

    /// <summary>None where nobody judges the type.</summary>
    /// <param name="services">The app's container.</param>
    /// <param name="fault">Words the refusal to start, where a validator's constructor asks for what nobody has registered.</param>
    public static ValidatorsOf<T>? Of(IServiceProvider services, Func<Type, Type, Exception> fault)
    {
        var container = services.GetRequiredService<IServiceProviderIsService>();
        var areRegistered = container.IsService(typeof(IValidator<T>));
        var declared = HandlerRegistry.ValidatorsOf<T>();
        foreach (var validator in declared)
        {
            Require(validator, container, [], fault);
        }

        return areRegistered || declared.Length > 0 ? new(declared, areRegistered) : null;
    }

    /// <summary>What they find wrong, each under its path of C# members.</summary>
    public async ValueTask<IReadOnlyList<(string Path, string Message)>> Ask(T value, HttpContext context)
    {
        var found = new List<(string, string)>();
        foreach (var validator in For(context))
        {
            ValidationResult result = await validator.ValidateAsync(value, context.RequestAborted);
            foreach (var failure in result.Errors)
            {
                if (failure.Severity is Severity.Error)
                {
                    found.Add((failure.PropertyName ?? "", failure.ErrorMessage));
                }
            }
        }

        return found;
    }

    private List<IValidator<T>> For(HttpContext context)
    {
        var services = context.RequestServices;
        List<IValidator<T>> validators = _areRegistered ? [.. services.GetServices<IValidator<T>>()] : [];
        foreach (var declared in _declared)
        {
            if (!validators.Exists(validator => validator.GetType() == declared.Type))
            {
                validators.Add((IValidator<T>)(services.GetService(declared.Type) ?? Made(declared, context)));
            }
        }

        return validators;
    }

    private static object Made(ValidatorDeclaration declared, HttpContext context)
    {
        var made = declared.Create(context.RequestServices);
        if (made is IDisposable disposable)
        {
            context.Response.RegisterForDispose(disposable);
        }

        return made;
    }

    private static void Require(ValidatorDeclaration validator, IServiceProviderIsService container, HashSet<Type> above, Func<Type, Type, Exception> fault)
    {
        if (container.IsService(validator.Type))
        {
            return;
        }

        above.Add(validator.Type);
        foreach (var need in validator.Needs.Where(need => !container.IsService(need)))
        {
            if (HandlerRegistry.ValidatorOf(need) is not { } other || above.Contains(other.Type))
            {
                throw fault(validator.Type, need);
            }

            Require(other, container, above, fault);
        }

        above.Remove(validator.Type);
    }
}
