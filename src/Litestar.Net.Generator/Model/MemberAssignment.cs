namespace Litestar.Generator.Model;

/// <summary>How a value reaches the object it is a member of.</summary>
internal enum AssignmentKind
{
    /// <summary>As an argument of the constructor.</summary>
    Argument,

    /// <summary>In the object initializer.</summary>
    Initializer,

    /// <summary>By assignment, where it came; else what the type itself has put there stays.</summary>
    Assignment,

    /// <summary>The same for a member that C# lets nobody assign later.</summary>
    Accessor,
}

/// <param name="Way">How it gets there.</param>
/// <param name="Member">The member's name in the source.</param>
/// <param name="Owner">The type that declares it, qualified, with <c>ref</c> in front of a struct.</param>
internal sealed record MemberAssignment(AssignmentKind Way, string Member, string Owner)
{
    /// <summary>Whether it is only set where it came.</summary>
    public bool IsLate => Way is AssignmentKind.Assignment or AssignmentKind.Accessor;
}

/// <summary>A type that is read from a form, member by member.</summary>
/// <param name="Type">Its name, qualified.</param>
/// <param name="Reader">The function that reads it.</param>
/// <param name="Members">What is read for it.</param>
internal sealed record FormTypeModel(string Type, string Reader, EquatableArray<ParameterModel> Members);
