using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Litestar.Tests.Binding;

public enum Shade { Light, Dark, Dim = 7 }

public enum Level : long { Lowest = long.MinValue, Under = -1, None = 0, Highest = long.MaxValue }

public enum Huge : ulong { None, Largest = ulong.MaxValue }

public enum Small : sbyte { Minus = -128, Plus = 127 }

public enum State
{
    [JsonStringEnumMemberName("in-progress")] InProgress,
    [JsonStringEnumMemberName("closed")] Done,
    [JsonStringEnumMemberName("all done")] Closed,
    open,
    Open,
}

[Flags]
public enum Access { Read = 1, Write = 2, [JsonStringEnumMemberName("run")] Execute = 4, Both = Read | Write, Hidden = 0x30 }

/// <summary>Parses a span; takes white space, and an empty text too.</summary>
public readonly record struct Label(string Text) : ISpanParsable<Label>
{
    public static Label Parse(ReadOnlySpan<char> text, IFormatProvider? provider) => new(text.ToString());
    public static bool TryParse(ReadOnlySpan<char> text, IFormatProvider? provider, out Label result) { result = Parse(text, provider); return true; }
    public static Label Parse(string text, IFormatProvider? provider) => new(text);
    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out Label result) { result = new(text ?? ""); return true; }
    public override string ToString() => Text;
}

/// <summary>Parses a string only, and its TryParse throws what Parse throws.</summary>
public sealed record Point(int X, int Y) : IParsable<Point>
{
    public static Point Parse(string text, IFormatProvider? provider)
    {
        var comma = text.IndexOf(',');
        return new(int.Parse(text.AsSpan(0, comma), provider: provider), int.Parse(text.AsSpan(comma + 1), provider: provider));
    }

    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, [MaybeNullWhen(false)] out Point result)
    {
        result = Parse(text!, provider);
        return true;
    }

    public override string ToString() => $"{X},{Y}";
}

/// <summary>Is broken, whatever comes.</summary>
public readonly record struct Broken : ISpanParsable<Broken>
{
    public static Broken Parse(ReadOnlySpan<char> text, IFormatProvider? provider) => throw new InvalidOperationException("broken");
    public static bool TryParse(ReadOnlySpan<char> text, IFormatProvider? provider, out Broken result) => throw new InvalidOperationException("broken");
    public static Broken Parse(string text, IFormatProvider? provider) => throw new InvalidOperationException("broken");
    public static bool TryParse(string? text, IFormatProvider? provider, out Broken result) => throw new InvalidOperationException("broken");
}
