using Litestar.Generator.Model;
using Litestar.Generator.Parse.Rules;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Litestar.Generator.Parse.Json;

/// <summary>
/// Finds the types with optional <c>init</c> members. System.Text.Json's generator sets every such member, and would
/// replace an initializer by <c>default</c>.
/// </summary>
internal static class InitOnlyTypes
{
    // The format in which System.Text.Json's generator writes types.
    private static readonly SymbolDisplayFormat Theirs = SymbolDisplayFormat.FullyQualifiedFormat;

    public static IReadOnlyDictionary<string, InitTypeModel> Of(IEnumerable<ITypeSymbol> reached)
    {
        var found = new Dictionary<string, InitTypeModel>(StringComparer.Ordinal);
        foreach (var type in JsonMembers.Owners(reached))
        {
            var members = JsonMembers.Of(type).Where(IsLate).Select(MemberOf).ToArray();
            var primary = PrimaryOf(type);
            if (members.Length > 0 || primary.Count > 0)
            {
                var name = type.ToDisplayString(Theirs);
                found[name] = new(name, type.IsValueType, new(members), primary);
            }
        }

        return found;
    }

    private static bool IsLate(IPropertySymbol property) => property is { IsRequired: false, SetMethod.IsInitOnly: true } && JsonMembers.CanSet(property);

    private static InitMemberModel MemberOf(IPropertySymbol property)
    {
        var (owner, declared) = (property.ContainingType, property.OriginalDefinition);
        var parameters = ChainOf(declared.ContainingType).SelectMany(type => type.TypeParameters).ToList();
        var arguments = string.Join(", ", ChainOf(owner).SelectMany(type => type.TypeArguments).Select(SymbolNames.Of));
        return new(property.Name, owner.ToDisplayString(Theirs), parameters.Count is 0 ? "" : $"<{arguments}>", new(
            (owner.IsValueType ? "ref " : "") + SymbolNames.OfValue(declared.ContainingType),
            SymbolNames.Of(declared.Type),
            parameters.Count is 0 ? "" : $"<{string.Join(", ", parameters.Select(parameter => SymbolNames.Identifier(parameter.Name)))}>",
            string.Concat(parameters.Select(ConstraintOf))));
    }

    // The outermost type first: a nested type is generic by its outer types too.
    private static IEnumerable<INamedTypeSymbol> ChainOf(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? ChainOf(outer).Append(type) : [type];

    private static string ConstraintOf(ITypeParameterSymbol parameter)
    {
        var all = new List<string>();
        if (parameter.HasUnmanagedTypeConstraint)
        {
            all.Add("unmanaged");
        }
        else if (parameter.HasValueTypeConstraint)
        {
            all.Add("struct");
        }
        else if (parameter.HasReferenceTypeConstraint)
        {
            all.Add("class");
        }
        else if (parameter.HasNotNullConstraint)
        {
            all.Add("notnull");
        }

        all.AddRange(parameter.ConstraintTypes.Select(SymbolNames.Of));
        if (parameter is { HasConstructorConstraint: true, HasValueTypeConstraint: false })
        {
            all.Add("new()");
        }

        return all.Count is 0 ? "" : $" where {SymbolNames.Identifier(parameter.Name)} : {string.Join(", ", all)}";
    }

    private static EquatableArray<PrimaryConstructorModel> PrimaryOf(INamedTypeSymbol type)
    {
        var primary = type.IsValueType ? type.InstanceConstructors.FirstOrDefault(IsPrimary) : null;
        return primary is { Parameters.Length: > 0 } && type.InstanceConstructors.All(constructor => constructor.IsImplicitlyDeclared || constructor.Parameters.Length > 0)
            ? new([.. primary.Parameters.Select(parameter => new PrimaryConstructorModel(
                JsonMembers.Of(type).FirstOrDefault(property => property.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase) && SymbolEqualityComparer.Default.Equals(property.Type, parameter.Type))?.Name ?? "",
                SymbolNames.OfValue(parameter.Type),
                parameter.Type.IsValueType ? ValueRulesParser.IsNullable(parameter.Type) : parameter.NullableAnnotation is not NullableAnnotation.NotAnnotated,
                parameter.HasExplicitDefaultValue ? ConstantText.DefaultOf(parameter) : null))])
            : default;
    }

    private static bool IsPrimary(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax { ParameterList: not null });
}
