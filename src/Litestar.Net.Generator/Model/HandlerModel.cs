namespace Litestar.Generator.Model;

/// <summary>The facts about one handler function.</summary>
/// <param name="ClassName">The generated class, unique in the assembly.</param>
/// <param name="Display">The function's display name: <c>Users.Find</c>.</param>
/// <param name="Signature">Its parameters as in the source, for the comment above the generated class.</param>
/// <param name="DeclaringType">The reflection name of its class.</param>
/// <param name="Name">Its own name; for a local function, preceded by that of its method.</param>
/// <param name="Rules">The validated types among its parameters, with all inner ones.</param>
/// <param name="Layers">The functions and headers of its layers.</param>
/// <param name="IsBlocking">True if it runs on a thread that may block.</param>
/// <param name="ParameterTypes">The reflection names of its parameters' types, which separate overloads.</param>
/// <param name="FormTypes">The types among its parameters, inner ones included, that are read from a form member by member.</param>
internal sealed record HandlerModel(
    string ClassName,
    string Display,
    string Signature,
    string DeclaringType,
    string Name,
    string ParameterTypes,
    CallModel Call,
    EquatableArray<ParameterModel> Parameters,
    EquatableArray<FormTypeModel> FormTypes,
    ResultModel Result,
    EquatableArray<RouteModel> Routes,
    EquatableArray<MetadataModel> Metadata,
    EquatableArray<string> JsonTypes,
    EquatableArray<RulesModel> Rules,
    LayersModel Layers,
    bool IsBlocking)
{
    /// <summary>The kind of handler.</summary>
    public HandlerKind Kind { get; init; } = HandlerKind.HttpCall;

    /// <summary>The error handler, if code adds it to a list or an app; null for a handler.</summary>
    public FunctionModel? ErrorHandler => Layers.ErrorHandlers.Count is 1 && Layers.ErrorHandlers[0] is { Call.Reach: FunctionAccess.Delegate } error ? error : null;

    /// <summary>All values that are read for it and for the functions of its layers.</summary>
    public IEnumerable<ParameterModel> Leaves => Parameters.SelectMany(parameter => parameter.Leaves).Concat(Layers.Functions.SelectMany(function => function.Leaves));

    /// <summary>The same, with all groups.</summary>
    public IEnumerable<ParameterModel> All => AllParameters is var all && all.All(parameter => parameter.Members.Count is 0) ? all : all.SelectMany(parameter => parameter.All);

    /// <summary>Returns the same handler with another display name, which is that of its innermost layer as well.</summary>
    public HandlerModel Named(string display) => this with
    {
        Display = display,
        Layers = Layers.Select(function => function.Layer == Display ? function with { Layer = display } : function) with
        {
            Middleware = new([.. Layers.Middleware.Select(step => step.Layer == Display ? step with { Layer = display } : step)]),
            Headers = new([.. Layers.Headers.Select(header => header.Layer == Display ? header with { Layer = display } : header)]),
        },
        Metadata = new([.. Metadata.Select(item => item.Layer == Display ? item with { Layer = display } : item)]),
    };

    /// <summary>The parameters of the function and of the functions of its layers.</summary>
    public IEnumerable<ParameterModel> AllParameters => Layers.Functions is { Count: > 0 } functions ? Parameters.Concat(functions.SelectMany(function => function.Parameters)) : Parameters.List;
}

/// <summary>An attribute that others read from the endpoint.</summary>
/// <param name="Creation">The expression that creates it.</param>
/// <param name="Text">The attribute as in the source.</param>
/// <param name="Layer">Its layer.</param>
internal sealed record MetadataModel(string Creation, string Text, string Layer);

/// <summary>A verb at a path.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The route template.</param>
/// <param name="Name">The endpoint's name.</param>
/// <param name="Status">The status of a successful response.</param>
/// <param name="IsByMethod">True if it is the method's default and not 200, which a layer may turn off.</param>
internal sealed record RouteModel(string Method, string Path, string? Name, int Status, bool IsByMethod = false);
