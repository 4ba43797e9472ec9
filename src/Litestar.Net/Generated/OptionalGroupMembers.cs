using System.ComponentModel;

namespace Litestar.Generated;

/// <summary>
/// The members of groups that may be missing in a handler with <c>[ImplicitlyRequired(false)]</c>. Other handlers have
/// none.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OptionalGroupMembers
{
    private readonly ImplicitlyRequiredMember[] _members;

    internal OptionalGroupMembers(ReadOnlySpan<ImplicitlyRequiredMember> members, bool excusesArguments)
    {
        ExcusesArguments = excusesArguments;
        _members = members.ToArray();
    }

    /// <summary>True if parameters of constructors may be missing, too.</summary>
    internal bool ExcusesArguments { get; }

    /// <summary>Returns true if a value of the request may be missing.</summary>
    internal bool Excuse(RequestSource source, string name)
    {
        foreach (var member in _members)
        {
            if (member.Source == source && member.Name == name)
            {
                return !member.IsArgument || ExcusesArguments;
            }
        }

        return false;
    }
}

/// <summary>A member of a group that is required only because it is neither nullable nor defaulted.</summary>
/// <param name="source">Its source.</param>
/// <param name="name">Its name on the wire.</param>
/// <param name="isArgument">True if it is a parameter of a constructor.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ImplicitlyRequiredMember(RequestSource source, string name, bool isArgument = false)
{
    internal RequestSource Source => source;

    internal string Name => name;

    internal bool IsArgument => isArgument;
}
