using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Litestar.Members;

/// <summary>The packages as a caller's compiler sees them.</summary>
public sealed class Library
{
    /// <summary>The namespace that only emitted code names. It is public, and no API.</summary>
    public const string Seam = "Litestar.Generated";

    private readonly Dictionary<string, INamedTypeSymbol> _types;
    private readonly Dictionary<string, string> _nouns = Nouns();
    private readonly Compilation _compilation;

    private Library(Compilation compilation, IEnumerable<IAssemblySymbol> assemblies)
    {
        _compilation = compilation;
        _types = assemblies.SelectMany(assembly => All(assembly.GlobalNamespace)).Where(IsShown).ToDictionary(type => type.GetDocumentationCommentId()!);
    }

    /// <summary>The public types, in the order of their names.</summary>
    public IReadOnlyList<INamedTypeSymbol> Types => [.. _types.Values.OrderBy(type => type.ContainingNamespace.ToString(), StringComparer.Ordinal).ThenBy(NameOf, StringComparer.Ordinal)];

    /// <summary>The packages that lie beside this program, with their documentation.</summary>
    public static Library Load()
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var own = Directory.GetFiles(AppContext.BaseDirectory, "Litestar.Net*.dll").Where(path => File.Exists(Documented(path))).ToList();
        var packages = own.Select(path => MetadataReference.CreateFromFile(path, documentation: new XmlFile(Documented(path)))).ToList();
        var compilation = CSharpCompilation.Create(
            "reader",
            references: [.. platform.Except(own).Select(path => MetadataReference.CreateFromFile(path)), .. packages],
            options: new(OutputKind.DynamicallyLinkedLibrary, metadataImportOptions: MetadataImportOptions.All));
        return new(compilation, packages.Select(package => (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(package)!));

        static string Documented(string path) => Path.ChangeExtension(path, "xml");
    }

    /// <summary>What the XML comment of a symbol says.</summary>
    public Documentation DocumentationOf(ISymbol symbol) => Documentation.Of(symbol, _compilation);

    /// <summary>The type as people write it: <c>Response&lt;T&gt;</c>.</summary>
    public static string NameOf(INamedTypeSymbol type) => type.ToDisplayString(new SymbolDisplayFormat(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters));

    /// <summary>The noun a type belongs to: the folder of its source.</summary>
    public string NounOf(INamedTypeSymbol type) => _nouns.GetValueOrDefault(type.OriginalDefinition.Name, "App");

    /// <summary>Whether a type has a page here.</summary>
    public bool Holds(INamedTypeSymbol type) => _types.ContainsKey(type.OriginalDefinition.GetDocumentationCommentId() ?? "");

    /// <summary>The type of this documentation id, if it has a page.</summary>
    public INamedTypeSymbol? Find(string id) => _types.GetValueOrDefault(id);

    /// <summary>Whatever has this documentation id, here or in .NET.</summary>
    public ISymbol? Symbol(string id) => DocumentationCommentId.GetFirstSymbolForDeclarationId(id, _compilation);

    /// <summary>What a type declares that a caller can reach, in the order of its page.</summary>
    public static IEnumerable<ISymbol> MembersOf(INamedTypeSymbol type) => type.GetMembers()
        .Where(member => member is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.Ordinary or MethodKind.UserDefinedOperator or MethodKind.Conversion }
            or IPropertySymbol or IFieldSymbol or IEventSymbol)
        .Where(member => IsReachable(member) && !IsMadeByTheCompiler(member) && !IsHidden(member))
        .Where(member => member is not IMethodSymbol { IsOverride: true, Name: nameof(ToString) or nameof(Equals) or nameof(GetHashCode) })
        .Where(member => member is not IMethodSymbol { MethodKind: MethodKind.Constructor } constructor || !IsPlain(constructor))
        .OrderBy(Rank);

    /// <summary>The part of the page a member stands in.</summary>
    public static string PartOf(ISymbol member) => Rank(member) switch
    {
        0 => "Constructors",
        1 => "Properties",
        2 => "Methods",
        3 => "Operators",
        4 => "Values",
        _ => "Fields and events",
    };

    private static int Rank(ISymbol member) => member switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => 0,
        IPropertySymbol => 1,
        IMethodSymbol { MethodKind: MethodKind.Ordinary } => 2,
        IMethodSymbol => 3,
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => 4,
        _ => 5,
    };

    private static bool IsReachable(ISymbol symbol) => symbol.DeclaredAccessibility is Accessibility.Public
        || (symbol.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedOrInternal && symbol.ContainingType is { IsSealed: false });

    // A type's constructor that takes nothing and of which nothing is said.
    private static bool IsPlain(IMethodSymbol constructor) => constructor.Parameters.Length is 0 && string.IsNullOrEmpty(constructor.GetDocumentationCommentXml());

    private static bool IsMadeByTheCompiler(ISymbol symbol) => symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "CompilerGeneratedAttribute")
        || symbol is IMethodSymbol { ContainingType.IsRecord: true, Name: "Deconstruct" };

    private static bool IsHidden(ISymbol symbol) => symbol.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name is "EditorBrowsableAttribute" && attribute.ConstructorArguments is [{ Value: 1 }]);

    private static bool IsShown(INamedTypeSymbol type) => !IsHidden(type) && !type.ContainingNamespace.ToString()!.StartsWith(Seam, StringComparison.Ordinal);

    private static IEnumerable<INamedTypeSymbol> All(INamespaceOrTypeSymbol place) => place.GetMembers().SelectMany(member => member switch
    {
        INamespaceSymbol space => All(space),
        INamedTypeSymbol type when IsReachable(type) => All(type).Prepend(type),
        _ => [],
    });

    private static Dictionary<string, string> Nouns()
    {
        var root = typeof(Library).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key is "RepositoryRoot").Value!;
        var nouns = new Dictionary<string, string>();
        foreach (var project in Directory.GetDirectories(Path.Combine(root, "src")).Order(StringComparer.Ordinal))
        {
            foreach (var file in Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories))
            {
                var folder = Path.GetRelativePath(project, file).Split(Path.DirectorySeparatorChar) is [var first, _, ..] ? first : Default(project);
                foreach (Match type in Regex.Matches(folder is "obj" or "bin" or "Generated" ? "" : File.ReadAllText(file), @"^\s*public .*?\b(?:class|struct|enum|interface|record|delegate \S+) (?<name>\w+)", RegexOptions.Multiline))
                {
                    nouns.TryAdd(type.Groups["name"].Value, folder);
                }
            }
        }

        return nouns;
    }

    // The package's own word, where the file lies in no folder: Litestar.Net.Testing is Testing, Litestar.Net the app itself.
    private static string Default(string project) => Path.GetFileName(project)["Litestar.Net".Length..].TrimStart('.') is { Length: > 0 } name ? name : "App";
}
