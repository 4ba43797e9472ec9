using Litestar.Generator.Diagnostics;
using Litestar.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse;

/// <summary>The attributes of a function and its classes that others read from the endpoint, as expressions that make them anew.</summary>
internal static class MetadataParser
{
    // The framework's attributes there speak to compilers, debuggers and editors.
    private static readonly string[] SpacesOfCompiler = ["System.ComponentModel", "System.Diagnostics", "System.Diagnostics.CodeAnalysis"];

    public static IEnumerable<MetadataModel> Parse(IMethodSymbol method, string display, Problems problems)
    {
        // An assembly bears much that is about itself. What may stand on a class or function as well is about those.
        return Layers.Of(method).SelectMany(layer => layer.GetAttributes().Where(attribute => layer is not IAssemblySymbol || IsForHandlers(attribute))
            .Where(IsMetadata).Where(attribute => IsReachable(attribute, display, problems)).Select(attribute => new MetadataModel(Creation(attribute), TextOf(attribute), Layers.DisplayOf(layer))));
    }

    private static bool IsMetadata(AttributeData attribute)
    {
        if (attribute.AttributeClass is not { } type || attribute.AttributeConstructor is null)
        {
            return false;
        }

        // The compiler's own and our own say nothing to those who read endpoints, three of ours excepted.
        if (Names.IsIn(type, "Litestar"))
        {
            return type.Name is "ResponseCompressionAttribute" or "ImplicitlyRequiredAttribute" or "StatusByMethodAttribute";
        }

        return !Framework.Declares(type) || !(Array.Exists(SpacesOfCompiler, space => Names.IsIn(type, space)) || Names.IsBelow(type, "System.Runtime"));
    }

    private static bool IsForHandlers(AttributeData attribute)
    {
        for (var type = attribute.AttributeClass; type is not null; type = type.BaseType)
        {
            if (type.GetAttributes().FirstOrDefault(usage => usage.AttributeClass is { Name: "AttributeUsageAttribute" } of && Names.IsIn(of, "System")) is { } usage)
            {
                return ((AttributeTargets)(usage.ConstructorArguments[0].Value as int? ?? 0) & (AttributeTargets.Class | AttributeTargets.Method)) is not 0
                    && attribute.AttributeClass!.Name is not "CLSCompliantAttribute";
            }
        }

        return true;
    }

    private static bool IsReachable(AttributeData attribute, string display, Problems problems)
    {
        var arguments = attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(argument => argument.Value));
        var hidden = arguments.SelectMany(TypesOf).Prepend(attribute.AttributeClass!).Select(Reachability.FirstUnreachable).FirstOrDefault(type => type is not null);
        problems.MarkFleeting(Fleeting.Is(attribute));
        if (hidden is not null)
        {
            var name = attribute.AttributeClass!.Name;
            var shortName = name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
            problems.Add(Descriptors.LostMetadata, attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation(), Reachability.CluesOf(hidden), shortName, display, Names.ShortOf(hidden), Reachability.Why(hidden));
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
        var arguments = string.Join(", ", attribute.ConstructorArguments.Select(Constants.Of));
        var members = string.Join(", ", attribute.NamedArguments.Select(member => $"{Names.Identifier(member.Key)} = {Constants.Of(member.Value)}"));
        return $"new {Names.OfValue(attribute.AttributeClass!)}({arguments})" + (members.Length > 0 ? $" {{ {members} }}" : "");
    }
}
