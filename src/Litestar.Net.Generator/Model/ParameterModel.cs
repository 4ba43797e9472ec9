namespace Litestar.Generator.Model;

/// <summary>Where an argument comes from.</summary>
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

    /// <summary>From a provider on a layer.</summary>
    Provided,

    /// <summary>From several of these, member by member.</summary>
    Group,

    /// <summary>A field of the form.</summary>
    Form,

    /// <summary>A file of the form.</summary>
    File,

    /// <summary>Several fields of the form, member by member.</summary>
    FormObject,

    /// <summary>The form as it is.</summary>
    WholeForm,
}

/// <summary>The collection a list parameter asks for.</summary>
internal enum CollectionKind
{
    None,
    Array,
    List,
    Set,
}

/// <param name="Name">The parameter's name in the source; for a member that of its local.</param>
/// <param name="Type">Its type, qualified, with its nullable mark.</param>
/// <param name="WireName">Its name on the wire.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Value">The type of one value, qualified: for a list that of its elements.</param>
/// <param name="Reader">The struct that reads a value from text; for an object of a form the function that reads it.</param>
/// <param name="Collection">The collection it asks for.</param>
/// <param name="IsInterface">Whether it asks for that collection as one of its interfaces.</param>
/// <param name="OrElse">The default as source text; none where it is required.</param>
/// <param name="Expression">For what the framework hands over: the expression that takes it from the context. For a keyed service: its key. For what is provided: the local that holds it.</param>
/// <param name="Json">The type that is read as JSON; none where it is not.</param>
/// <param name="NonNullDepths">For JSON: a bit for each depth at which the items of a collection may not be null.</param>
/// <param name="Unmarked">For a field of a form: the name it would have but for its marker; empty where none gives it another.</param>
/// <param name="IsMarked">Whether an attribute says where it comes from.</param>
/// <param name="IsGiven">Whether it is read with a mark of whether it came.</param>
/// <param name="IsNullable">For an object of a form, or for each of a list of such: whether it is a struct that may be missing.</param>
/// <param name="IsBesideForm">Whether it would be the JSON body if there were no form.</param>
/// <param name="Setting">For a member: how it reaches its object.</param>
/// <param name="Members">For a group: what is read for it.</param>
/// <param name="Rules">The validation attributes on the parameter itself.</param>
/// <param name="Nested">What its value holds that has rules.</param>
/// <param name="Display">What messages call it; none for its name on the wire.</param>
/// <param name="IsUnchecked">Whether it is exempt from validation.</param>
/// <param name="ValidatesItself">For a group: whether it has an opinion of its own.</param>
/// <param name="Kinds">For a group: its type and those it derives from, by one of which a validator may know it.</param>
/// <param name="HasValidators">For a group: whether one does.</param>
/// <param name="Clr">Its type as <c>typeof</c> takes it.</param>
/// <param name="Declared">What its own source calls it.</param>
/// <param name="IsImplied">For a member that is read from text or a form: whether it must come only because it is neither nullable nor defaulted.</param>
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
    /// <summary>All that is read for it: itself, or the members of a group, however deep.</summary>
    public IEnumerable<ParameterModel> Leaves => Source is ParameterKind.Group ? Members.SelectMany(member => member.Leaves) : [this];

    /// <summary>Itself, and for a group all its members, however deep.</summary>
    public IEnumerable<ParameterModel> All => Members.Count is 0 ? [this] : Members.SelectMany(member => member.All).Prepend(this);

    /// <summary>Whether it is a group that somebody judges as a whole.</summary>
    public bool IsValidated => Source is ParameterKind.Group && !IsUnchecked && (Rules.Count > 0 || ValidatesItself || HasValidators);

    /// <summary>Whether it is read from the form.</summary>
    public bool IsOfForm => Source is ParameterKind.Form or ParameterKind.File or ParameterKind.FormObject or ParameterKind.WholeForm;
}
