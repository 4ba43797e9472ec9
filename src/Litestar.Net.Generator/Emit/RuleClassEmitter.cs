using Litestar.Generator.Model;

namespace Litestar.Generator.Emit;

/// <summary>Emits the class that checks one type, member by member.</summary>
internal static class RuleClassEmitter
{
    /// <summary>The namespace of the DataAnnotations attributes; other attributes are written with their full name.</summary>
    public const string Annotations = "System.ComponentModel.DataAnnotations";

    private static readonly HashSet<string> Taken = ["value", "report", "since", "before"];

    public static string Emit(RulesModel model)
    {
        var code = SourceWriter.File(EmittedNames.Usings.Append(Annotations));
        code.Line(SourceWriter.Comment($"// {model.Display}"));
        Suppression(code, model.Members.SelectMany(member => member.Rules).Concat(model.Rules));
        using (code.Block($"internal static class {model.ClassName}"))
        {
            var fields = Fields(code, model);
            using (code.Block($"public static void Check({model.Type} value, ref ValidationReport report)"))
            {
                Start(code, model);
                var locals = new HashSet<string>(Taken);
                var start = code.Length;
                foreach (var (member, names) in model.Members.Zip(fields, (member, names) => (member, names)))
                {
                    if (code.Length > start || model.IsRecursive || model.Heirs.Count > 0 || HasWhole(model))
                    {
                        code.Line();
                    }

                    Member(code, member, names, LocalOf(member.Name, locals));
                }

                Whole(code, model, fields[fields.Count - 1]);
            }

            MemberRulesEmitter.Emit(code, model, fields);
        }

        return code.ToString();
    }

    /// <summary>
    /// Emits a suppression: attributes that use reflection are created only for their message, or check values whose
    /// type is named here.
    /// </summary>
    public static void Suppression(SourceWriter code, IEnumerable<RuleModel> rules)
    {
        if (rules.Any(rule => rule.Name is "MinLength" or "MaxLength" or "Length" or "Compare" || rule.Creation.Contains(".RangeAttribute(typeof(")))
        {
            code.Line("[global::System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage(\"Trimming\", \"IL2026\", Justification = \"What is compared is compared here; the attribute only words the message.\")]");
        }
    }

    /// <summary>Emits the field of a rule.</summary>
    public static void Field(SourceWriter code, string name, RuleModel rule)
    {
        var creation = Short(rule.Creation);
        var arguments = creation.IndexOf('(');
        code.Line($"private static readonly {creation.Substring("new ".Length, arguments - "new ".Length)} {name} = new{creation.Substring(arguments)};");
    }

    /// <summary>Returns the condition under which a rule is broken; null for a rule that is checked in its context.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="value">The value.</param>
    /// <param name="field">The rule's field.</param>
    /// <param name="asker">The local variable that receives the faults.</param>
    public static string? Broken(RuleModel rule, string value, string field, string asker) => rule.Ask switch
    {
        RuleForm.Straight when rule is { Before: "", After: " is not null" } => $"{value} is null",
        RuleForm.Straight when rule.Before.StartsWith("!", StringComparison.Ordinal) => $"{rule.Before.Substring(1)}{value}{rule.After}",
        RuleForm.Straight when rule.Before is "" => $"!({value}{rule.After})",
        RuleForm.Straight => $"!{rule.Before}{value}{rule.After}",
        RuleForm.Allows => $"!{field}.Allows({value})",
        RuleForm.Matches => $"!{asker}.Matches({value}, {field})",
        RuleForm.IsValid => $"!{field}.IsValid({value})",
        _ => null,
    };

    /// <summary>Emits the check of the objects in a value.</summary>
    public static void Nested(SourceWriter code, NestedModel nested, string value, string name)
    {
        switch (nested.Kind)
        {
            case Nesting.Items:
                code.Line($"report.Each<{nested.Held}>({name}, {value}, {RuleSet(nested.Inner!)});");
                break;
            case Nesting.Entries:
                code.Line($"report.Entries<{nested.Key}, {nested.Held}>({name}, {value}, {RuleSet(nested.Inner!)});");
                break;
            case Nesting.Value:
                using (code.Block(""))
                {
                    Inner(code, nested.Class, value, name);
                }

                break;
            case Nesting.Nullable:
                using (code.Block($"if ({value}.HasValue)"))
                {
                    Inner(code, nested.Class, $"{value}.GetValueOrDefault()", name);
                }

                break;
            default:
                using (code.Block($"if ({value} is not null)"))
                {
                    Inner(code, nested.Class, value, name);
                }

                break;
        }
    }

    /// <summary>Returns the rules of a value as a delegate.</summary>
    public static string RuleSet(NestedModel nested) => nested.Kind switch
    {
        Nesting.Value or Nesting.Reference => $"{nested.Class}.Check",
        Nesting.Nullable => $"static ({nested.Type} value, ref ValidationReport report) => {nested.Class}.Check(value.GetValueOrDefault(), ref report)",
        Nesting.Items => $"static ({nested.Type} value, ref ValidationReport report) => report.Each<{nested.Held}>(\"=\", value, {RuleSet(nested.Inner!)})",
        _ => $"static ({nested.Type} value, ref ValidationReport report) => report.Entries<{nested.Key}, {nested.Held}>(\"=\", value, {RuleSet(nested.Inner!)})",
    };

