using System.Runtime.CompilerServices;
using Litestar.Validation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Litestar.Generated;

public partial struct ArgumentBinder
{
    /// <summary>Reads a field of the form. If it is repeated, the last one counts; of check boxes, any that is checked.</summary>
    /// <remarks>A browser sends nothing for an unchecked box: if the field is missing, the value is false.</remarks>
    public T Form<T, TText>(FormScope form, string member) where TText : struct, ITextFormat<T>
    {
        if (!form.IsRead)
        {
            return default!;
        }

        var name = form.NameOf(member);
        return form.Fields[name] is { Count: > 0 } texts ? Read<T, TText>(RequestSource.Form, name, IsBox<T>() ? Box(texts) : texts[^1])
            : IsBox<T>() ? default!
            : MissingAs<T>(form, name);
    }

    /// <summary>Reads a field of the form, or returns a default.</summary>
    /// <remarks>A browser sends every field of its form: an empty field counts as missing, unless it is text.</remarks>
    public T Form<T, TText>(FormScope form, string member, T orElse) where TText : struct, ITextFormat<T>
    {
        if (!form.IsRead)
        {
            return default!;
        }

        var name = form.NameOf(member);
        var texts = form.Fields[name];
        if (texts.Count is 0)
        {
            return orElse;
        }

        var text = IsBox<T>() ? Box(texts) : texts[^1];
        return !string.IsNullOrEmpty(text) || typeof(T) == typeof(string) || typeof(T) == typeof(OptionalValue<string>) ? Read<T, TText>(RequestSource.Form, name, text) : orElse;
    }

    /// <summary>Reads every value of a field; at least one.</summary>
    public T[] FormList<T, TText>(FormScope form, string member) where TText : struct, ITextFormat<T> =>
        FormList<T, TText>(form, member, null!) ?? MissingOf<T[]>(form, member);

    /// <summary>Reads every value of a field, or returns a default if there is none.</summary>
    public T[] FormList<T, TText>(FormScope form, string member, T[] orElse) where TText : struct, ITextFormat<T>
    {
        if (!form.IsRead)
        {
            return default!;
        }

        var name = form.NameOf(member);
        var texts = form.Texts(name);
        if (texts.Count is 0)
        {
            return orElse;
        }

        var values = new T[texts.Count];
        for (var i = 0; i < values.Length && !IsFull; i++)
        {
            values[i] = Read<T, TText>(RequestSource.Form, name, texts[i]);
        }

        return values;
    }

    /// <summary>Reads an object from several fields. Each field decides by itself whether it is required.</summary>
    public T Form<T>(FormScope form, string member, FormReader<T> read) =>
        !form.IsRead || (form.IsExcused(implied) && !form.Of(member).HasCome) ? default! : ReadObject(form.Of(member), read);

    /// <summary>Reads an object from several fields, or returns a default if none of them is present.</summary>
    public T Form<T>(FormScope form, string member, FormReader<T> read, T orElse) =>
        !form.IsRead ? default! : form.Of(member) is { HasCome: true } part ? ReadObject(part, read) : orElse;

    /// <summary>Reads a value from several fields, or returns null if none of them is present.</summary>
    public T? FormOrNull<T>(FormScope form, string member, FormReader<T> read) where T : struct =>
        form.IsRead && form.Of(member) is { HasCome: true } part ? ReadObject(part, read) : null;

    /// <summary>Reads objects numbered from 0, <c>lines[0].sku</c>; at least one.</summary>
    public T[] FormList<T>(FormScope form, string member, FormReader<T> read) => FormList(form, member, read, null!) ?? MissingOf<T[]>(form, member);

    /// <summary>Reads objects numbered from 0, or returns a default if there is none.</summary>
    public T[] FormList<T>(FormScope form, string member, FormReader<T> read, T[] orElse)
    {
        if (!form.IsRead || !form.Of(member, 0).HasCome)
        {
            return form.IsRead ? orElse : default!;
        }

        var items = new List<T>();
        for (var i = 0; !IsFull && form.Of(member, i) is { HasCome: true } part; i++)
        {
            items.Add(read(ref this, part));
        }

        return [.. items];
    }

    /// <summary>
    /// Checks the rules of the members that could be read when the object as a whole could not be created. These rules
    /// need only the value.
    /// </summary>
    public void CheckMembers(FormScope form, Type type, ReadOnlySpan<FormMemberValue> members)
    {
        if (!form.IsChecked || HandlerRegistry.RulesOf(type) is not { } check)
        {
            return;
        }

        foreach (var member in members)
        {
            var name = form.NameOf(member.WireName);
            if (_faults?.FirstOrDefault(fault => fault is { Source: RequestSource.Form, Expected: not null } && fault.Key == name) is { } unread)
            {
                unread.Member = (type, member.Name);
            }

            if (!IsFull && !IsFaulty(name) && member.TryGet(out var value))
            {
                var report = new ValidationReport(new FormWireNames("", []), context);
                check(member.Name, value, ref report);
                foreach (var fault in report.Faults ?? [])
                {
                    fault.Rename(name);
                    Add(fault);
                }
            }
        }
    }

    // Faults of the field itself, or of one that belongs to it.
    private readonly bool IsFaulty(string name) =>
        _faults?.Any(fault => fault.Source is RequestSource.Form && fault.Key.StartsWith(name, StringComparison.Ordinal) && fault.Key[name.Length..] is "" or ['.' or '[', ..]) is true;

    /// <summary>Returns a file. Of several with one name, the last one counts.</summary>
    public IFormFile File(FormScope form, string member) => File(form, member, null!) ?? MissingOf<IFormFile>(form, member);

    /// <summary>Returns a file, or a default.</summary>
    public readonly IFormFile File(FormScope form, string member, IFormFile orElse) =>
        form.IsRead && form.FilesOf(form.NameOf(member)) is [.., var file] ? file : orElse;

    /// <summary>Returns every file with a name; at least one.</summary>
    public IFormFile[] FileList(FormScope form, string member) => FileList(form, member, null!) ?? MissingOf<IFormFile[]>(form, member);

    /// <summary>Returns every file with a name, or a default if there is none.</summary>
    public readonly IFormFile[] FileList(FormScope form, string member, IFormFile[] orElse) =>
        form.IsRead && form.FilesOf(form.NameOf(member)) is { Count: > 0 } files ? [.. files] : orElse;

    private T ReadObject<T>(FormScope form, FormReader<T> read)
    {
        if (IsFull)
        {
            _faults!.Skip();
            return default!;
        }

        return read(ref this, form);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsBox<T>() => typeof(T) == typeof(bool) || typeof(T) == typeof(bool?) || typeof(T) == typeof(OptionalValue<bool>) || typeof(T) == typeof(OptionalValue<bool?>);

    // The deciding text: the first that cannot be read, or a checked one, or the last. Frameworks send a hidden field with false
    // in addition to a box with the same name.
    private static string? Box(StringValues texts)
    {
        var speaker = texts[^1];
        foreach (var text in texts.Count > 1 ? texts : default)
        {
            if (!CheckBoxText.TryRead(text, out var isTicked))
            {
                return text;
            }

            speaker = isTicked ? text : speaker;
        }

        return speaker;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private T MissingOf<T>(FormScope form, string member) => form.IsRead ? MissingAs<T>(form, form.NameOf(member)) : default!;

    private T MissingAs<T>(FormScope form, string name) => form.IsExcused(implied) ? default! : Missing<T>(RequestSource.Form, name);
}
