namespace Litestar.Generator.Parse.Routes;

/// <summary>A parameter of a route template.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">Its whole text, braces included: <c>{id:int=1}</c>.</param>
/// <param name="Start">The start of its text in the template.</param>
/// <param name="Constraints">Its constraints as in the template: <c>int</c>, <c>range(1,5)</c>.</param>
/// <param name="Default">Its default; null if it has none.</param>
/// <param name="IsOptional">True if it has a question mark.</param>
/// <param name="IsCatchAll">True if it matches the rest of the path.</param>
internal sealed record TemplateParameter(string Name, string Text, int Start, IReadOnlyList<string> Constraints, string? Default, bool IsOptional, bool IsCatchAll)
{
    /// <summary>The end of its text in the template.</summary>
    public int End => Start + Text.Length;

    /// <param name="text">The text with its braces.</param>
    /// <param name="start">Its start.</param>
    public static TemplateParameter Parse(string text, int start)
    {
        var inner = text.Substring(1, text.Length - 2);
        var isOptional = inner.EndsWith("?", StringComparison.Ordinal);
        var body = (isOptional ? inner.Substring(0, inner.Length - 1) : inner).TrimStart('*');
        var parts = Split(body, out var otherwise);
        return new(parts[0].Trim(), text, start, [.. parts.Skip(1).Where(part => part.Length > 0)], otherwise, isOptional, inner.StartsWith("*", StringComparison.Ordinal));
    }

    public bool Bears(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    // name:constraint(with:anything=in it):another=default
    private static List<string> Split(string body, out string? otherwise)
    {
        otherwise = null;
        var parts = new List<string>();
        var (start, depth) = (0, 0);
        for (var i = 0; i < body.Length; i++)
        {
            switch (body[i])
            {
                case '(':
                    depth++;
                    break;
                case ')':
                    depth--;
                    break;
                case ':' when depth is 0:
                    parts.Add(body.Substring(start, i - start));
                    start = i + 1;
                    break;
                case '=' when depth is 0:
                    parts.Add(body.Substring(start, i - start));
                    otherwise = body.Substring(i + 1);
                    return parts;
            }
        }

        parts.Add(body.Substring(start));
        return parts;
    }
}
