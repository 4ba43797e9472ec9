using Litestar.Generator.Diagnostics;
using Litestar.Generator.Model;
using Litestar.Generator.Parse.Handlers;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Layers;

/// <summary>
/// Parses the attributes of a function and its classes that others read from the endpoint, as expressions that create
/// them.
/// </summary>
internal static class MetadataParser
{
    // The framework's attributes in these namespaces are for compilers, debuggers and editors.
    private static readonly string[] SpacesOfCompiler = ["System.ComponentModel", "System.Diagnostics", "System.Diagnostics.CodeAnalysis"];

    public static IEnumerable<MetadataModel> Parse(IMethodSymbol method, string display, ParseDiagnostics diagnostics)
    {
        // An assembly has many attributes about itself. One that is also valid on a class or function is about those.
        return LayerAttributes.Of(method).SelectMany(layer => layer.GetAttributes().Where(attribute => layer is not IAssemblySymbol || IsForHandlers(attribute))
            .Where(IsMetadata).Where(attribute => IsReachable(attribute, display, diagnostics)).Select(attribute => new MetadataModel(Creation(attribute), TextOf(attribute), LayerAttributes.DisplayOf(layer))));
    }

    private static bool IsMetadata(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { } type || attribute.AttributeConstructor is null)
        {
            return false;
        }

        // The compiler's attributes and Litestar's own have no meaning for readers of endpoints, except three of Litestar's.
        if (SymbolNames.IsIn(type, "Litestar"))
        {
            return type.Name is "ResponseCompressionAttribute" or "ImplicitlyRequiredAttribute" or "StatusByMethodAttribute";
        }

        return !FrameworkTypes.Declares(type) || !(Array.Exists(SpacesOfCompiler, space => SymbolNames.IsIn(type, space)) || SymbolNames.IsBelow(type, "System.Runtime"));
    }

    private static bool IsForHandlers(AttributeData attribute)
    {
        for (var type = attribute.AttributeClass; type is not null; type = type.BaseType)
        {
            if (type.GetAttributes().FirstOrDefault(usage => usage.AttributeClass is { Name: "AttributeUsageAttribute" } of && SymbolNames.IsIn(of, "System")) is { } usage)
            {
                return ((AttributeTargets)(usage.ConstructorArguments[0].Value as int? ?? 0) & (AttributeTargets.Class | AttributeTargets.Method)) is not 0
                    && attribute.AttributeClass!.Name is not "CLSCompliantAttribute";
            }
        }

        return true;
    }

    private static bool IsReachable(AttributeData attribute, string display, ParseDiagnostics diagnostics)
    {
        var arguments = attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(argument => argument.Value));
        var hidden = arguments.SelectMany(TypesOf).Prepend(attribute.AttributeClass!).Select(Reachability.FirstUnreachable).FirstOrDefault(type => type is not null);
        diagnostics.MarkUncacheable(Uncacheable.Is(attribute));
        if (hidden is not null)
        {
            var name = attribute.AttributeClass!.Name;
            var shortName = name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
            diagnostics.Add(Descriptors.LostMetadata, attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation(), Reachability.CluesOf(hidden), shortName, display, SymbolNames.ShortOf(hidden), Reachability.Why(hidden));
        }

        return hidden is null;
    }

    private static IEnumerable<ITypeSymbol> TypesOf(TypedConstant constant) =>
        (constant.Kind is TypedConstantKind.Array && !constant.IsNull ? constant.Values.SelectMany(TypesOf) : [])
            .Concat(constant.Type is { } type ? [type] : [])
            .Concat(constant.Kind is TypedConstantKind.Type && constant.Value is ITypeSymbol named ? [named] : []);

    private static string TextOf(AttributeData attribute) =>
        attribute.ApplicationSyntaxReference?.GetSyntax().NormalizeWhitespace("", " ").ToString() ?? attribute.AttributeClass!.Name;

    private static string Creation(AttributeData attribute)
    {
        var arguments = string.Join(", ", attribute.ConstructorArguments.Select(ConstantText.Of));
        var members = string.Join(", ", attribute.NamedArguments.Select(member => $"{SymbolNames.Identifier(member.Key)} = {ConstantText.Of(member.Value)}"));
        return $"new {SymbolNames.OfValue(attribute.AttributeClass!)}({arguments})" + (members.Length > 0 ? $" {{ {members} }}" : "");
    }
}
