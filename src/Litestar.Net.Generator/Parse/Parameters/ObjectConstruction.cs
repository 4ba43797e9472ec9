using Litestar.Generator.Model;
using Litestar.Generator.Parse.Json;
using Litestar.Generator.Parse.Rules;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Litestar.Generator.Parse.Parameters;

/// <summary>A value from which an object is created.</summary>
/// <param name="Name">Its name in the source.</param>
/// <param name="Attributes">The attributes of the constructor's parameter or of the property.</param>
/// <param name="OrElse">The default as source text; null if it is required.</param>
/// <param name="Default">The value of the default, if the build knows it.</param>
/// <param name="IsImplied">
/// True if it is required only because it is neither nullable nor defaulted: its type does not declare it in words.
/// </param>
internal sealed record ConstructionMember(string Name, ITypeSymbol Type, IReadOnlyList<AttributeData> Attributes, string? OrElse, MemberAssignment Setting, KnownDefault? Default, bool IsImplied);

/// <summary>Finds the values from which an object is created: its constructor's parameters, and its settable members.</summary>
internal static class ObjectConstruction
{
    /// <summary>
    /// Returns the members in the order of declaration; or the reason that such an object cannot be created, and the
    /// remedy.
    /// </summary>
    public static IReadOnlyList<ConstructionMember> Of(ITypeSymbol type, out (string Fact, string Remedy)? fault)
    {
        fault = FaultOf(type);
        if (fault is not null || type is not INamedTypeSymbol named || ConstructorOf(named, out fault) is not { } constructor)
        {
            return [];
        }

        var settable = SettableOf(named).ToList();
        var arguments = constructor.Parameters.Select(parameter => Argument(parameter, settable.Find(member => Matches(member, parameter)))).ToList();
        var taken = constructor.Parameters.Select(parameter => parameter.Name);
        var keepsRequired = constructor.GetAttributes().Any(attribute => FrameworkTypes.Is(attribute, "System.Diagnostics.CodeAnalysis", "SetsRequiredMembersAttribute"));
        var members = arguments
            .Concat(settable.Where(member => !taken.Contains(member.Name, StringComparer.OrdinalIgnoreCase)).Where(CanSet).Select(member => Set(member, named, !keepsRequired && IsRequired(member))))
            .ToList();
        fault = members.Count is 0 ? ("has no members that can be set", "Give it constructor parameters, or public properties that can be set.") : null;
        return members;
    }

