using FluentValidation;
using Litestar.Generated;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Validation;

/// <summary>The generator's facts about a FluentValidation validator.</summary>
/// <param name="type">The validator's own type.</param>
/// <param name="validated">The type it validates.</param>
/// <param name="contract"><c>IValidator&lt;T&gt;</c>.</param>
/// <param name="needs">The types that its constructor needs from the container.</param>
internal abstract class ValidatorDeclaration(Type type, Type validated, Type contract, Type[] needs)
{
    public Type Type { get; } = type;

    public Type Contract { get; } = contract;

    public Type[] Needs { get; } = needs;

    /// <summary>Returns true if it validates values of a type: its own, or a derived one.</summary>
    public bool Validates(Type other) => validated == other || (validated != typeof(object) && !other.IsValueType && validated.IsAssignableFrom(other));

    public abstract IValidator Create(IServiceProvider services);

    /// <summary>Returns the container's validators of the same contract.</summary>
    public abstract IEnumerable<IValidator> Registered(IServiceProvider services);
}

/// <inheritdoc/>
internal sealed class ValidatorDeclaration<T>(Type type, Func<ValidatorDependencies, IValidator<T>> create, Type[] needs) : ValidatorDeclaration(type, typeof(T), typeof(IValidator<T>), needs)
{
    public override IValidator Create(IServiceProvider services) => create(new(services));

    public override IEnumerable<IValidator> Registered(IServiceProvider services) => services.GetServices<IValidator<T>>();
}
