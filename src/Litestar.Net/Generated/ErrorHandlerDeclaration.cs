using System.ComponentModel;
using Litestar.Handlers;

namespace Litestar.Generated;

/// <summary>The generator's facts about an error handler that code adds to a list or an app.</summary>
/// <param name="declaringType">The full name of the class the function is declared in.</param>
/// <param name="name">The function's name; for a lambda its text.</param>
/// <param name="type">The delegate's type; null if that has no name.</param>
/// <param name="parameters">The types of its parameters.</param>
/// <param name="caught">The exception types it answers.</param>
/// <param name="create">Builds the binder of its parameters and the writer of its response.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ErrorHandlerDeclaration(string declaringType, string name, Type? type, string parameters, Type caught, Func<HandlerSetup, HandlerCode> create)
{
    internal Type Caught { get; } = caught;

    internal Func<HandlerSetup, HandlerCode> Create { get; } = create;

    /// <summary>Returns true if a delegate is this function.</summary>
    /// <param name="function">The delegate.</param>
    /// <param name="text">The expression of the delegate.</param>
    internal bool Is(Delegate function, string text) =>
        name == (FunctionName.Of(function.Method.Name) ?? text)
        && (type is not null ? type == function.GetType() : parameters == string.Join(',', function.Method.GetParameters().Select(static parameter => parameter.ParameterType.ToString())))
        && IsWithin(function.Method.DeclaringType?.FullName);

    // The compiler puts a lambda, and a local function with captured variables, into a nested class.
    private bool IsWithin(string? owner) => owner is not null && owner.StartsWith(declaringType, StringComparison.Ordinal) && (owner.Length == declaringType.Length || owner[declaringType.Length] is '+' or '[');
}