    /// <summary>Returns true if a type is the user's own, and has members.</summary>
    public static bool IsMadeOfMembers(ITypeSymbol type) =>
        type is INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct }
        && !FrameworkTypes.Declares(type)
        && !type.AllInterfaces.Any(face => face.SpecialType is SpecialType.System_Collections_IEnumerable);

    private static (string Fact, string Remedy)? FaultOf(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Interface } => ("is an interface", "Use a record, class or struct that can be created."),
        { IsAbstract: true } => ("is abstract", "Use a record, class or struct that can be created."),
        _ when IsMadeOfMembers(type) => null,
        _ => ("is not made of members", "Use a record, class or struct of your own that names them."),
    };

    // The primary constructor of a record, or the only public one, or the one without parameters.
    private static IMethodSymbol? ConstructorOf(INamedTypeSymbol type, out (string Fact, string Remedy)? fault)
    {
        var open = type.InstanceConstructors
            .Where(constructor => constructor.DeclaredAccessibility is Accessibility.Public && !IsCopy(constructor))
            .ToList();
        var declared = open.Where(constructor => !constructor.IsImplicitlyDeclared || constructor.Parameters.Length > 0).ToList();
        var found = declared.Find(IsPrimary) ?? (declared.Count is 1 ? declared[0] : open.Find(constructor => constructor.Parameters.IsEmpty));
        fault = open.Count is 0 ? ("has no public constructor", "Make one public.")
            : found is null ? ($"has {open.Count} public constructors", "Leave one of them public, or add one without parameters.")
            : found.Parameters.FirstOrDefault(parameter => parameter.RefKind is not RefKind.None) is { } reference ? ($"takes '{reference.Name}' by reference", "Pass it by value.")
            : null;
        return fault is null ? found : null;
    }

    private static bool IsCopy(IMethodSymbol constructor) =>
        constructor.ContainingType.IsRecord && constructor.Parameters.Length is 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, constructor.ContainingType);

    private static bool IsPrimary(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax { ParameterList: not null });

    private static IEnumerable<ISymbol> SettableOf(INamedTypeSymbol type)
    {
        var chain = new Stack<INamedTypeSymbol>();
        for (var owner = type; owner is { SpecialType: SpecialType.None }; owner = owner.BaseType)
        {
            chain.Push(owner);
        }

        // Of a property and its override, the override counts; it keeps the position of the first.
        return chain.SelectMany(owner => owner.GetMembers())
            .Where(member => !member.IsStatic && member is IPropertySymbol { IsIndexer: false, DeclaredAccessibility: Accessibility.Public } or IFieldSymbol { IsRequired: true })
            .GroupBy(member => member.Name)
            .Select(same => same.Last());
    }

    private static bool Matches(ISymbol member, IParameterSymbol parameter) => member.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase);

    private static bool CanSet(ISymbol member) => member is IFieldSymbol or IPropertySymbol { SetMethod.DeclaredAccessibility: Accessibility.Public };

    private static bool IsRequired(ISymbol member) => member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    private static ConstructionMember Argument(IParameterSymbol parameter, ISymbol? property)
    {
        IReadOnlyList<AttributeData> attributes = [.. parameter.GetAttributes(), .. property?.GetAttributes() ?? []];
        var orElse = Requiredness.Of(parameter);
        return new(
            property?.Name ?? parameter.Name,
            parameter.Type,
            attributes,
            orElse,
            new(AssignmentKind.Argument, parameter.Name, ""),
            KnownDefault.Of(parameter),
            orElse is null && !JsonRequiredMembers.IsSaid(attributes, parameter.Type));
    }

    private static ConstructionMember Set(ISymbol member, INamedTypeSymbol type, bool isRequired)
    {
        var value = RuleMembers.TypeOf(member);
        var initial = isRequired ? null : InitialOf(member, type, value);
        var isLate = initial is "" && CanBeAbsent(value);
        var isInit = member is IPropertySymbol { SetMethod.IsInitOnly: true };
        // An accessor cannot be written for one instance of a generic type.
        var way = !isLate || (isInit && member.ContainingType.IsGenericType) ? AssignmentKind.Initializer : isInit ? AssignmentKind.Accessor : AssignmentKind.Assignment;
        var orElse = way is not AssignmentKind.Initializer ? "null" : initial is { Length: > 0 } ? initial : Requiredness.Of(value);
        return new(member.Name, value, member.GetAttributes(), orElse, new(way, member.Name, (member.ContainingType.IsValueType ? "ref " : "") + SymbolNames.OfValue(member.ContainingType)), isRequired ? null : KnownDefault.Of(InitializerOf(member), value), orElse is null && !isRequired && !JsonRequiredMembers.IsSaid(member.GetAttributes(), value));
    }

    private static bool CanBeAbsent(ITypeSymbol type) => type.IsReferenceType || TextFormats.ReaderOf(type) is not null;

    /// <summary>Returns the default of a property: its text if it is constant, empty text if only the type itself can make it.</summary>
    private static string? InitialOf(ISymbol member, INamedTypeSymbol type, ITypeSymbol value)
    {
        // The source of another assembly is not visible: a member that is not required there may have any default.
        if (member.DeclaringSyntaxReferences.IsEmpty)
        {
            return "";
        }

        return member is IPropertySymbol property && InitializerSyntax.IsAssigned(property, type) ? ""
            : InitializerOf(member) is not { } initializer || IsSilence(initializer, value) ? null
            : ConstantText.Of(initializer, value) ?? "";
    }

    private static ExpressionSyntax? InitializerOf(ISymbol member) =>
        member.DeclaringSyntaxReferences.Select(reference => (reference.GetSyntax() as PropertyDeclarationSyntax)?.Initializer?.Value).FirstOrDefault(value => value is not null);

    // An initializer that only satisfies the compiler: string Name { get; set; } = null!;
    private static bool IsSilence(ExpressionSyntax initializer, ITypeSymbol type)
    {
        var value = initializer is PostfixUnaryExpressionSyntax { Operand: var operand } ? operand : initializer;
        return type.IsReferenceType && value is LiteralExpressionSyntax { Token.Text: "null" or "default" } or DefaultExpressionSyntax;
    }
}
