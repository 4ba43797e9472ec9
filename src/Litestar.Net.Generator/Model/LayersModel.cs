namespace Litestar.Generator.Model;

/// <summary>What a function returns to the corridor.</summary>
internal enum FunctionOutcome
{
    Nothing,

    /// <summary>Whether the request may pass.</summary>
    Verdict,

    /// <summary>An ASP.NET Core result, or null.</summary>
    Result,

    /// <summary>A value.</summary>
    Value,

    /// <summary>A value that is yielded once.</summary>
    Yield,
}

/// <summary>A function that a layer names.</summary>
/// <param name="Local">A name for what it returns, which no other local of the handler bears.</param>
/// <param name="Display">The function as a person names it: <c>Guards.Admin</c>.</param>
/// <param name="Layer">The layer that names it: <c>Users.Remove</c>, <c>Users</c>, <c>the assembly</c>.</param>
/// <param name="DeclaringType">The reflection name of the class it stands in.</param>
/// <param name="Call">How generated code calls it.</param>
/// <param name="Parameters">What it takes.</param>
/// <param name="Outcome">What it returns.</param>
/// <param name="IsAwaited">Whether that comes as a task.</param>
/// <param name="Type">The type of the value it returns, qualified.</param>
/// <param name="IsOwned">For a provider: whether its value may have to be disposed with the request.</param>
/// <param name="EndsAtYield">For a provider that yields: whether nothing but cleaning up stands behind it.</param>
/// <param name="Caught">For an error handler: the exceptions it answers, qualified.</param>
/// <param name="Answer">For an error handler: what becomes of its result.</param>
/// <param name="Status">For an error handler: the status of the answer; 0 where the exception says it.</param>
/// <param name="IsResponse">For an error handler: whether its value comes in a response.</param>
/// <param name="IsNeverNull">For an error handler: whether its value is a struct, which always answers.</param>
/// <param name="Clr">For a provider: the type as <c>typeof</c> takes it.</param>
/// <param name="Name">For a provider: the name of the parameters that it fills; null where their type alone decides.</param>
/// <param name="Written">For a guard, a hook or an error handler: the types that its answer is written with as JSON.</param>
internal sealed record FunctionModel(
    string Local,
    string Display,
    string Layer,
    string DeclaringType,
    CallModel Call,
    EquatableArray<ParameterModel> Parameters,
    FunctionOutcome Outcome,
    bool IsAwaited,
    string Type,
    bool IsOwned = false,
    bool EndsAtYield = false,
    string Caught = "",
    ResultKind Answer = ResultKind.Nothing,
    int Status = 0,
    bool IsResponse = false,
    bool IsNeverNull = false,
    string Clr = "",
    string? Name = null,
    EquatableArray<string> Written = default)
{
    /// <summary>For a provider: whether something is to be done behind its yield once the handler has succeeded.</summary>
    public bool Commits => Outcome is FunctionOutcome.Yield && !EndsAtYield;

    /// <summary>All that is read for it.</summary>
    public IEnumerable<ParameterModel> Leaves => Parameters.SelectMany(parameter => parameter.Leaves);
}

/// <summary>A header that a layer sets.</summary>
internal sealed record HeaderModel(string Name, string Value, string Layer);

/// <summary>What the layers of a handler that stand in its source put on its way.</summary>
/// <param name="Guards">All of them, the outermost first.</param>
/// <param name="Before">The nearest one.</param>
/// <param name="Providers">Those that somebody asks for, each behind those that it asks for itself.</param>
/// <param name="After">The nearest one.</param>
/// <param name="AfterResponse">The nearest one.</param>
/// <param name="ErrorHandlers">All of them, in the order in which they are asked.</param>
/// <param name="Middleware">All of it, the outermost first.</param>
/// <param name="Headers">Of each name the nearest.</param>
internal sealed record LayersModel(
    EquatableArray<FunctionModel> Guards,
    FunctionModel? Before,
    EquatableArray<FunctionModel> Providers,
    FunctionModel? After,
    FunctionModel? AfterResponse,
    EquatableArray<FunctionModel> ErrorHandlers,
    EquatableArray<FunctionModel> Middleware,
    EquatableArray<HeaderModel> Headers)
{
    /// <summary>The same layers with every function put through another.</summary>
    public LayersModel Select(Func<FunctionModel, FunctionModel> change) => this with
    {
        Guards = new([.. Guards.Select(change)]),
        Before = Before is null ? null : change(Before),
        Providers = new([.. Providers.Select(change)]),
        After = After is null ? null : change(After),
        AfterResponse = AfterResponse is null ? null : change(AfterResponse),
        ErrorHandlers = new([.. ErrorHandlers.Select(change)]),
    };

    /// <summary>Every function but the middleware, which takes nothing from the request.</summary>
    public IReadOnlyList<FunctionModel> Functions => HasFunctions
        ? [.. Guards, .. Before is null ? [] : new[] { Before }, .. Providers, .. After is null ? [] : new[] { After }, .. AfterResponse is null ? [] : new[] { AfterResponse }, .. ErrorHandlers]
        : [];

    private bool HasFunctions => (Before ?? After ?? AfterResponse) is not null || Guards.Count + Providers.Count + ErrorHandlers.Count > 0;
}
