using Litestar.Descriptions;
using Microsoft.AspNetCore.Routing;

namespace Litestar.CommandLine;

/// <summary>Formats a route with all its steps, for people.</summary>
/// <param name="output">Receives the output.</param>
internal sealed class ExplainFormatter(Terminal output)
{
    public void Print(string method, string path, RouteDescription route, RouteValueDictionary values)
    {
        output.Line(StyledText.Bold($"{method} {path}"));
        output.Line();
        output.Table([.. Head(route, values)], "  ");
        output.Line();
        Steps("Steps, in this order:", [.. route.Steps.Where(step => step.Kind is not StepKind.ErrorHandler)], values);
        Steps("Error handlers, of which the first that matches answers:", [.. route.Steps.Where(step => step.Kind is StepKind.ErrorHandler)], values);
        Metadata(route);
        Facts(route);
    }

    private static IEnumerable<StyledText[]> Head(RouteDescription route, RouteValueDictionary values)
    {
        yield return [StyledText.Kind("route"), $"{route.Method} {route.Path}{(route.Name is null ? "" : $", named '{route.Name}'")}"];
        yield return [StyledText.Kind("handler"), route.IsBlocking ? $"{route.Handler}, on a thread that may block" : route.Handler];
        var answer = string.Join(' ', new[] { route.Status.ToString(System.Globalization.CultureInfo.InvariantCulture), route.ContentType, route.ReturnType == typeof(void) ? null : TypeNameFormatter.Of(route.ReturnType, route.MayReturnNull) }.OfType<string>());
        yield return [StyledText.Kind("answers"), route.AnswersHead ? $"{answer}; HEAD without a body" : answer];
        if (values.Count > 0)
        {
            var texts = new List<string>();
            foreach (var (name, value) in values)
            {
                texts.Add($"{name} = {RuleFormatter.Text(value)}");
            }

            yield return [StyledText.Kind("values"), string.Join(", ", texts)];
        }
    }

    private void Steps(string title, IReadOnlyList<StepDescription> steps, RouteValueDictionary values)
    {
        if (steps.Count is 0)
        {
            return;
        }

        output.Line(title);
        output.Line();
        var digits = steps.Count.ToString(System.Globalization.CultureInfo.InvariantCulture).Length;
        var lines = new List<StyledText[]>();
        var parameters = new List<StyledText[][]>();
        foreach (var step in steps)
        {
            lines.Add([StyledText.Kind(KindOf(step)), StyledText.Bold(NameOf(step)), StyledText.Dim(LayerOf(step))]);
            // The bound parameters are printed below the functions that take them.
            parameters.Add(step.Kind is StepKind.Bind ? [] : [.. step.Parameters.SelectMany(parameter => Parameters(parameter, values, ""))]);
        }

        // Steps and parameters have their own columns.
        var (ofSteps, ofParameters) = (Terminal.Widths(lines), Terminal.Widths([.. parameters.SelectMany(rows => rows)]));
        for (var i = 0; i < lines.Count; i++)
        {
            output.Row(lines[i], ofSteps, $"  {(i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(digits)}  ");
            foreach (var row in parameters[i])
            {
                output.Row(row, ofParameters, new string(' ', digits + 8));
            }
        }

        output.Line();
    }

    private static IEnumerable<StyledText[]> Parameters(ParameterDescription parameter, RouteValueDictionary values, string indent)
    {
        var isMember = indent is not "";
        yield return
        [
            indent + parameter.CSharpName,
            StyledText.Kind(TypeNameFormatter.Of(parameter.Type, parameter.IsNullable)),
            isMember && parameter.Source is ParameterSource.Body ? "" : SourceOf(parameter, values),
            NeedOf(parameter),
            StyledText.Dim(string.Join(", ", RulesOf(parameter))),
        ];
        foreach (var member in parameter.Members.SelectMany(member => Parameters(member, values, indent + "  ")))
        {
            yield return member;
        }
    }

