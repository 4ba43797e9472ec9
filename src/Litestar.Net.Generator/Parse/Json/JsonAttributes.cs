using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Json;

/// <summary>
/// Finds the attributes of System.Text.Json on a type or a member. Those of other serializers have the same names, and
/// are ignored.
/// </summary>
internal static class JsonAttributes
{
    private const string Space = "System.Text.Json.Serialization";

    public static AttributeData? Find(ISymbol symbol, string name) => FrameworkTypes.Find(symbol.GetAttributes(), Space, name);

    public static bool Has(ISymbol symbol, string name) => Find(symbol, name) is not null;

    /// <summary>Returns the types that JSON may send in place of another.</summary>
    public static IEnumerable<ITypeSymbol> DerivedOf(ITypeSymbol type) => type.GetAttributes()
        .Where(attribute => FrameworkTypes.Is(attribute, Space, "JsonDerivedTypeAttribute"))
        .Select(attribute => attribute.ConstructorArguments.FirstOrDefault().Value)
        .OfType<ITypeSymbol>();

    /// <summary>Returns true if an attribute defines the reading of an abstract type: its derived types, or its converter.</summary>
    public static bool SayHow(ISymbol symbol) => symbol.GetAttributes().Any(attribute =>
        FrameworkTypes.Is(attribute, Space, "JsonPolymorphicAttribute") || FrameworkTypes.Is(attribute, Space, "JsonDerivedTypeAttribute") || IsConverter(attribute));

    /// <summary>Returns true if an attribute names a converter, whose format is unknown.</summary>
    public static bool HasConverter(ISymbol symbol) => symbol.GetAttributes().Any(IsConverter);

    private static bool IsConverter(AttributeData attribute)
    {
        for (var type = attribute.AttributeClass; type is not null; type = type.BaseType)
        {
            if (type.Name is "JsonConverterAttribute" && SymbolNames.IsIn(type, Space))
            {
                return true;
            }
        }

        return false;
    }
}
