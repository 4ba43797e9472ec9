namespace Litestar.Generator.Model;

/// <summary>The kind of value that a function returns.</summary>
internal enum FunctionOutcome
{
    Nothing,

    /// <summary>A decision if the request may pass.</summary>
    Verdict,

    /// <summary>An ASP.NET Core result, or null.</summary>
    Result,

    /// <summary>A value.</summary>
    Value,

    /// <summary>A value that is yielded once.</summary>
    Yield,
}

/// <summary>A function that a layer names.</summary>
/// <param name="Local">A unique name for a local variable with its result.</param>
/// <param name="Display">The function's display name: <c>Guards.Admin</c>.</param>
/// <param name="Layer">The layer that names it: <c>Users.Remove</c>, <c>Users</c>, <c>the assembly</c>.</param>
/// <param name="DeclaringType">The reflection name of its class.</param>
/// <param name="Call">The call from generated code.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Outcome">The kind of value it returns.</param>
/// <param name="IsAwaited">True if it returns a task.</param>
/// <param name="Type">The type of the value it returns, qualified.</param>
/// <param name="IsOwned">For a provider: true if its value may have to be disposed with the request.</param>
/// <param name="EndsAtYield">For a provider that yields: true if only cleaning up follows.</param>
/// <param name="Caught">For an error handler: the exception type it answers, qualified.</param>
/// <param name="Result">For an error handler: the kind of its result.</param>
/// <param name="Status">For an error handler: the status of the response; 0 if the exception has it.</param>
/// <param name="IsResponse">For an error handler: true if its value is in a response.</param>
/// <param name="IsNeverNull">For an error handler: true if its value is a struct, which always answers.</param>
/// <param name="Clr">For a provider: the type as an operand of <c>typeof</c>.</param>
/// <param name="Name">For a provider: the name of the parameters that it binds; null if their type alone decides.</param>
/// <param name="Written">For a guard, a hook or an error handler: the types of its response that are written as JSON.</param>
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
    ResultKind? Result = null,
    int Status = 0,
    bool IsResponse = false,
    bool IsNeverNull = false,
    string Clr = "",
    string? Name = null,
    EquatableArray<string> Written = default)
{
    /// <summary>The kind of its result, for an error handler.</summary>
    public ResultKind Answer => Result ?? ResultKind.Nothing;

    /// <summary>For a provider: true if code after its yield runs when the handler has succeeded.</summary>
    public bool Commits => Outcome is FunctionOutcome.Yield && !EndsAtYield;

    /// <summary>All values that are read for it.</summary>
    public IEnumerable<ParameterModel> Leaves => Parameters.SelectMany(parameter => parameter.Leaves);
}

/// <summary>A header that a layer sets.</summary>
internal sealed record HeaderModel(string Name, string Value, string Layer);

/// <summary>The functions and headers of the layers in a handler's source.</summary>
/// <param name="Guards">All of them, the outermost first.</param>
/// <param name="Before">The nearest one.</param>
/// <param name="Providers">Those that are needed, each after those that it needs itself.</param>
/// <param name="After">The nearest one.</param>
/// <param name="AfterResponse">The nearest one.</param>
/// <param name="ErrorHandlers">All of them, in the order in which they are called.</param>
/// <param name="Middleware">All of it, the outermost first.</param>
/// <param name="Headers">For each name, that of the nearest layer.</param>
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
    /// <summary>Returns the same layers with every function changed.</summary>
    public LayersModel Select(Func<FunctionModel, FunctionModel> change) => this with
    {
        Guards = new([.. Guards.Select(change)]),
        Before = Before is null ? null : change(Before),
        Providers = new([.. Providers.Select(change)]),
        After = After is null ? null : change(After),
        AfterResponse = AfterResponse is null ? null : change(AfterResponse),
        ErrorHandlers = new([.. ErrorHandlers.Select(change)]),
    };

    /// <summary>Every function except the middleware, whose parameters are not read from the request.</summary>
    public IReadOnlyList<FunctionModel> Functions => HasFunctions
        ? [.. Guards, .. Before is null ? [] : new[] { Before }, .. Providers, .. After is null ? [] : new[] { After }, .. AfterResponse is null ? [] : new[] { AfterResponse }, .. ErrorHandlers]
        : [];

    private bool HasFunctions => (Before ?? After ?? AfterResponse) is not null || Guards.Count + Providers.Count + ErrorHandlers.Count > 0;
}
