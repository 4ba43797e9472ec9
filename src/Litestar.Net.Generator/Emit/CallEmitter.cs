using Litestar.Generator.Model;

namespace Litestar.Generator.Emit;

/// <summary>Emits the calls of the handler and of the functions of its layers.</summary>
internal static class CallEmitter
{
    /// <param name="handler">The handler.</param>
    /// <param name="argument">Returns an argument expression; null for the standard one.</param>
    public static string Call(HandlerModel handler, Func<ParameterModel, string>? argument = null)
    {
        var arguments = string.Join(", ", handler.Parameters.Select(argument ?? ArgumentEmitter.Argument));
        return handler.Call.Reach switch
        {
            FunctionAccess.Name => $"{handler.Call.Target}({arguments})",
            FunctionAccess.Delegate => $"_function({arguments})",
            _ => $"Function(null{(arguments.Length > 0 ? ", " : "")}{arguments})",
        };
    }

    /// <param name="function">The function.</param>
    /// <param name="first">The argument before those that are read: the exception of an error handler.</param>
    public static string Call(FunctionModel function, string? first = null)
    {
        var arguments = string.Join(", ", (first is null ? [] : new[] { first }).Concat(function.Parameters.Select(ArgumentEmitter.Argument)));
        return function.Call.Reach is FunctionAccess.Name ? $"{function.Call.Target}({arguments})"
            : function.Call.Reach is FunctionAccess.Delegate ? $"_function({arguments})"
            : $"Call_{function.Local}(null{(arguments.Length > 0 ? ", " : "")}{arguments})";
    }

    /// <summary>Emits the accessors of the layers' private functions.</summary>
    public static void Accessors(SourceWriter code, HandlerModel handler)
    {
        foreach (var function in handler.Layers.Functions.Concat(handler.Layers.Middleware).Where(function => function.Call.Reach is FunctionAccess.Accessor))
        {
            code.Line($"[UnsafeAccessor(UnsafeAccessorKind.StaticMethod, Name = {CSharpLiteral.Quote(function.Call.Target)})]");
            code.Line($"private static extern {function.Call.ReturnType} Call_{function.Local}([UnsafeAccessorType({CSharpLiteral.Quote(function.DeclaringType)})] object? type{(function.Call.Signature.Length > 0 ? ", " : "")}{function.Call.Signature});");
            code.Line();
        }
    }
}
