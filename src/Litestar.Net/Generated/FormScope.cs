using System.ComponentModel;
using Litestar.Binding;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Litestar.Generated;

/// <summary>Reads an object from the fields of a form.</summary>
/// <typeparam name="T">The type of the object.</typeparam>
/// <param name="bind">Collects its faults.</param>
/// <param name="form">The fields that belong to it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T FormReader<out T>(ref ArgumentBinder bind, FormScope form);

/// <summary>A form, or its fields whose names begin with the path of one object: <c>lines[0].</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FormScope
{
    // A nested object is only read if one of its fields is present; this bounds the stack for very long field names.
    private const int Deepest = 64;

    private readonly FormFields? _fields;
    private readonly string _path;
    private readonly int _depth;
    private readonly bool _isAbsent;
    private readonly bool _isUnchecked;
    private readonly Need _need;

    internal FormScope(IFormCollection form) : this(new FormFields(form), "", 0)
    {
    }

    private FormScope(FormFields fields, string path, int depth, bool isAbsent = false, bool isUnchecked = false, Need need = Need.Declared)
    {
        _need = need;
        _isAbsent = isAbsent;
        _isUnchecked = isUnchecked;
        _fields = fields;
        _path = path;
        _depth = depth;
    }

    /// <summary>All fields.</summary>
    public IFormCollection Fields => _fields?.Form!;

    /// <summary>All files.</summary>
    public IFormFileCollection Files => _fields?.Form.Files!;

    /// <summary>True if there was a form to read. If it was rejected, its members are not reported as missing.</summary>
    public bool IsRead => _fields is not null;

    /// <summary>Returns the same form for an object without a prefix. Such an object is present if one of its own fields is.</summary>
    /// <param name="names">The names of its fields.</param>
    public FormScope PresentIfAny(ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (!IsRead || Fields.ContainsKey(name) || _fields!.FilesOf(name).Count > 0 || _fields!.Any(name + ".") || _fields.Any(name + "["))
            {
                return this;
            }
        }

        return new(_fields!, _path, _depth, isAbsent: true, _isUnchecked);
    }

    /// <summary>Returns the same form, for an object that is exempt from validation.</summary>
    public FormScope Unchecked() => IsRead ? new(_fields!, _path, _depth, _isAbsent, isUnchecked: true) : this;

    /// <summary>Returns the same form, for a member that is required only because it is neither nullable nor defaulted.</summary>
    /// <param name="isArgument">True if it is a parameter of a constructor.</param>
    public FormScope Implied(bool isArgument = false) => IsRead ? new(_fields!, _path, _depth, _isAbsent, _isUnchecked, isArgument ? Need.Argument : Need.Member) : this;

    /// <summary>Returns true if the current member may be missing.</summary>
    internal bool IsExcused(OptionalGroupMembers? implied) => implied is not null && (_need is Need.Member || (_need is Need.Argument && implied.ExcusesArguments));

    internal bool IsChecked => !_isUnchecked;

    internal string NameOf(string member) => _path.Length is 0 ? member : $"{_path}.{member}";

    /// <summary>Returns every value of a field: repeated <c>ids=1&amp;ids=2</c>, or numbered <c>ids[0]=1&amp;ids[1]=2</c>.</summary>
    internal StringValues Texts(string name)
    {
        var texts = Fields[name];
        if (texts.Count > 0 || !_fields!.Any(name + "["))
        {
            return texts;
        }

        var numbered = new List<string?>();
        for (var i = 0; Fields.TryGetValue($"{name}[{i}]", out var more); i++)
        {
            numbered.AddRange(more);
        }

        return numbered.ToArray();
    }

    /// <summary>Returns the files with a name.</summary>
    internal IReadOnlyList<IFormFile> FilesOf(string name) => _fields!.FilesOf(name);

    /// <summary>Returns the fields of a member that is an object; an empty name returns this scope.</summary>
    internal FormScope Of(string member) => member.Length is 0 ? this : new(_fields!, NameOf(member), _depth + 1, isUnchecked: _isUnchecked);

    /// <summary>Returns the fields of an item of a list.</summary>
    internal FormScope Of(string member, int index) => new(_fields!, $"{NameOf(member)}[{index}]", _depth + 1, isUnchecked: _isUnchecked);

    /// <summary>True if any of its fields is present.</summary>
    internal bool HasCome => !_isAbsent && (_path.Length is 0 ? !_fields!.IsEmpty : _depth <= Deepest && (_fields!.Any(_path + ".") || _fields.Any(_path + "[")));

    // The reason that a member is required.
    private enum Need : byte
    {
        Declared,
        Member,
        Argument,
    }
}
