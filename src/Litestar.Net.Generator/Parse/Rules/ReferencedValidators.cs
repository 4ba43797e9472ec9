using System.Runtime.CompilerServices;
using Litestar.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Rules;

/// <summary>Finds the validators of referenced assemblies. The content of an assembly does not change: each is searched once.</summary>
internal static class ReferencedValidators
{
    private const string Library = "FluentValidation";

    private static readonly ConditionalWeakTable<MetadataReference, Holder> Known = new();

    public static EquatableArray<ValidatorModel> Of(Compilation compilation, CancellationToken cancellation)
    {
        if (compilation.ReferencedAssemblyNames.All(assembly => assembly.Name != Library))
        {
            return default;
        }

        var found = new List<ValidatorModel>();
        foreach (var reference in compilation.References)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!Known.TryGetValue(reference, out var known))
            {
                known = new(Find(compilation.GetAssemblyOrModuleSymbol(reference) as IAssemblySymbol));
                Known.GetValue(reference, _ => known);
            }

            found.AddRange(known.Validators);
        }

        return new([.. found]);
    }

    private static ValidatorModel[] Find(IAssemblySymbol? assembly) =>
        assembly is null || assembly.Modules.All(module => module.ReferencedAssemblies.All(other => other.Name != Library))
            ? []
            : [.. TypesOf(assembly.GlobalNamespace).Select(type => ValidatorParser.Parse(type) is { } found ? found with { IsMakeable = found.IsMakeable && IsPublic(type) } : null).OfType<ValidatorModel>()];

    // The compiler does not allow us to create another assembly's internal types: that assembly does so itself.
    private static bool IsPublic(INamedTypeSymbol type) =>
        type.DeclaredAccessibility is Accessibility.Public
        && (type.ContainingType is null || IsPublic(type.ContainingType))
        && type.InstanceConstructors.Any(constructor => constructor.DeclaredAccessibility is Accessibility.Public);

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol space) => space.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => member is INamedTypeSymbol type ? TypesOf(type).Prepend(type) : TypesOf(member));

    private sealed class Holder(ValidatorModel[] validators)
    {
        public ValidatorModel[] Validators { get; } = validators;
    }
}
