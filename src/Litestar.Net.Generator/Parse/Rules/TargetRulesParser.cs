using Litestar.Generator.Model;
using Litestar.Generator.Parse.Parameters;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Rules;

/// <summary>Parses the rules of a value: of a parameter, or of a member of a group.</summary>
internal static class TargetRulesParser
{
    public static ParameterModel Parse(BindingTarget asked, ParameterModel model, BindingContext place)
    {
        if (RuleMembers.IsSkipped(asked.Attributes))
        {
            return Unchecked(model);
        }

        var rules = CanBreak(model.Source) ? ValueRulesParser.Parse(AttributesOf(asked, model), asked.Type, $"'{asked.Display}' of '{place.Function}'", owner: null, place.Diagnostics) : default;
        DefaultRuleCheck.Check(asked, rules, place.Function, place.Diagnostics);
        return model with
        {
            Rules = rules,
            Nested = model.Json is not null || model.Source is ParameterKind.FormObject ? place.Rules.Reach(asked.Type) : null,
            Display = RuleMembers.DisplayOf(asked.Attributes),
        };
    }

    private static ParameterModel Unchecked(ParameterModel model) => model with { IsUnchecked = true, Rules = default, Members = new([.. model.Members.Select(Unchecked)]) };

    // A group is checked as a whole: by its own attributes, and by those of its type.
    private static IEnumerable<AttributeData> AttributesOf(BindingTarget asked, ParameterModel model) =>
        model.Source is ParameterKind.Group && ValueRulesParser.Bare(asked.Type) is INamedTypeSymbol type ? asked.Attributes.Concat(RuleMembers.AttributesOf(type)) : asked.Attributes;

    // Values of the framework or the container are not the client's; an object of a form's fields has no name to be rejected under.
    private static bool CanBreak(ParameterKind source) => source is ParameterKind.Route or ParameterKind.Query or ParameterKind.Header or ParameterKind.Cookie or ParameterKind.Body or ParameterKind.ServiceOrBody or ParameterKind.Form or ParameterKind.File or ParameterKind.Group;
}
