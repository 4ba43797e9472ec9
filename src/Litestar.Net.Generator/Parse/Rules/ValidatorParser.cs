using Litestar.Generator.Model;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Rules;

/// <summary>Parses the FluentValidation validators that generated code can create.</summary>
internal static class ValidatorParser
{
    /// <summary>Returns the validator; null for another type.</summary>
    public static ValidatorModel? Parse(INamedTypeSymbol type)
    {
        if (ValidatedOf(type) is not { } validated)
        {
            return null;
        }

        if (FaultOf(type, validated) is not null)
        {
            return new(SymbolNames.OfValue(type), SymbolNames.OfValue(validated), default, default, IsMakeable: false);
        }

        var constructor = ConstructorOf(type);
        var isOpen = Reachability.IsReachable(constructor);
        return new(
            SymbolNames.OfValue(type),
            SymbolNames.OfValue(validated),
            new([.. constructor.Parameters.Select(ArgumentOf)]),
            new([.. constructor.Parameters.Where(IsNeeded).Select(parameter => SymbolNames.OfValue(parameter.Type))]),
            isOpen ? "" : string.Join(", ", constructor.Parameters.Select(parameter => $"{SymbolNames.Of(parameter.Type)} {SymbolNames.Identifier(parameter.Name)}")),
            isOpen ? "" : SymbolNames.ReflectionOf(type));
    }

    /// <summary>
    /// Returns the reason that generated code cannot create a validator, so that it would never run, and the remedy;
    /// null if it can, or for another type.
    /// </summary>
    public static (string Fact, string Remedy)? FaultOf(INamedTypeSymbol type) =>
        ValidatedOf(type) is { } validated && Reachability.FirstUnreachable(validated) is null && !NamesParameter(validated) ? FaultOf(type, validated) : null;

    private static (string Fact, string Remedy)? FaultOf(INamedTypeSymbol type, ITypeSymbol validated) =>
        IsGeneric(type) ? ("is generic, or is nested in a generic type", "Derive a class that is neither.")
        : IsOfFile(type) ? ("is local to its file", "Make it internal or private.")
        : Reachability.FirstUnreachable(validated) is { } hidden ? ($"validates '{SymbolNames.ShortOf(hidden)}', which is {Reachability.Why(hidden)}", $"Make '{SymbolNames.ShortOf(hidden)}' internal or public.")
        : ConstructorOf(type).Parameters.FirstOrDefault(parameter => parameter.RefKind is not RefKind.None) is { } reference ? ($"takes '{reference.Name}' by reference", "Pass it by value.")
        : ConstructorOf(type).Parameters.Select(parameter => Reachability.FirstUnreachable(parameter.Type)).FirstOrDefault(found => found is not null) is { } need
            ? ($"takes a '{SymbolNames.ShortOf(need)}', which is {Reachability.Why(need)}", $"Make '{SymbolNames.ShortOf(need)}' internal or public.")
        : null;

    // The longest, like the container, of those that generated code can call by name; else of the public ones, else of all.
    private static IMethodSymbol ConstructorOf(INamedTypeSymbol type) => type.InstanceConstructors
        .OrderByDescending(Reachability.IsReachable)
        .ThenByDescending(constructor => constructor.DeclaredAccessibility is Accessibility.Public)
        .ThenByDescending(constructor => constructor.Parameters.Length)
        .First();

    private static bool IsOfFile(INamedTypeSymbol? type) => type is not null && (type.IsFileLocal || IsOfFile(type.ContainingType));

    private static bool NamesParameter(ITypeSymbol type) => Reachability.Find(type, part => part.TypeKind is TypeKind.TypeParameter) is not null;

    /// <summary>Returns the type that a validator validates; null for another type.</summary>
    public static ITypeSymbol? ValidatedOf(INamedTypeSymbol type) => type is { TypeKind: TypeKind.Class, IsAbstract: false } ? ValidatedBy(type) : null;

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
        KeyOf(parameter) is { } key ? $"needs.Get<{SymbolNames.OfValue(parameter.Type)}>({key})"
        : IsNeeded(parameter) ? $"needs.Get<{SymbolNames.OfValue(parameter.Type)}>()"
        : parameter.Type.IsReferenceType && parameter.Type.SpecialType is SpecialType.None && parameter is not { HasExplicitDefaultValue: true, ExplicitDefaultValue: not null } ? $"needs.GetOrNull<{SymbolNames.OfValue(parameter.Type)}>()"
        : ConstantText.DefaultOf(parameter);

    private static bool IsNeeded(IParameterSymbol parameter) => !parameter.HasExplicitDefaultValue && KeyOf(parameter) is null;

    private static string? KeyOf(IParameterSymbol parameter) =>
        FrameworkTypes.Find(parameter.GetAttributes(), "Microsoft.Extensions.DependencyInjection", "FromKeyedServicesAttribute") is { ConstructorArguments: { Length: > 0 } key } ? ConstantText.Of(key[0]) : null;

    private static bool IsGeneric(INamedTypeSymbol? type) => type is not null && (type.IsGenericType || IsGeneric(type.ContainingType));
}
