namespace Litestar.Generator.Model;

/// <summary>Where an argument comes from.</summary>
internal enum Source
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
}

/// <summary>The collection a list parameter asks for.</summary>
internal enum Listing
{
    None,
    Array,
    List,
    Set,
}

/// <param name="Name">The parameter's name in the source.</param>
/// <param name="Type">Its type, qualified, with its nullable mark.</param>
/// <param name="WireName">Its name on the wire.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Value">The type of one value, qualified: for a list that of its elements.</param>
/// <param name="Reader">The struct that reads a value from text.</param>
/// <param name="Listing">The collection it asks for.</param>
/// <param name="IsInterface">Whether it asks for that collection as one of its interfaces.</param>
/// <param name="OrElse">The default as source text; none where it is required.</param>
/// <param name="Expression">For what the framework hands over: the expression that takes it from the context. For a keyed service: its key.</param>
/// <param name="Rules">The validation attributes on the parameter itself.</param>
/// <param name="Nested">What its value holds that has rules.</param>
/// <param name="Display">What messages call it; none for its name on the wire.</param>
/// <param name="IsUnchecked">Whether it is exempt from validation.</param>
internal sealed record ParameterModel(
    string Name,
    string Type,
    string WireName,
    Source Source,
    string Value = "",
    string Reader = "",
    Listing Listing = Listing.None,
    bool IsInterface = false,
    string? OrElse = null,
    string Expression = "",
    EquatableArray<RuleModel> Rules = default,
    NestedModel? Nested = null,
    string? Display = null,
    bool IsUnchecked = false);