    public static string Short(string creation)
    {
        var space = $"new global::{Annotations}.";
        return creation.StartsWith(space, StringComparison.Ordinal) ? "new " + creation.Substring(space.Length) : creation;
    }

    private static void Inner(SourceWriter code, string rules, string value, string name)
    {
        // The whole value has no name to put in front.
        if (name is "\"=\"")
        {
            code.Line($"{rules}.Check({value}, ref report);");
            return;
        }

        code.Line("var before = report.Count;");
        code.Line($"{rules}.Check({value}, ref report);");
        code.Line($"report.Nest(before, {name});");
    }

    /// <summary>Emits the checks of one value: its own rules, then those of the objects in it.</summary>
    public static void Value(SourceWriter code, EquatableArray<RuleModel> rules, IReadOnlyList<string> fields, NestedModel? nested, string value, string name, string? display, string owner)
    {
        var called = display is null ? "" : $", {CSharpLiteral.Quote(display)}";
        for (var i = 0; i < rules.Count; i++)
        {
            var rule = rules[i];
            if (Broken(rule, value, fields[i], "report") is not { } broken)
            {
                code.Line($"report.Check({name}, {value}, {fields[i]}, {owner}{called});");
                continue;
            }

            using (code.Block($"if ({broken})"))
            {
                code.Line($"report.Add({name}, {(rule.IsMadeLate ? Short(rule.Creation) : fields[i])}{called});");
            }

            if (rule.IsRequired && (rules.Count > i + 1 || nested is not null))
            {
                using var rest = code.Block("else");
                Value(code, new([.. rules.Skip(i + 1)]), [.. fields.Skip(i + 1)], nested, value, name, display, owner);
                return;
            }
        }

        if (nested is not null)
        {
            Nested(code, nested, value, name);
        }
    }

    // The last list is that of the type itself.
    private static List<List<string>> Fields(SourceWriter code, RulesModel model)
    {
        var taken = new HashSet<string>();
        var all = new List<List<string>>();
        var before = code.Length;
        foreach (var (owner, rules) in model.Members.Select(member => (member.Name, member.Rules)).Append(("Whole", model.Rules)))
        {
            all.Add([.. rules.Select(rule =>
            {
                var name = EmittedNames.Unique($"{owner}_{rule.Name}", taken);
                if (!rule.IsMadeLate)
                {
                    Field(code, name, rule);
                }

                return name;
            })]);
        }

        if (code.Length > before)
        {
            code.Line();
        }

        return all;
    }

    private static void Start(SourceWriter code, RulesModel model)
    {
        if (model.IsRecursive)
        {
            code.Line("RuntimeHelpers.EnsureSufficientExecutionStack();");
        }

        foreach (var heir in model.Heirs)
        {
            using (code.Block($"if (value is {heir.Type})"))
            {
                if (heir.Class is not null)
                {
                    code.Line($"{heir.Class}.Check(({heir.Type})value, ref report);");
                }

                code.Line("return;");
            }
        }

        if (HasWhole(model))
        {
            code.Line("var since = report.Count;");
        }
    }

    private static void Member(SourceWriter code, CheckedMember member, List<string> fields, string local)
    {
        var rules = string.Join(", ", member.Rules.Select(rule => rule.Name));
        code.Line(SourceWriter.Comment(rules is "" ? $"// {member.Name}" : $"// {member.Name}: {rules}"));
        using var ofForm = member.IsOfForm ? code.Block("if (report.IsOfForm)") : null;
        code.Line($"var {local} = value.{EmittedNames.Escaped(member.Name)};");
        Value(code, member.Rules, fields, member.Nested, local, NameOf(member), member.Display, "value");
    }

    /// <summary>Returns the name of the member for a report.</summary>
    public static string NameOf(CheckedMember member) => CSharpLiteral.Quote(member.WireName.StartsWith("=", StringComparison.Ordinal) ? member.Name + member.WireName : member.WireName);

    private static bool HasWhole(RulesModel model) => model.Rules.Count > 0 || model.ValidatesItself;

    // A type is checked as a whole after its members are valid: its rules may rely on them.
    private static void Whole(SourceWriter code, RulesModel model, List<string> fields)
    {
        if (!HasWhole(model))
        {
            return;
        }

        code.Line();
        code.Line("// as a whole, if nothing is wrong so far");
        if (model.Rules.Count > 0)
        {
            using (code.Block("if (report.Count == since)"))
            {
                Value(code, model.Rules, fields, null, "value", "\"=\"", null, "value");
            }
        }

        if (model.ValidatesItself)
        {
            using (code.Block("if (report.Count == since)"))
            {
                code.Line("report.Validate(value);");
            }
        }
    }

    private static string LocalOf(string name, HashSet<string> taken) =>
        EmittedNames.Escaped(EmittedNames.Unique(char.ToLowerInvariant(name[0]) + name.Substring(1), taken));
}
