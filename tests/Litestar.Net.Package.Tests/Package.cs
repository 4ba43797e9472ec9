using System.IO.Compression;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Litestar.Package.Tests;

/// <summary>A packed file, opened.</summary>
public sealed class Package : IDisposable
{
    // What the format itself puts in.
    private static readonly string[] Wrapping = ["_rels/.rels", "[Content_Types].xml"];

    private readonly ZipArchive _archive;
    private readonly XElement _manifest;

    public Package(string path)
    {
        _archive = ZipFile.OpenRead(path);
        using var manifest = _archive.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        _manifest = XDocument.Load(manifest).Root!;
    }

    public IReadOnlyList<string> Entries =>
    [
        .. _archive.Entries.Select(entry => entry.FullName)
            .Where(name => !Wrapping.Contains(name) && !name.EndsWith(".nuspec", StringComparison.Ordinal) && !name.EndsWith(".psmdcp", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>An element of the manifest; none where it is not there.</summary>
    public string? this[string name] => Elements(name).SingleOrDefault()?.Value;

    public IEnumerable<XElement> Elements(string name) => _manifest.Descendants().Where(element => element.Name.LocalName == name);

    public byte[] Read(string entry)
    {
        using var stream = _archive.GetEntry(entry)!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    public string ReadText(string entry) => System.Text.Encoding.UTF8.GetString(Read(entry));

    /// <summary>Whether the same source gives the same bytes wherever it is built.</summary>
    public bool IsReproducible(string assembly)
    {
        using var image = new PEReader(new MemoryStream(Read(assembly)));
        return image.ReadDebugDirectory().Any(entry => entry.Type is DebugDirectoryEntryType.Reproducible);
    }

    /// <summary>The types of an assembly that a caller can name, as documentation names them.</summary>
    public IReadOnlyList<string> PublicTypes(string assembly)
    {
        using var image = new PEReader(new MemoryStream(Read(assembly)));
        var reader = image.GetMetadataReader();
        return [.. reader.TypeDefinitions.Where(type => IsPublic(reader, type)).Select(type => NameOf(reader, type))];
    }

    /// <summary>Fields, properties and methods without parameters that no caller can name, in types that it can.</summary>
    public IReadOnlyList<string> HiddenMembers(string assembly)
    {
        using var image = new PEReader(new MemoryStream(Read(assembly)));
        var reader = image.GetMetadataReader();
        return
        [
            .. from handle in reader.TypeDefinitions
               where IsPublic(reader, handle)
               let type = reader.GetTypeDefinition(handle)
               let name = NameOf(reader, handle)
               from member in type.GetFields().Select(reader.GetFieldDefinition).Where(field => (field.Attributes & FieldAttributes.FieldAccessMask) <= FieldAttributes.Assembly).Select(field => $"F:{name}.{reader.GetString(field.Name)}")
                   .Concat(type.GetMethods().Select(reader.GetMethodDefinition).Where(method => IsHidden(method) && method.GetParameters().Count is 0).Select(method => $"M:{name}.{reader.GetString(method.Name).Replace('.', '#')}"))
                   .Concat(type.GetProperties().Select(reader.GetPropertyDefinition).Where(property => new[] { property.GetAccessors().Getter, property.GetAccessors().Setter }.All(accessor => accessor.IsNil || IsHidden(reader.GetMethodDefinition(accessor)))).Select(property => $"P:{name}.{reader.GetString(property.Name)}"))
               select member,
        ];
    }

    private static bool IsHidden(MethodDefinition method) => (method.Attributes & MethodAttributes.MemberAccessMask) <= MethodAttributes.Assembly;

    private static bool IsPublic(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        return (type.Attributes & TypeAttributes.VisibilityMask) switch
        {
            TypeAttributes.Public => true,
            TypeAttributes.NestedPublic => IsPublic(reader, type.GetDeclaringType()),
            _ => false,
        };
    }

    private static string NameOf(MetadataReader reader, TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        return $"{(type.IsNested ? NameOf(reader, type.GetDeclaringType()) : reader.GetString(type.Namespace))}.{reader.GetString(type.Name)}";
    }

    /// <summary>The source files that a debugger is told of.</summary>
    public IReadOnlyList<string> Sources(string symbols)
    {
        using var provider = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(Read(symbols)));
        var reader = provider.GetMetadataReader();
        return [.. reader.Documents.Select(document => reader.GetString(reader.GetDocument(document).Name))];
    }

    public void Dispose() => _archive.Dispose();
}
