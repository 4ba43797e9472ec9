using Litestar.Generator.Model;

namespace Litestar.Generator.Emit;

/// <summary>Writes the functions that read the objects of a form, one for each type.</summary>
internal static class FormEmitter
{
    /// <param name="code">The handler's class.</param>
    /// <param name="type">The type of the object.</param>
    /// <param name="rules">The types of the handler with rules.</param>
    public static void Emit(CodeText code, FormTypeModel type, EquatableArray<RulesModel> rules)
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
                Alone(code, type, rules);
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

    // What could be read is checked, though the object as a whole cannot be made.
    private static void Alone(CodeText code, FormTypeModel type, EquatableArray<RulesModel> rules)
    {
        var names = new HashSet<string>(rules.Where(model => model.Type == type.Type).SelectMany(model => model.Members).Where(member => member.Rules.Any(AloneEmitter.StandsAlone)).Select(member => member.Name));
        var members = type.Members.Where(member => names.Contains(member.Declared)).ToList();
        if (members.Count > 0)
        {
            code.Line($"bind.CheckAlone(form, typeof({type.Type}), [{string.Join(", ", members.Select(MemberOf))}]);");
        }
    }

    private static string MemberOf(ParameterModel member) =>
        $"new({CodeText.Quote(member.Declared)}, {CodeText.Quote(member.WireName)}, {BindEmitter.Argument(member)}{(member.Setting!.IsLate ? ", isLate: true" : "")})";

    /// <summary>What is said to <c>setup</c> of fields that bear other names than their members, as a further argument.</summary>
    public static string Names(ParameterModel parameter, EquatableArray<FormTypeModel> forms)
    {
        var pairs = Renamed(parameter, forms, parameter.Listing is Listing.None ? "" : "[]", parameter.Listing is Listing.None ? "" : "[]", []).Distinct().ToList();
        return pairs.Count is 0 ? "" : $", names: [{string.Join(", ", pairs.Select(pair => $"({CodeText.Quote(pair.Member)}, {CodeText.Quote(pair.Field)})"))}]";
    }

    private static IEnumerable<(string Member, string Field)> Renamed(ParameterModel parameter, EquatableArray<FormTypeModel> forms, string member, string field, HashSet<string> within)
    {
        if (parameter.Source is not Source.FormObject || !within.Add(parameter.Reader))
        {
            yield break;
        }

        foreach (var inner in forms.Where(form => form.Reader == parameter.Reader).SelectMany(form => form.Members))
        {
            var list = inner is { Source: Source.FormObject, Listing: not Listing.None } ? "[]" : "";
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

    /// <summary>What its accessors are told apart by.</summary>
    public static string Scope(FormTypeModel type) => type.Reader.Substring("Read".Length);
}