    private static IEnumerable<string> RulesOf(ParameterDescription parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.Type) ?? parameter.Type;
        return [.. type.IsEnum ? [string.Join(", ", Enum.GetNames(type))] : Array.Empty<string>(), .. parameter.Rules.Select(rule => rule.Text), .. parameter.Validators.Select(validator => $"judged by {TypeNameFormatter.Of(validator)}")];
    }

    private static string SourceOf(ParameterDescription parameter, RouteValueDictionary values) => parameter.Source switch
    {
        ParameterSource.Route when values.TryGetValue(parameter.Name, out var value) && value is not null => $"route '{parameter.Name}' = {RuleFormatter.Text(value)}",
        ParameterSource.Route => $"route '{parameter.Name}'",
        ParameterSource.Query => $"query '{parameter.Name}'",
        ParameterSource.Header => $"header '{parameter.Name}'",
        ParameterSource.Cookie => $"cookie '{parameter.Name}'",
        ParameterSource.Form when parameter.Members.Count > 0 => "form",
        ParameterSource.Form => $"form '{parameter.Name}'",
        ParameterSource.Body => typeof(Stream).IsAssignableFrom(parameter.Type) || parameter.Type == typeof(byte[]) || parameter.Type == typeof(System.IO.Pipelines.PipeReader) ? "body as it is" : "body, JSON",
        ParameterSource.Service => "service",
        ParameterSource.KeyedService => $"service with the key {RuleFormatter.Text(parameter.Key)}",
        ParameterSource.Provider => $"made by {parameter.Provider}",
        ParameterSource.Group => "each member from its own place",
        _ => "the request",
    };

    private static string NeedOf(ParameterDescription parameter) =>
        parameter.Source is ParameterSource.Group or ParameterSource.Framework or ParameterSource.Provider ? ""
        : parameter.IsRequired ? parameter.Source is ParameterSource.Service or ParameterSource.KeyedService ? "" : "required"
        : parameter.Default is null ? "optional"
        : $"optional, else {RuleFormatter.Text(parameter.Default)}";

    // Several layers may request the same middleware; the handler is not a layer of its own.
    private static string LayerOf(StepDescription step) =>
        step.Kind is StepKind.Handler ? "" : step.Metadata.Count is 0 ? step.Layer.Name : string.Join(", ", step.Metadata.Select(item => item.Layer.Name).Distinct());

    private static string KindOf(StepDescription step) => step.Kind switch
    {
        StepKind.ResponseHeader => "header",
        StepKind.AspNetCore or StepKind.RouteStep => step.Name,
        StepKind.AfterResponse => "after the last byte",
        StepKind.ErrorHandler => $"on {TypeNameFormatter.Of(step.Type!)}",
        StepKind.Commit => "commit",
        var kind => kind.ToString().ToLowerInvariant(),
    };

    private static string NameOf(StepDescription step) => step.Kind switch
    {
        StepKind.AspNetCore or StepKind.RouteStep => string.Join(", ", step.Metadata.Select(item => item.Text)),
        StepKind.Provider => $"{step.Name}: {TypeNameFormatter.Of(step.Type!)}",
        StepKind.Bind => step.Name,
        StepKind.Commit => $"{step.Name}, behind its yield",
        StepKind.ErrorHandler when step.Status is { } status => $"{step.Name}, {status}",
        _ => step.Name,
    };

    // Metadata that requests ASP.NET Core's middleware is already printed with that step.
    private void Metadata(RouteDescription route)
    {
        var shown = route.Steps.SelectMany(step => step.Metadata).ToHashSet();
        var rest = route.Metadata.Where(item => !shown.Contains(item)).ToList();
        if (rest.Count > 0)
        {
            output.Line("Metadata:");
            output.Line();
            output.Table([.. rest.Select(item => new[] { item.Text, StyledText.Dim(item.Layer.Name) })], "  ");
            output.Line();
        }
    }

    private void Facts(RouteDescription route)
    {
        if (route.Facts.Count > 0)
        {
            output.Line("Facts:");
            output.Line();
            output.Table([.. route.Facts.Select(fact => new[] { StyledText.Kind(fact.Name), string.Join(", ", fact.Values), StyledText.Dim(fact.Layer?.Name ?? "") })], "  ");
            output.Line();
        }
    }
}
