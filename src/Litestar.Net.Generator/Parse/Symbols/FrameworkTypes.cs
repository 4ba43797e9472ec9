using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Symbols;

/// <summary>
/// Recognizes the types of .NET and ASP.NET Core by their assembly. A namespace proves nothing: any code may declare
/// one that begins with System.
/// </summary>
internal static class FrameworkTypes
{
    // The public key tokens with which Microsoft signs the assemblies of .NET, ASP.NET Core and their packages.
    private static readonly ImmutableArray<byte>[] Tokens =
    [
        [0xb0, 0x3f, 0x5f, 0x7f, 0x11, 0xd5, 0x0a, 0x3a],
        [0xb7, 0x7a, 0x5c, 0x56, 0x19, 0x34, 0xe0, 0x89],
        [0x31, 0xbf, 0x38, 0x56, 0xad, 0x36, 0x4e, 0x35],
        [0x7c, 0xec, 0x85, 0xd7, 0xbe, 0xa7, 0x79, 0x8e],
        [0xcc, 0x7b, 0x13, 0xff, 0xcd, 0x2d, 0xdd, 0x51],
        [0xad, 0xb9, 0x79, 0x38, 0x29, 0xdd, 0xae, 0x60],
    ];

    /// <summary>Returns true if a type is the framework's own.</summary>
    public static bool Declares(ITypeSymbol type) => type.SpecialType is not SpecialType.None || (type.ContainingAssembly is { } assembly && IsOfFramework(assembly));

    /// <summary>
    /// Returns true if an attribute is the framework's one with that name and namespace: others have the same names,
    /// Newtonsoft.Json's among them.
    /// </summary>
    public static bool Is(AttributeData attribute, string space, string name) => attribute.AttributeClass is { } type && type.Name == name && SymbolNames.IsIn(type, space);

    /// <summary>Returns the first such attribute.</summary>
    public static AttributeData? Find(IEnumerable<AttributeData> attributes, string space, string name) => attributes.FirstOrDefault(attribute => Is(attribute, space, name));

    private static bool IsOfFramework(IAssemblySymbol assembly) =>
        assembly is not ISourceAssemblySymbol && assembly.Identity.PublicKeyToken is { Length: 8 } token && Array.Exists(Tokens, own => own.SequenceEqual(token));
}
