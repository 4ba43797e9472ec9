namespace Litestar.Generator.Model;

/// <summary>The way in which a value gets into its object.</summary>
internal enum AssignmentKind
{
    /// <summary>As an argument of the constructor.</summary>
    Argument,

    /// <summary>In the object initializer.</summary>
    Initializer,

    /// <summary>By assignment, if it is present; else the type's own value stays.</summary>
    Assignment,

    /// <summary>The same for a member that C# does not allow to assign later.</summary>
    Accessor,
}

/// <param name="Way">The kind of assignment.</param>
/// <param name="Member">The member's name in the source.</param>
/// <param name="Owner">The type that declares it, qualified, with <c>ref</c> in front of a struct.</param>
internal sealed record MemberAssignment(AssignmentKind Way, string Member, string Owner)
{
    /// <summary>True if it is only set when it is present.</summary>
    public bool IsLate => Way is AssignmentKind.Assignment or AssignmentKind.Accessor;
}

/// <summary>A type that is read from a form, member by member.</summary>
/// <param name="Type">Its name, qualified.</param>
/// <param name="Reader">The function that reads it.</param>
/// <param name="Members">Its members.</param>
internal sealed record FormTypeModel(string Type, string Reader, EquatableArray<ParameterModel> Members);
