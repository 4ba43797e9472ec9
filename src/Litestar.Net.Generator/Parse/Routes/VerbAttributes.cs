using Litestar.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Routes;

/// <summary>The attributes that make a function a handler.</summary>
internal static class VerbAttributes
{
    private const string Suffix = "Attribute";

    /// <summary>Their names, in the order of the generated table.</summary>
    public static readonly IReadOnlyList<string> Names = [.. HandlerKind.All.SelectMany(kind => kind.Verbs)];

    private static readonly string[] Attributes = [.. Names.Select(name => name + Suffix)];

    /// <summary>Returns the verb attributes of a function, in the order of its source.</summary>
    public static IEnumerable<ParsedVerb> Of(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (PlaceOf(attribute) >= 0)
            {
                yield return new(attribute);
            }
        }
    }

    /// <summary>Returns the index of a function's first verb in that order; null if it has none.</summary>
    public static int? PlaceOf(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (PlaceOf(attribute) is >= 0 and var place)
            {
                return place;
            }
        }

        return null;
    }

    public static bool Marks(IMethodSymbol method) => PlaceOf(method) is not null;

    /// <summary>Returns <c>Get</c>.</summary>
    public static string NameOf(AttributeData attribute) => attribute.AttributeClass!.Name.Substring(0, attribute.AttributeClass.Name.Length - Suffix.Length);

    private static int PlaceOf(AttributeData attribute) =>
        attribute.AttributeClass is { BaseType.Name: "HandlerAttribute", ContainingType: null, ContainingNamespace: { Name: "Litestar", ContainingNamespace.IsGlobalNamespace: true } } type ? Array.IndexOf(Attributes, type.Name) : -1;

    // For these methods ASP.NET Core, too, reads no parameter from the body without an attribute (RFC 9110: their content has no meaning).
    public static bool TakesBody(string method) => method.ToUpperInvariant() is not ("GET" or "HEAD" or "DELETE" or "OPTIONS" or "TRACE" or "CONNECT");
}

/// <summary>A parsed verb attribute.</summary>
internal readonly struct ParsedVerb
{
    private readonly AttributeData _attribute;

    public ParsedVerb(AttributeData attribute) => _attribute = attribute;

    /// <summary>The short name: <c>Get</c>.</summary>
    public string Name => VerbAttributes.NameOf(_attribute);

    public string Method => Name is "Verb" ? _attribute.ConstructorArguments.FirstOrDefault().Value as string ?? "" : Name.ToUpperInvariant();

    public IReadOnlyList<string> Paths
    {
        get
        {
            var paths = _attribute.ConstructorArguments.LastOrDefault();
            return paths.Kind is TypedConstantKind.Array && !paths.IsNull && paths.Values.Length > 0
                ? [.. paths.Values.Select(path => path.Value as string ?? "")]
                : [""];
        }
    }

    public int Status => Named("Status") as int? ?? 0;

    public string? EndpointName => Named("Name") as string;

    public bool Blocking => Named("Blocking") is true;

    public Location? Location => _attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation();

    private object? Named(string name) => _attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value.Value;
}
