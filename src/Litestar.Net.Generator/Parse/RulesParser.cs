using Litestar.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse;

/// <summary>Reads what is asked of a value once it has come: of a parameter, or of a member of a group.</summary>
internal static class RulesParser
{
    public static ParameterModel Parse(Asked asked, ParameterModel model, ParameterPlace place)
    {
        if (RulesMembers.IsSkipped(asked.Attributes))
        {
            return Unchecked(model);
        }

        var rules = CanBreak(model.Source) ? RulesOfValue.Parse(AttributesOf(asked, model), asked.Type, $"'{asked.Display}' of '{place.Function}'", owner: null, place.Problems) : default;
        RulesDefault.Check(asked, rules, place.Function, place.Problems);
        return model with
        {
            Rules = rules,
            Nested = model.Json is not null || model.Source is Source.FormObject ? place.Rules.Reach(asked.Type) : null,
            Display = RulesMembers.DisplayOf(asked.Attributes),
        };
    }

    private static ParameterModel Unchecked(ParameterModel model) => model with { IsUnchecked = true, Rules = default, Members = new([.. model.Members.Select(Unchecked)]) };

    // A group is checked as a whole: by what stands on it, and on its type.
    private static IEnumerable<AttributeData> AttributesOf(Asked asked, ParameterModel model) =>
        model.Source is Source.Group && RulesOfValue.Bare(asked.Type) is INamedTypeSymbol type ? asked.Attributes.Concat(RulesMembers.AttributesOf(type)) : asked.Attributes;

    // What the framework or the container hands over is none of the client's making; what is made of a form's fields has no name to be refused under.
    private static bool CanBreak(Source source) => source is Source.Route or Source.Query or Source.Header or Source.Cookie or Source.Body or Source.ServiceOrBody or Source.Form or Source.File or Source.Group;
}
