namespace Litestar.Generator.Model;

/// <summary>The source of an argument.</summary>
internal enum ParameterKind
{
    Context,
    Route,
    Query,
    Header,
    Cookie,
    Service,
    KeyedService,
    Body,
    ServiceOrBody,
    RawBytes,

    /// <summary>A provider on a layer.</summary>
    Provided,

    /// <summary>Several of these, member by member.</summary>
    Group,

    /// <summary>A field of the form.</summary>
    Form,

    /// <summary>A file of the form.</summary>
    File,

    /// <summary>Several fields of the form, member by member.</summary>
    FormObject,

    /// <summary>The form as a whole.</summary>
    WholeForm,
}

/// <summary>The collection type of a list parameter.</summary>
internal enum CollectionKind
{
    None,
    Array,
    List,
    Set,
}

/// <param name="Name">The parameter's name in the source; for a member, that of its local variable.</param>
/// <param name="Type">Its type, qualified, with its nullable mark.</param>
/// <param name="WireName">Its name on the wire.</param>
/// <param name="Source">Its source.</param>
/// <param name="Value">The type of one value, qualified: for a list, that of its elements.</param>
/// <param name="Reader">The struct that reads a value from text; for an object of a form, the function that reads it.</param>
/// <param name="Collection">The collection type of the parameter.</param>
/// <param name="IsInterface">True if the parameter is one of that collection's interfaces.</param>
/// <param name="OrElse">The default as source text; null if it is required.</param>
/// <param name="Expression">
/// For a value of the framework: the expression that reads it from the context. For a keyed service: its key. For a
/// provided value: its local variable.
/// </param>
/// <param name="Json">The type that is read as JSON; null if it is not.</param>
/// <param name="NonNullDepths">For JSON: a bit for each depth at which the items of a collection may not be null.</param>
/// <param name="Unmarked">For a field of a form: the name it would have without its attribute; empty if they are the same.</param>
/// <param name="IsMarked">True if an attribute sets its source.</param>
/// <param name="IsGiven">True if it is read with a mark of its presence.</param>
/// <param name="IsNullable">For an object of a form, or for each of a list of such: true if it is an optional struct.</param>
/// <param name="IsBesideForm">True if it would be the JSON body if there were no form.</param>
/// <param name="Setting">For a member: its assignment to the object.</param>
/// <param name="Members">For a group: its members.</param>
/// <param name="Rules">The validation attributes on the parameter itself.</param>
/// <param name="Nested">The objects in its value that have rules.</param>
/// <param name="Display">Its name in messages; null for its name on the wire.</param>
/// <param name="IsUnchecked">True if it is exempt from validation.</param>
/// <param name="ValidatesItself">For a group: true if it implements <c>IValidatableObject</c>.</param>
/// <param name="Kinds">For a group: its type and the base types, for one of which a validator may exist.</param>
/// <param name="HasValidators">For a group: true if there is a validator.</param>
/// <param name="Clr">Its type as an operand of <c>typeof</c>.</param>
/// <param name="Declared">Its name in its own source.</param>
/// <param name="IsImplied">
/// For a member that is read from text or a form: true if it is required only because it is neither nullable nor
/// defaulted.
/// </param>
internal sealed record ParameterModel(
    string Name,
    string Type,
    string WireName,
    ParameterKind Source,
    string Value = "",
    string Reader = "",
    CollectionKind Collection = CollectionKind.None,
    bool IsInterface = false,
    string? OrElse = null,
    string Expression = "",
    string? Json = null,
    int NonNullDepths = 0,
    string Unmarked = "",
    bool IsMarked = false,
    bool IsGiven = false,
    bool IsNullable = false,
    bool IsBesideForm = false,
    MemberAssignment? Setting = null,
    EquatableArray<ParameterModel> Members = default,
    EquatableArray<RuleModel> Rules = default,
    NestedModel? Nested = null,
    string? Display = null,
    bool IsUnchecked = false,
    bool ValidatesItself = false,
    EquatableArray<string> Kinds = default,
    bool HasValidators = false,
    string Clr = "",
    string Declared = "",
    bool IsImplied = false)
{
    /// <summary>All values that are read for it: itself, or the members of a group, at any depth.</summary>
    public IEnumerable<ParameterModel> Leaves => Source is ParameterKind.Group ? Members.SelectMany(member => member.Leaves) : [this];

    /// <summary>Itself, and for a group all its members, at any depth.</summary>
    public IEnumerable<ParameterModel> All => Members.Count is 0 ? [this] : Members.SelectMany(member => member.All).Prepend(this);

    /// <summary>True if it is a group that is validated as a whole.</summary>
    public bool IsValidated => Source is ParameterKind.Group && !IsUnchecked && (Rules.Count > 0 || ValidatesItself || HasValidators);

    /// <summary>True if it is read from the form.</summary>
    public bool IsOfForm => Source is ParameterKind.Form or ParameterKind.File or ParameterKind.FormObject or ParameterKind.WholeForm;
}
