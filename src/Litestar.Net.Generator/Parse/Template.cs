namespace Litestar.Generator.Parse;

/// <summary>A route template, read as far as the build needs it: the names of its parameters.</summary>
internal static class Template
{
    /// <summary>The parameters' names, in order; <paramref name="fault"/> says what is malformed.</summary>
    public static IReadOnlyList<string> ParametersOf(string template, out string? fault)
    {
        var names = new List<string>();
        fault = null;
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] is '{' or '}' && i + 1 < template.Length && template[i + 1] == template[i])
            {
                i++;
            }
            else if (template[i] is '}')
            {
                fault = $"'}}' at position {i + 1} closes nothing.";
                return names;
            }
            else if (template[i] is '{')
            {
                var end = EndOf(template, i);
                if (end < 0)
                {
                    fault = $"'{{' at position {i + 1} is never closed.";
                    return names;
                }

                var name = NameOf(template.Substring(i + 1, end - i - 1));
                if (name.Length == 0)
                {
                    fault = $"the parameter at position {i + 1} has no name.";
                    return names;
                }

                if (names.Contains(name, StringComparer.OrdinalIgnoreCase))
                {
                    fault = $"'{name}' stands in it twice.";
                    return names;
                }

                names.Add(name);
                i = end;
            }
        }

        return names;
    }

    /// <summary>Two templates as one, as the runtime joins them.</summary>
    public static string Join(string prefix, string path)
    {
        var outer = prefix.Trim('/');
        var inner = path.Trim('/');
        return "/" + (outer.Length > 0 && inner.Length > 0 ? $"{outer}/{inner}" : outer + inner);
    }

    // Doubled braces inside a constraint, {code:regex(^\\d{{3}}$)}, do not close the parameter.
    private static int EndOf(string template, int start)
    {
        for (var i = start + 1; i < template.Length; i++)
        {
            if (template[i] is '{' or '}' && i + 1 < template.Length && template[i + 1] == template[i])
            {
                i++;
            }
            else if (template[i] is '}')
            {
                return i;
            }
        }

        return -1;
    }

    private static string NameOf(string parameter)
    {
        var name = parameter.TrimStart('*');
        var end = name.IndexOfAny([':', '=', '?']);
        return (end < 0 ? name : name.Substring(0, end)).Trim();
    }
}
