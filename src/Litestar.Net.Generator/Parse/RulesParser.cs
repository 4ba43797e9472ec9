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

        return model with
        {
            Rules = CanBreak(model.Source) ? RulesOfValue.Parse(asked.Attributes, asked.Type, $"'{asked.Display}' of '{place.Function}'", owner: null, place.Problems) : default,
            Nested = model.Json is not null || model.Source is Source.FormObject ? place.Rules.Reach(asked.Type) : null,
            Display = RulesMembers.DisplayOf(asked.Attributes),
        };
    }

    private static ParameterModel Unchecked(ParameterModel model) => model with { IsUnchecked = true, Rules = default, Members = new([.. model.Members.Select(Unchecked)]) };

    // What the framework or the container hands over is none of the client's making; what is made of members has no name to be refused under.
    private static bool CanBreak(Source source) => source is Source.Route or Source.Query or Source.Header or Source.Cookie or Source.Body or Source.ServiceOrBody or Source.Form or Source.File;
}
