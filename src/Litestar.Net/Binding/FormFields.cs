using Microsoft.AspNetCore.Http;

namespace Litestar.Binding;

/// <summary>The fields and files of a form, with their names in order, so that an object or a list item is found by its prefix.</summary>
internal sealed class FormFields(IFormCollection form)
{
    // Up to this number, a scan of the files is faster than a table.
    private const int Few = 8;

    private string[]? _names;
    private ILookup<string, IFormFile>? _files;

    public IFormCollection Form => form;

    public bool IsEmpty => form.Count is 0 && form.Files.Count is 0;

    /// <summary>Returns true if any name begins with that text.</summary>
    public bool Any(string beginning)
    {
        _names ??= Names(form);
        var at = Array.BinarySearch(_names, beginning, StringComparer.OrdinalIgnoreCase);
        at = at < 0 ? ~at : at;
        return at < _names.Length && _names[at].StartsWith(beginning, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Returns the files with a name.</summary>
    public IReadOnlyList<IFormFile> FilesOf(string name)
    {
        if (form.Files.Count <= Few)
        {
            return form.Files.GetFiles(name);
        }

        _files ??= form.Files.ToLookup(file => file.Name, StringComparer.OrdinalIgnoreCase);
        return [.. _files[name]];
    }

    private static string[] Names(IFormCollection form)
    {
        string[] names = [.. form.Keys, .. form.Files.Select(file => file.Name)];
        Array.Sort(names, StringComparer.OrdinalIgnoreCase);
        return names;
    }
}
