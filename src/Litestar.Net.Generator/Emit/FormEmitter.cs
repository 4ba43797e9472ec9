using Litestar.Generator.Model;

namespace Litestar.Generator.Emit;

/// <summary>Writes the functions that read the objects of a form, one for each type.</summary>
internal static class FormEmitter
{
    public static void Emit(CodeText code, FormTypeModel type)
    {
        code.Line();
        using (code.Block($"private static {type.Type} {type.Reader}(ref Bind bind, FormPart form)"))
        {
            foreach (var member in type.Members)
            {
                code.Line(BindEmitter.Local(member));
            }

            using (code.Block("if (bind.Refused)"))
            {
                code.Line("return default!;");
            }

            code.Line();
            ConstructionEmitter.Emit(code, Local(type), type.Type, [.. type.Members]);
            code.Line($"return {Local(type)};");
        }
    }

    /// <summary>The object's own local, which no member's can be.</summary>
    public static string Local(FormTypeModel type) => "made_" + type.Reader.Substring("Read".Length);
}
