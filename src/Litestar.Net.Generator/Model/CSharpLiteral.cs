using Microsoft.CodeAnalysis.CSharp;

namespace Litestar.Generator.Model;

/// <summary>Writes values as literals of C#.</summary>
internal static class CSharpLiteral
{
    /// <summary>Returns a text as a string literal.</summary>
    public static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
