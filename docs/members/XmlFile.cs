using System.Globalization;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Litestar.Members;

/// <summary>The documentation that the compiler wrote beside an assembly.</summary>
internal sealed class XmlFile(string path) : DocumentationProvider
{
    private readonly Dictionary<string, string> _members = XDocument.Load(path, LoadOptions.PreserveWhitespace).Descendants("member")
        .ToDictionary(member => (string)member.Attribute("name")!, member => member.ToString());

    protected override string GetDocumentationForSymbol(string documentationMemberID, CultureInfo preferredCulture, CancellationToken cancellationToken = default) =>
        _members.GetValueOrDefault(documentationMemberID, "");

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => _members.GetHashCode();
}
