using Microsoft.AspNetCore.Http;

namespace Litestar.Binding;

/// <summary>The fields and files of a form, and their names in order, which tell whether an object or an item of a list has come.</summary>
internal sealed class FormFields(IFormCollection form)
{
    private string[]? _names;

    public IFormCollection Form => form;

    public bool IsEmpty => form.Count is 0 && form.Files.Count is 0;

    /// <summary>Whether any name begins so.</summary>
    public bool Any(string beginning)
    {
        _names ??= Names(form);
        var at = Array.BinarySearch(_names, beginning, StringComparer.OrdinalIgnoreCase);
        at = at < 0 ? ~at : at;
        return at < _names.Length && _names[at].StartsWith(beginning, StringComparison.OrdinalIgnoreCase);
    }

    private static string[] Names(IFormCollection form)
    {
        string[] names = [.. form.Keys, .. form.Files.Select(file => file.Name)];
        Array.Sort(names, StringComparer.OrdinalIgnoreCase);
        return names;
    }
}
