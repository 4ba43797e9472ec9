using System.ComponentModel;
using Litestar.Validation;
using Microsoft.AspNetCore.Http;

namespace Litestar.Generated;

/// <summary>Validates a group, <c>[AsParameters]</c>, after it has been created from its members.</summary>
/// <typeparam name="T">The type of the group.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GroupValidation<T>
{
    private readonly ValueValidation<T>? _checks;

    internal GroupValidation(ValueValidation<T>? checks) => _checks = checks;

    /// <summary>Returns the group, or its faults as a whole.</summary>
    public ValueTask<BindingResult<T>> Validate(HttpContext context, T group) => _checks is null ? new(BindingResult<T>.Of(group)) : _checks.Ask(context, new(BindingResult<T>.Of(group)));
}

/// <summary>A member of a group, under the name that the client knows.</summary>
/// <param name="path">Its path of C# names: <c>Page.Size</c>.</param>
/// <param name="source">Its source.</param>
/// <param name="name">Its name in that source; for an object of a form, the prefix of its fields.</param>
/// <param name="body">The type of a body, whose members have names of their own.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GroupMember(string path, RequestSource source, string name, Type? body = null)
{
    internal string Path => path;

    internal RequestSource Source => source;

    internal string Name => name;

    internal Type? Body => body;

    internal GroupMember From(RequestSource other) => new(path, other, name, body);
}
