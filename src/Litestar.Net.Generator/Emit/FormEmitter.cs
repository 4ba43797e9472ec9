using Litestar.Generator.Model;

namespace Litestar.Generator.Emit;

/// <summary>Emits the functions that read the objects of a form, one for each type.</summary>
internal static class FormEmitter
{
    /// <param name="code">The handler's class.</param>
    /// <param name="type">The type of the object.</param>
    /// <param name="rules">The types of the handler with rules.</param>
    public static void Emit(SourceWriter code, FormTypeModel type, EquatableArray<RulesModel> rules)
    {
        code.Line();
        using (code.Block($"private static {type.Type} {type.Reader}(ref ArgumentBinder bind, FormScope form)"))
        {
            code.Line("var before = bind.FaultCount;");
            foreach (var member in type.Members)
            {
                code.Line(ArgumentEmitter.Local(member));
            }

            using (code.Block("if (bind.FaultCount > before)"))
            {
                Alone(code, type, rules);
                code.Line("return default!;");
            }

            code.Line();
            if (!type.Members.Any(member => member.Setting!.IsLate))
            {
                code.Line($"return {ObjectCreationEmitter.Creation(type.Type, [.. type.Members])};");
                return;
            }

            ObjectCreationEmitter.Emit(code, "made", Scope(type), type.Type, [.. type.Members]);
            code.Line("return made;");
        }
    }

    // The members that could be read are checked, even if the object as a whole cannot be created.
    private static void Alone(SourceWriter code, FormTypeModel type, EquatableArray<RulesModel> rules)
    {
        var names = new HashSet<string>(rules.Where(model => model.Type == type.Type).SelectMany(model => model.Members).Where(member => member.Rules.Any(MemberRulesEmitter.StandsAlone)).Select(member => member.Name));
        var members = type.Members.Where(member => names.Contains(member.Declared)).ToList();
        if (members.Count > 0)
        {
            code.Line($"bind.CheckMembers(form, typeof({type.Type}), [{string.Join(", ", members.Select(MemberOf))}]);");
        }
    }

    private static string MemberOf(ParameterModel member) =>
        $"new({CSharpLiteral.Quote(member.Declared)}, {CSharpLiteral.Quote(member.WireName)}, {ArgumentEmitter.Argument(member)}{(member.Setting!.IsLate ? ", isLate: true" : "")})";

    /// <summary>Returns the argument of <c>setup</c> for fields with other names than their members.</summary>
    public static string Names(ParameterModel parameter, EquatableArray<FormTypeModel> forms)
    {
        var pairs = Renamed(parameter, forms, parameter.Collection is CollectionKind.None ? "" : "[]", parameter.Collection is CollectionKind.None ? "" : "[]", []).Distinct().ToList();
        return pairs.Count is 0 ? "" : $", names: [{string.Join(", ", pairs.Select(pair => $"({CSharpLiteral.Quote(pair.Member)}, {CSharpLiteral.Quote(pair.Field)})"))}]";
    }

    private static IEnumerable<(string Member, string Field)> Renamed(ParameterModel parameter, EquatableArray<FormTypeModel> forms, string member, string field, HashSet<string> within)
    {
        if (parameter.Source is not ParameterKind.FormObject || !within.Add(parameter.Reader))
        {
            yield break;
        }

        foreach (var inner in forms.Where(form => form.Reader == parameter.Reader).SelectMany(form => form.Members))
        {
            var list = inner is { Source: ParameterKind.FormObject, Collection: not CollectionKind.None } ? "[]" : "";
            var (from, to) = (Below(member, inner.Unmarked is "" ? inner.WireName : inner.Unmarked), Below(field, inner.WireName));
            if (from != to)
            {
                yield return (from, to);
            }

            foreach (var pair in Renamed(inner, forms, from + list, to + list, within))
            {
                yield return pair;
            }
        }

        within.Remove(parameter.Reader);
    }

    private static string Below(string path, string name) => path is "" ? name : $"{path}.{name}";

    /// <summary>Returns the part of a name that separates its accessors.</summary>
    public static string Scope(FormTypeModel type) => type.Reader.Substring("Read".Length);
}
