using FluentValidation;
using Litestar.Generated;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.Validation;

/// <summary>What the generator knows of a FluentValidation validator.</summary>
/// <param name="type">The validator's own type.</param>
/// <param name="validated">The type it judges.</param>
/// <param name="contract"><c>IValidator&lt;T&gt;</c>.</param>
/// <param name="needs">What its constructor asks of the container.</param>
internal abstract class ValidatorDeclaration(Type type, Type validated, Type contract, Type[] needs)
{
    public Type Type { get; } = type;

    public Type Contract { get; } = contract;

    public Type[] Needs { get; } = needs;

    /// <summary>Whether it judges values of a type: its own, or one that derives from it.</summary>
    public bool Validates(Type other) => validated == other || (validated != typeof(object) && !other.IsValueType && validated.IsAssignableFrom(other));

    public abstract IValidator Create(IServiceProvider services);

    /// <summary>What the container holds under the same contract.</summary>
    public abstract IEnumerable<IValidator> Registered(IServiceProvider services);
}

/// <inheritdoc/>
internal sealed class ValidatorDeclaration<T>(Type type, Func<ValidatorDependencies, IValidator<T>> create, Type[] needs) : ValidatorDeclaration(type, typeof(T), typeof(IValidator<T>), needs)
{
    public override IValidator Create(IServiceProvider services) => create(new(services));

    public override IEnumerable<IValidator> Registered(IServiceProvider services) => services.GetServices<IValidator<T>>();
}
