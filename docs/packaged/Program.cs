using System.Xml.Linq;
using Litestar.Documentation;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

// The assembly, its documentation, a file that names the assembly's references, one a line.
var (assembly, documentation, references) = (args[0], args[1], args[2]);
var library = MetadataReference.CreateFromFile(assembly);
var compilation = CSharpCompilation.Create("reader", references: [library, .. File.ReadLines(references).Select(path => MetadataReference.CreateFromFile(path))]);
var reachable = Reachable.In((IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(library)!);

var document = XDocument.Load(documentation, LoadOptions.PreserveWhitespace);
foreach (var member in document.Descendants("member").Where(member => !reachable.Contains((string)member.Attribute("name")!)).ToList())
{
    // With the line break in front of it.
    (member.PreviousNode as XText)?.Remove();
    member.Remove();
}

// As the compiler writes it: without a mark of the byte order.
using var writer = new StreamWriter(documentation);
document.Save(writer, SaveOptions.DisableFormatting);
