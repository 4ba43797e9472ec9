using Litestar.Generator.Model;

namespace Litestar.Generator.Emit;

/// <summary>Emits the checks of a handler's parameters: directly after the reading of text, and as a function for a body.</summary>
internal static class ParameterRulesEmitter
{
    /// <summary>Emits the fields of the parameters' rules.</summary>
    public static void Fields(SourceWriter code, HandlerModel handler)
    {
        foreach (var parameter in handler.All)
        {
            foreach (var (rule, name) in Named(parameter, handler))
            {
                RuleClassEmitter.Field(code, name, rule);
            }
        }
    }

    /// <summary>Returns the arguments of <c>setup</c> for a body's rules.</summary>
    public static string Arguments(ParameterModel parameter) =>
        parameter.IsUnchecked ? ", isChecked: false"
        : parameter.Rules.Count > 0 ? $", rules: {FunctionOf(parameter)}"
        : parameter.Nested is { } nested ? $", rules: {RuleClassEmitter.RuleSet(nested)}"
        : "";

    /// <summary>Emits the functions that check parameters with their own rules that are not text: bodies, and groups as a whole.</summary>
    public static void Functions(SourceWriter code, HandlerModel handler)
    {
        foreach (var parameter in handler.All.Where(HasFunction))
        {
            using (code.Block($"private static void {FunctionOf(parameter)}({parameter.Value} value, ref ValidationReport report)"))
            {
                var fields = Named(parameter, handler).Select(rule => rule.Field).ToList();
                RuleClassEmitter.Value(code, parameter.Rules, fields, parameter.Nested, "value", "\"=\"", parameter.Display ?? (IsBody(parameter) ? parameter.Name : null), "value");
                if (parameter.ValidatesItself)
                {
                    using var alone = parameter.Rules.Count > 0 ? code.Block("if (report.Count is 0)") : null;
                    code.Line("report.Validate(value);");
                }
            }

            code.Line();
        }
    }

    /// <summary>Emits the checks of one argument that was read from text.</summary>
    public static void Check(SourceWriter code, ParameterModel parameter, HandlerModel handler)
    {
        if (!IsBody(parameter))
        {
            Check(code, parameter, [.. Named(parameter, handler)]);
        }
    }

    /// <summary>Returns true if a function checks it.</summary>
    public static bool HasFunction(ParameterModel parameter) => IsBody(parameter) ? parameter.Rules.Count > 0 : parameter.IsValidated && (parameter.Rules.Count > 0 || parameter.ValidatesItself);

    /// <summary>Returns the name of that function.</summary>
    public static string FunctionOf(ParameterModel parameter) => $"Check_{parameter.Name}";

    /// <summary>Returns true if it is an object of form fields that is checked as a whole.</summary>
    public static bool IsCheckedForm(ParameterModel parameter) => parameter is { Source: ParameterKind.FormObject, IsUnchecked: false };

    private static void Check(SourceWriter code, ParameterModel parameter, IReadOnlyList<(RuleModel Rule, string Field)> rules)
    {
        var local = parameter.IsGiven ? $"{EmittedNames.Local(parameter.Name)}.Value" : EmittedNames.Local(parameter.Name);
        var called = parameter.Display is null ? "" : $", {CSharpLiteral.Quote(parameter.Display)}";
        for (var i = 0; i < rules.Count; i++)
        {
            var (rule, field) = rules[i];
            if (RuleClassEmitter.Broken(rule, local, field, "bind") is not { } broken)
            {
                using var given = parameter.IsGiven ? code.Block($"if ({EmittedNames.Local(parameter.Name)}.IsGiven)") : null;
                code.Line($"bind.AddFaultUnlessValid({Place(parameter)}, {local}, {field}{called});");
                continue;
            }

            var came = parameter.IsGiven ? $"{EmittedNames.Local(parameter.Name)}.IsGiven && " : "";
            using (code.Block($"if ({came}{broken})"))
            {
                code.Line($"bind.AddFault({Place(parameter)}, {field}{called});");
            }

            if (rule.IsRequired && rules.Count > i + 1)
            {
                using var rest = code.Block("else");
                Check(code, parameter, [.. rules.Skip(i + 1)]);
                return;
            }
        }
    }

    private static string Place(ParameterModel parameter) => parameter.Source is ParameterKind.Route or ParameterKind.Query
        ? EmittedNames.Field(parameter.Name)
        : $"RequestSource.{(parameter.IsOfForm ? ParameterKind.Form : parameter.Source)}, {CSharpLiteral.Quote(parameter.WireName)}";

    private static bool IsBody(ParameterModel parameter) => parameter.Source is ParameterKind.Body or ParameterKind.ServiceOrBody;

    private static IEnumerable<(RuleModel Rule, string Field)> Named(ParameterModel parameter, HandlerModel handler)
    {
        if (parameter.Rules.Count is 0)
        {
            return [];
        }

        var taken = new HashSet<string>(handler.All.Select(other => EmittedNames.Field(other.Name)));
        return [.. parameter.Rules.Select(rule => (rule, EmittedNames.Unique($"{EmittedNames.Field(parameter.Name)}_{rule.Name.Replace("_", "")}", taken)))];
    }
}
