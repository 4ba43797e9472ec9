using Litestar.Generator.Model;

namespace Litestar.Generator.Emit;

/// <summary>Emits the table of the validators, and the module initializer that registers it.</summary>
internal static class ValidatorsEmitter
{
    public static string Emit(IEnumerable<ValidatorModel> validators)
    {
        var code = SourceWriter.File(["Litestar.Generated"]);
        using (code.Block("internal static class ValidatorTable"))
        {
            var all = validators.ToList();
            code.Line("[global::System.Runtime.CompilerServices.ModuleInitializer]");
            using (code.Block("internal static void Register()"))
            {
                for (var i = 0; i < all.Count; i++)
                {
                    Registration(code, all[i], i);
                }
            }

            for (var i = 0; i < all.Count; i++)
            {
                Accessor(code, all[i], i);
            }
        }

        return code.ToString();
    }

    private static void Registration(SourceWriter code, ValidatorModel validator, int place)
    {
        var needs = string.Concat(validator.Needs.Select(need => $", typeof({need})"));
        var arguments = string.Join(", ", validator.Arguments);
        code.Line(validator.ReflectionName is ""
            ? $"HandlerRegistry.AddValidator<{validator.Validated}>(typeof({validator.Type}), static needs => new {validator.Type}({arguments}){needs});"
            : $"HandlerRegistry.AddValidator<{validator.Validated}>(global::System.Type.GetType({CSharpLiteral.Quote(validator.ReflectionName)}, throwOnError: true)!, static needs => (global::FluentValidation.IValidator<{validator.Validated}>)Make{place}({arguments}){needs});");
    }

    // A private type, or one with a private constructor.
    private static void Accessor(SourceWriter code, ValidatorModel validator, int place)
    {
        if (validator.ReflectionName is not "")
        {
            code.Line();
            code.Line("[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Constructor)]");
            code.Line($"[return: global::System.Runtime.CompilerServices.UnsafeAccessorType({CSharpLiteral.Quote(validator.ReflectionName)})]");
            code.Line($"private static extern object Make{place}({validator.Parameters});");
        }
    }
}
