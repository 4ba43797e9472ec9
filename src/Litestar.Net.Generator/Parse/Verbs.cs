using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse;

/// <summary>The attributes that make a function a handler.</summary>
internal static class Verbs
{
    /// <summary>Their full names, in the order in which the generator looks for them.</summary>
    public static readonly string[] Attributes =
    [
        "Litestar.GetAttribute", "Litestar.PostAttribute", "Litestar.PutAttribute", "Litestar.PatchAttribute",
        "Litestar.DeleteAttribute", "Litestar.HeadAttribute", "Litestar.OptionsAttribute", "Litestar.VerbAttribute",
    ];

    /// <summary>The verb attributes of a function, in the order of its source.</summary>
    public static IEnumerable<Verb> Of(IMethodSymbol method) => method.GetAttributes()
        .Where(attribute => attribute.AttributeClass is { BaseType.Name: "HandlerAttribute" } type && Attributes.Contains(type.ToDisplayString()))
        .Select(attribute => new Verb(attribute));

    /// <summary>The place of a function's first verb in that order; none where it has none.</summary>
    public static int? PlaceOf(IMethodSymbol method) => Of(method).Select(verb => (int?)Array.IndexOf(Attributes, verb.AttributeName)).FirstOrDefault();

    public static bool Marks(IMethodSymbol method) => Of(method).Any();

    // The methods for which ASP.NET Core, too, takes no parameter from the body unasked (RFC 9110: their content has no meaning).
    public static bool TakesBody(string method) => method.ToUpperInvariant() is not ("GET" or "HEAD" or "DELETE" or "OPTIONS" or "TRACE" or "CONNECT");
}

/// <summary>One verb attribute, read.</summary>
internal readonly struct Verb
{
    private readonly AttributeData _attribute;

    public Verb(AttributeData attribute) => _attribute = attribute;

    /// <summary><c>Get</c></summary>
    public string Name => _attribute.AttributeClass!.Name.Replace("Attribute", "");

    public string AttributeName => _attribute.AttributeClass!.ToDisplayString();

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
