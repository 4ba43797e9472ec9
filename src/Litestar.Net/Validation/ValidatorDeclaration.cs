using FluentValidation;
using Litestar.Generated;

namespace Litestar.Validation;

/// <summary>What the generator knows of a FluentValidation validator.</summary>
/// <param name="type">The validator's own type.</param>
/// <param name="contract"><c>IValidator&lt;T&gt;</c>.</param>
/// <param name="needs">What its constructor asks of the container.</param>
internal abstract class ValidatorDeclaration(Type type, Type contract, Type[] needs)
{
    public Type Type { get; } = type;

    public Type Contract { get; } = contract;

    public Type[] Needs { get; } = needs;

    public abstract object Create(IServiceProvider services);
}

/// <inheritdoc/>
internal sealed class ValidatorDeclaration<T>(Type type, Func<ValidatorNeeds, IValidator<T>> create, Type[] needs) : ValidatorDeclaration(type, typeof(IValidator<T>), needs)
{
    public override object Create(IServiceProvider services) => create(new(services));
}
