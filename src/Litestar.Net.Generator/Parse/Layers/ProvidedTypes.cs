using Litestar.Generator.Parse.Parameters;
using Litestar.Generator.Parse.Rules;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Litestar.Generator.Parse.Layers;

/// <summary>
/// The types of all <c>[Provide]</c> attributes of a compilation, on any layer. They are read when the first value may
/// need one.
/// </summary>
internal sealed class ProvidedTypes
{
    private readonly Compilation _compilation;
    private readonly Lazy<IReadOnlyList<(LayerFunction Function, ITypeSymbol Type)>> _providers;
    private readonly Lazy<IReadOnlyList<ITypeSymbol>> _supplied;
    private readonly List<InvocationExpressionSyntax> _calls = [];

    public ProvidedTypes(Compilation compilation)
    {
        _compilation = compilation;
        _providers = new(FindProviders);
        _supplied = new(FindSupplied);
    }

    /// <summary>
    /// Returns the providers of a type, in the order of their source. Empty if a list, the app or the container may
    /// provide it as well: only the start can check that.
    /// </summary>
    public IReadOnlyList<LayerFunction> Of(BindingTarget asked)
    {
        var isText = ProviderLookup.IsText(asked.Type);
        var found = _providers.Value
            .Where(provider => IsAlike(provider.Type, asked.Type) && ProviderLookup.IsNamed(asked, provider.Function, isText) && !Wraps(provider.Function.Method, provider.Type))
            .Select(provider => provider.Function)
            .ToList();
        return found.Count > 0 && _supplied.Value.Any(type => IsAlike(type, asked.Type)) ? [] : found;
    }

    /// <summary>Returns true if two types differ at most in nullability.</summary>
    public static bool IsAlike(ITypeSymbol one, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(ValueRulesParser.Bare(one), ValueRulesParser.Bare(other));

    // A type that a provider itself takes is available to others as well: as a service, or from an outer provider.
    private static bool Wraps(IMethodSymbol provider, ITypeSymbol type) => provider.Parameters.Any(parameter => IsAlike(parameter.Type, type));

    private IReadOnlyList<(LayerFunction Function, ITypeSymbol Type)> FindProviders()
    {
        var layers = new List<ISymbol>();
        var names = AliasesOf(_compilation.SyntaxTrees);
        foreach (var tree in _compilation.SyntaxTrees)
        {
            SemanticModel? model = null;
            foreach (var node in tree.GetRoot().DescendantNodes())
            {
                if (node is InvocationExpressionSyntax call)
                {
                    _calls.Add(call);
                }
                else if (node is AttributeSyntax attribute && names.Contains(NameOf(attribute.Name)) && LayerOf(attribute, model ??= _compilation.GetSemanticModel(tree)) is { } layer)
                {
                    layers.Add(layer);
                }
            }
        }

        return [.. layers.Distinct(SymbolEqualityComparer.Default)
            .SelectMany(layer => LayerFunction.On("Provide", layer!, _compilation, new ParseDiagnostics()))
            .Select(function => (function, type: ProviderLookup.ProvidedType(function.Method)))
            .Where(provider => provider.type is not null)
            .Select(provider => (provider.function, provider.type!))];
    }

    // The registered services, and the types that a list or the app provides.
    private IReadOnlyList<ITypeSymbol> FindSupplied() => [.. _calls
        .Where(call => NameOf(call) is { } name && (name is "Provide" or "Replace" or "Singleton" or "Scoped" or "Transient" || name.StartsWith("Add", StringComparison.Ordinal) || name.StartsWith("TryAdd", StringComparison.Ordinal)))
        .SelectMany(call => SuppliedBy(call, _compilation.GetSemanticModel(call.SyntaxTree)))];

    private static IEnumerable<ITypeSymbol> SuppliedBy(InvocationExpressionSyntax call, SemanticModel model)
    {
        if (model.GetSymbolInfo(call).Symbol is not IMethodSymbol method || !IsSupplier(method))
        {
            return [];
        }

        // Of a service and its implementation, the service.
        var types = method.TypeParameters.Length is 2 && method.TypeParameters[1].Name.Contains("Implementation") ? method.TypeArguments.Take(1) : method.TypeArguments;
        return types.Concat(call.ArgumentList.Arguments.Take(1)
            .Select(argument => argument.Expression).OfType<TypeOfExpressionSyntax>()
            .Select(type => model.GetTypeInfo(type.Type).Type).OfType<ITypeSymbol>());
    }

    private static bool IsSupplier(IMethodSymbol method) =>
        (method is { Name: "Provide", ContainingType.Name: "Layer" } && SymbolNames.IsIn(method.ContainingType, "Litestar"))
        || method.ContainingType.Name is "ServiceDescriptor"
        || (method.ReducedFrom ?? method).Parameters.FirstOrDefault()?.Type.Name is "IServiceCollection";

    private static HashSet<string> AliasesOf(IEnumerable<SyntaxTree> files) => new(files
        .SelectMany(file => ((CompilationUnitSyntax)file.GetRoot()).Usings)
        .Where(import => import.Alias is not null && import.Name is { } name && NameOf(name) is "ProvideAttribute")
        .Select(import => import.Alias!.Name.Identifier.ValueText)
        .Concat(["Provide", "ProvideAttribute"]), StringComparer.Ordinal);

    private static ISymbol? LayerOf(AttributeSyntax attribute, SemanticModel model) => attribute.Parent?.Parent switch
    {
        CompilationUnitSyntax => model.Compilation.Assembly,
        { } owner => model.GetDeclaredSymbol(owner),
        null => null,
    };

    private static string NameOf(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };

    private static string? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax access => access.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };
}
