using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Litestar.Generator.Emit;

/// <summary>Source text with its indentation.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new(2048);
    private int _depth;

    public int Length => _text.Length;

    public void Line(string line = "")
    {
        if (line.Length > 0)
        {
            _text.Append(' ', _depth * 4).Append(line);
        }

        _text.Append('\n');
    }

    /// <summary>An empty line, unless the last one is empty already.</summary>
    public void EndParagraph()
    {
        if (_text.Length < 2 || _text[_text.Length - 2] != '\n')
        {
            Line();
        }
    }

    /// <summary>Writes a head, if there is one, and an opening brace; the closing one follows when the block is disposed.</summary>
    public IDisposable Block(string head, string end = "}", string start = "{")
    {
        if (head.Length > 0)
        {
            Line(head);
        }

        Line(start);
        _depth++;
        return new End(this, end);
    }

    /// <summary>A string literal.</summary>
    public static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>Text of the user's as part of a comment, which must stay on its line.</summary>
    public static string Comment(string text) => string.Concat(text.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter));

    public override string ToString() => _text.ToString();

    private sealed class End(SourceWriter code, string brace) : IDisposable
    {
        public void Dispose()
        {
            code._depth--;
            code.Line(brace);
        }
    }
}
