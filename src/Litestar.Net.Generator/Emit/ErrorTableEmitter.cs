using Litestar.Generator.Model;

namespace Litestar.Generator.Emit;

/// <summary>Emits the table of the error handlers that code adds to lists and apps, and the module initializer that registers it.</summary>
internal static class ErrorTableEmitter
{
    public static string Emit(IEnumerable<HandlerModel> functions)
    {
        var code = SourceWriter.File(["System", "Litestar.Generated"]);
        using (code.Block("internal static class ErrorHandlerTable"))
        {
            code.Line("[global::System.Runtime.CompilerServices.ModuleInitializer]");
            using (code.Block("internal static void Register()"))
            {
                foreach (var function in functions)
                {
                    var error = function.ErrorHandler!;
                    code.Line($"HandlerRegistry.AddErrorHandler(new({CSharpLiteral.Quote(function.DeclaringType)}, {CSharpLiteral.Quote(function.Name)}, {TypeOf(error)}, {CSharpLiteral.Quote(function.ParameterTypes)}, typeof({error.Caught}), static setup => new {function.ClassName}(setup)));");
                }
            }
        }

        return code.ToString();
    }

    // A function with defaults has a delegate type without a name.
    private static string TypeOf(FunctionModel error)
    {
        var types = string.Join(", ", error.Parameters.Select(parameter => parameter.Type).Prepend(error.Caught).Concat(error.Call.ReturnType == "void" ? [] : [error.Call.ReturnType]));
        return error.Call.IsPlain ? $"typeof({(error.Call.ReturnType == "void" ? "Action" : "Func")}<{types}>)" : "null";
    }
}
