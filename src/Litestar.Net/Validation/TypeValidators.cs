using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using FluentValidation;
using Litestar.Generated;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Validation;

/// <summary>
/// The FluentValidation validators of one type and its bases: those found at build, created for each request, and those
/// in the container.
/// </summary>
internal sealed class TypeValidators
{
    private readonly ValidatorDeclaration[] _declared;
    private readonly Func<IServiceProvider, IEnumerable<IValidator>>[] _registered;

    private TypeValidators(ValidatorDeclaration[] declared, Func<IServiceProvider, IEnumerable<IValidator>>[] registered)
    {
        _declared = declared;
        _registered = registered;
    }

    /// <summary>Returns null if no validator exists for the type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="services">The app's container.</param>
    /// <param name="fault">Creates the start-up error for a validator whose constructor needs an unregistered service.</param>
    public static TypeValidators? Of(Type type, IServiceProvider services, Func<Type, Type, Exception> fault)
    {
        RunInitializers(type);
        var container = services.GetRequiredService<IServiceProviderIsService>();
        var declared = HandlerRegistry.ValidatorsOf(type);
        foreach (var validator in declared)
        {
            Require(validator, container, [], fault);
        }

        // The container may have one that no build has found.
        var contract = ContractOf(type);
        var registered = contract is not null && container.IsService(contract) ? RegisteredAs(contract) : null;
        var others = declared.DistinctBy(validator => validator.Contract).Where(validator => validator.Contract != contract && container.IsService(validator.Contract)).Select(validator => (Func<IServiceProvider, IEnumerable<IValidator>>)validator.Registered);
        Func<IServiceProvider, IEnumerable<IValidator>>[] all = registered is null ? [.. others] : [registered, .. others];
        return declared.Length > 0 || all.Length > 0 ? new(declared, all) : null;
    }

    /// <summary>Returns the validators for the values of one request.</summary>
    public List<IValidator> For(HttpContext context)
    {
        var services = context.RequestServices;
        List<IValidator> validators = [];
        foreach (var validator in _registered.SelectMany(registered => registered(services)))
        {
            if (!validators.Contains(validator))
            {
                validators.Add(validator);
            }
        }

        foreach (var declared in _declared)
        {
            if (!validators.Exists(validator => validator.GetType() == declared.Type))
            {
                validators.Add((IValidator?)services.GetService(declared.Type) ?? Create(declared, context));
            }
        }

        return validators;
    }

    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "A sequence of references is compiled once for all of them.")]
    private static Func<IServiceProvider, IEnumerable<IValidator>> RegisteredAs(Type contract)
    {
        var all = typeof(IEnumerable<>).MakeGenericType(contract);
        return services => (IEnumerable<IValidator>)services.GetRequiredService(all);
    }

    // IValidator<T>, if that type exists at run time: else nobody has registered it.
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "A contract that was registered is there; of any other it is enough to know that it is not.")]
    private static Type? ContractOf(Type type)
    {
        try
        {
            return typeof(IValidator<>).MakeGenericType(type);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException or TypeLoadException)
        {
            return null;
        }
    }

    // A library's validators are added by its module initializer, which naming the type alone does not run.
    private static void RunInitializers(Type type)
    {
        for (var owner = type; owner is not null; owner = owner.BaseType)
        {
            RuntimeHelpers.RunModuleConstructor(owner.Module.ModuleHandle);
        }

        foreach (var argument in type.GenericTypeArguments)
        {
            RuntimeHelpers.RunModuleConstructor(argument.Module.ModuleHandle);
        }
    }

    private static IValidator Create(ValidatorDeclaration declared, HttpContext context)
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
