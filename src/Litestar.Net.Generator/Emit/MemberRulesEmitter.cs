using Litestar.Generator.Model;

namespace Litestar.Generator.Emit;

/// <summary>
/// Emits the checks of single members, for an object that could not be created: its other faults are reported all the
/// same.
/// </summary>
internal static class MemberRulesEmitter
{
    /// <param name="code">The class of the type's rules.</param>
    /// <param name="model">The type.</param>
    /// <param name="fields">The fields of the rules, member by member.</param>
    public static void Emit(SourceWriter code, RulesModel model, IReadOnlyList<IReadOnlyList<string>> fields)
    {
        var members = model.Members.Zip(fields, (member, names) => (Member: member, Rules: member.Rules.Zip(names, (rule, name) => (Rule: rule, Name: name)).Where(one => StandsAlone(one.Rule)).ToList()))
            .Where(member => member.Rules.Count > 0)
            .ToList();
        if (members.Count is 0)
        {
            return;
        }

        code.Line();
        code.Line("[ModuleInitializer]");
        code.Line($"internal static void Register() => HandlerRegistry.AddRules(typeof({model.Type}), CheckMember);");
        code.Line();
        using (code.Block("private static void CheckMember(string member, object? value, ref ValidationReport report)"))
        using (code.Block("switch (member)"))
        {
            foreach (var (member, rules) in members)
            {
                using (code.Block($"case {CSharpLiteral.Quote(member.Name)}:"))
                {
                    code.Line($"var alone = ({member.Type})value!;");
                    RuleClassEmitter.Value(code, new([.. rules.Select(one => one.Rule)]), [.. rules.Select(one => one.Name)], null, "alone", RuleClassEmitter.NameOf(member), member.Display, "value");
                    code.Line("break;");
                }
            }
        }
    }

    /// <summary>Returns true for rules that need only the value. Some read the object of the member.</summary>
    public static bool StandsAlone(RuleModel rule) => rule is { Ask: not RuleForm.InContext, IsMadeLate: false };
}
