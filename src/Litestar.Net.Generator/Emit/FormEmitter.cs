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
            code.Line("var before = bind.Count;");
            foreach (var member in type.Members)
            {
                code.Line(BindEmitter.Local(member));
            }

            using (code.Block("if (bind.Count > before)"))
            {
                code.Line("return default!;");
            }

            code.Line();
            if (!type.Members.Any(member => member.Setting!.IsLate))
            {
                code.Line($"return {ConstructionEmitter.Creation(type.Type, [.. type.Members])};");
                return;
            }

            ConstructionEmitter.Emit(code, "made", Scope(type), type.Type, [.. type.Members]);
            code.Line("return made;");
        }
    }

    /// <summary>What its accessors are told apart by.</summary>
    public static string Scope(FormTypeModel type) => type.Reader.Substring("Read".Length);
}
