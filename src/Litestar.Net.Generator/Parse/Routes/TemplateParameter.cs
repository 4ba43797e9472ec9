namespace Litestar.Generator.Parse.Routes;

/// <summary>One parameter of a route template.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">All of it, braces included: <c>{id:int=1}</c>.</param>
/// <param name="Start">Where its text begins in the template.</param>
/// <param name="Constraints">Its constraints as they are written: <c>int</c>, <c>range(1,5)</c>.</param>
/// <param name="Default">Its default; none where it has none.</param>
/// <param name="IsOptional">Whether it bears a question mark.</param>
/// <param name="IsCatchAll">Whether it takes the rest of the path.</param>
internal sealed record TemplateParameter(string Name, string Text, int Start, IReadOnlyList<string> Constraints, string? Default, bool IsOptional, bool IsCatchAll)
{
    /// <summary>Where the template goes on.</summary>
    public int End => Start + Text.Length;

    /// <param name="text">With its braces.</param>
    /// <param name="start">Where it begins.</param>
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
