namespace Litestar.Generator.Parse.Routes;

/// <summary>Parses a route template, as far as the build needs it.</summary>
internal static class RouteTemplate
{
    /// <summary>Returns the parameters' names, in order; <paramref name="fault"/> is the reason that it is malformed.</summary>
    public static IReadOnlyList<string> ParametersOf(string template, out string? fault) => [.. Parse(template, out fault).Select(parameter => parameter.Name)];

    /// <summary>Returns the parameters, in order; <paramref name="fault"/> is the reason that it is malformed.</summary>
    public static IReadOnlyList<TemplateParameter> Parse(string template, out string? fault)
    {
        var found = new List<TemplateParameter>();
        fault = template.StartsWith("~", StringComparison.Ordinal) ? "'~' at its start leaves no module here: take the function out of the module, or leave '~' out." : null;
        for (var i = 0; i < template.Length && fault is null; i++)
        {
            if (IsDoubled(template, i))
            {
                i++;
            }
            else if (template[i] is '{')
            {
                fault = Add(template, i, found);
                i = fault is null ? found[found.Count - 1].End - 1 : i;
            }
            else
            {
                fault = FaultOfText(template, i);
            }
        }

        return found;
    }

    /// <summary>Returns two templates as one, joined as at run time.</summary>
    public static string Join(string prefix, string path)
    {
        var outer = prefix.Trim('/');
        var inner = path.Trim('/');
        return "/" + (outer.Length > 0 && inner.Length > 0 ? $"{outer}/{inner}" : outer + inner);
    }

    private static string? Add(string template, int start, List<TemplateParameter> found)
    {
        var end = EndOf(template, start);
        if (end < 0)
        {
            return $"'{{' at position {start + 1} is never closed.";
        }

        var parameter = TemplateParameter.Parse(template.Substring(start, end - start + 1), start);
        var fault = FaultOf(parameter, template, found);
        if (fault is null)
        {
            found.Add(parameter);
        }

        return fault;
    }

    private static string? FaultOf(TemplateParameter parameter, string template, List<TemplateParameter> before) => parameter switch
    {
        { Name: "" } => $"the parameter at position {parameter.Start + 1} has no name.",
        _ when before.Exists(other => other.Bears(parameter.Name)) => $"'{parameter.Name}' occurs in it twice.",
        _ when parameter.Name.IndexOfAny(['/', '?', '*', '{']) is >= 0 and var at => $"'{parameter.Name[at]}' in '{parameter.Text}' cannot be in a name.",
        _ when before.Count > 0 && before[before.Count - 1].End == parameter.Start => $"'{before[before.Count - 1].Text}' and '{parameter.Text}' touch: put a slash or a text between them.",
        { IsOptional: true, Default: not null } => $"'{parameter.Text}' is optional and has a default: remove one of them.",
        { IsOptional: true, IsCatchAll: true } => $"'{parameter.Text}' matches the rest of the path, which may be empty without a question mark.",
        { IsCatchAll: true } when template.Substring(parameter.End).Trim('/').Length > 0 => $"'{parameter.Text}' matches the rest of the path, and more follows it.",
        { IsCatchAll: true } when parameter.Start > 0 && template[parameter.Start - 1] is not '/' => $"'{parameter.Text}' matches the rest of the path, and does not follow a slash.",
        _ => null,
    };

    private static string? FaultOfText(string template, int at) => template[at] switch
    {
        '}' => $"'}}' at position {at + 1} has no opening brace.",
        '?' => $"'?' at position {at + 1} begins a query, which is not part of a path: its values are parameters of the function.",
        '#' => $"'#' at position {at + 1} begins a fragment, which no client sends.",
        '/' when at > 0 && template[at - 1] is '/' && template.Take(at).Any(letter => letter is not '/') && template.Skip(at).Any(letter => letter is not '/') => $"two slashes at position {at} have nothing between them.",
        _ => null,
    };

    // Doubled braces inside a constraint, {code:regex(^\\d{{3}}$)}, do not close the parameter.
    private static int EndOf(string template, int start)
    {
        for (var i = start + 1; i < template.Length; i++)
        {
            if (IsDoubled(template, i))
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

    private static bool IsDoubled(string template, int at) => template[at] is '{' or '}' && at + 1 < template.Length && template[at + 1] == template[at];
}
