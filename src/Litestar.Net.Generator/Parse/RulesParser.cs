using Litestar.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse;

/// <summary>Reads what is asked of a parameter's value once it has come.</summary>
internal static class RulesParser
{
    public static ParameterModel Parse(IParameterSymbol parameter, ParameterModel model, string function, RulesGraph graph, Problems problems)
    {
        var attributes = parameter.GetAttributes();
        if (RulesMembers.IsSkipped(attributes))
        {
            return model with { IsUnchecked = true };
        }

        if (!CanBreak(model.Source))
        {
            return model;
        }

        var rules = RulesOfValue.Parse(attributes, parameter.Type, $"'{parameter.Name}' of '{function}'", owner: null, problems);
        RulesDefault.Check(parameter, rules, function, problems);
        return model with
        {
            Rules = rules,
            Nested = model.Json is not null ? graph.Reach(parameter.Type) : null,
            Display = RulesMembers.DisplayOf(attributes),
        };
    }

    // What the framework or the container hands over is none of the client's making.
    private static bool CanBreak(Source source) => source is not (Source.Context or Source.Service or Source.KeyedService or Source.RawBytes);
}
