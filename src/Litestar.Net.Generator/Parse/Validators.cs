using Litestar.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse;

/// <summary>Reads the FluentValidation validators that generated code can make.</summary>
internal static class Validators
{
    /// <summary>The validator; none where a type is none.</summary>
    public static ValidatorModel? Parse(INamedTypeSymbol type)
    {
        if (type is not { TypeKind: TypeKind.Class, IsAbstract: false } || ValidatedBy(type) is not { } validated)
        {
            return null;
        }

        // The longest constructor, as the container would take it.
        var constructor = CanBeNamed(type, validated) ? type.InstanceConstructors.Where(Reachability.IsReachable).OrderByDescending(candidate => candidate.Parameters.Length).FirstOrDefault() : null;
        return constructor is null || constructor.Parameters.Any(parameter => parameter.RefKind is not RefKind.None || Reachability.FirstUnreachable(parameter.Type) is not null)
            ? new(Names.OfValue(type), Names.OfValue(validated), default, default, IsMakeable: false)
            : new(
                Names.OfValue(type),
                Names.OfValue(validated),
                new([.. constructor.Parameters.Select(ArgumentOf)]),
                new([.. constructor.Parameters.Where(IsNeeded).Select(parameter => Names.OfValue(parameter.Type))]));
    }

    private static bool CanBeNamed(INamedTypeSymbol type, ITypeSymbol validated) =>
        !IsGeneric(type) && Reachability.IsReachable(type) && Reachability.FirstUnreachable(validated) is null;

    private static ITypeSymbol? ValidatedBy(INamedTypeSymbol type)
    {
        for (var owner = type.BaseType; owner is not null; owner = owner.BaseType)
        {
            if (owner is { Name: "AbstractValidator", TypeArguments: { Length: 1 } arguments } && owner.ContainingNamespace.ToDisplayString() is "FluentValidation")
            {
                return arguments[0].TypeKind is TypeKind.Error or TypeKind.TypeParameter ? null : arguments[0].WithNullableAnnotation(NullableAnnotation.NotAnnotated);
            }
        }

        return null;
    }

    private static string ArgumentOf(IParameterSymbol parameter) =>
        KeyOf(parameter) is { } key ? $"needs.Of<{Names.OfValue(parameter.Type)}>({key})"
        : IsNeeded(parameter) ? $"needs.Of<{Names.OfValue(parameter.Type)}>()"
        : parameter.Type.IsReferenceType && parameter.Type.SpecialType is SpecialType.None && parameter is not { HasExplicitDefaultValue: true, ExplicitDefaultValue: not null } ? $"needs.Maybe<{Names.OfValue(parameter.Type)}>()"
        : Constants.DefaultOf(parameter);

    private static bool IsNeeded(IParameterSymbol parameter) => !parameter.HasExplicitDefaultValue && KeyOf(parameter) is null;

    private static string? KeyOf(IParameterSymbol parameter) =>
        parameter.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name is "FromKeyedServicesAttribute") is { ConstructorArguments: { Length: > 0 } key } ? Constants.Of(key[0]) : null;

    private static bool IsGeneric(INamedTypeSymbol? type) => type is not null && (type.IsGenericType || IsGeneric(type.ContainingType));
}
