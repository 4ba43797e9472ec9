using System.Reflection;
using Litestar.Descriptions;
using Litestar.Generated;

namespace Litestar.CommandLine;

/// <summary>The command <c>routes</c>: prints every route in a table.</summary>
/// <param name="app">The app.</param>
/// <param name="output">Receives the table.</param>
/// <param name="error">Receives errors.</param>
internal sealed class RoutesCommand(LitestarApp app, Terminal output, Terminal error)
{
    public static int Run(CommandContext context) => new RoutesCommand(context.App, context.Terminal, context.ErrorTerminal).Run(context, context.Json);

    private int Run(CommandContext command, Stream json)
    {
        var text = command.Operands.FirstOrDefault();
        var all = app.Routes;
        var others = OrdinaryEndpoint.Of(app, error);
        var found = all.Where(route => Holds(text, route.Path, route.Handler)).ToList();
        var foundOthers = others.Where(other => Holds(text, other.Path, other.Name)).ToList();
        if (command.IsJson)
        {
            DescriptionJson.Write(json, found, foundOthers, Unlisted(command));
        }
        else
        {
            Print(found, foundOthers);
            output.Line(StyledText.Dim(Sum(text, found.Count + foundOthers.Count, all.Count + others.Count)));
            if (Unlisted(command) is { Count: > 0 } unlisted)
            {
                output.Line(StyledText.Warning($"On no list: {string.Join(", ", unlisted)}"));
            }
        }

        return text is null || found.Count + foundOthers.Count > 0 ? CommandRunner.Done : CommandRunner.NotFound;
    }

    // The program's own handlers only: those of a library may be meant for other apps. The process of a test is not the program.
    private List<string> Unlisted(CommandContext command)
    {
        if (!command.IsOfProcess)
        {
            return [];
        }

        var listed = app.AllRoutes.Concat(app.OtherEndpoints().Select(endpoint => endpoint.Metadata.GetMetadata<Routing.Route>())).Select(route => route?.Source?.Handler).ToHashSet();
        return [.. HandlerRegistry.Of(Assembly.GetEntryAssembly()?.GetName().Name).Where(handler => !listed.Contains(handler)).Select(handler => handler.Display)];
    }

    private void Print(IReadOnlyList<RouteDescription> routes, IReadOnlyList<OrdinaryEndpoint> others)
    {
        if (routes.Count + others.Count is 0)
        {
            return;
        }

        StyledText[] head = [StyledText.Dim("VERB"), StyledText.Dim("PATH"), StyledText.Dim("HANDLER"), StyledText.Dim("ANSWERS"), StyledText.Dim("ON THE WAY")];
        output.Table([head, .. routes.Select(Row), .. others.Select(other => new StyledText[] { StyledText.Method(other.Methods), other.Path, StyledText.Dim(other.Name), "", StyledText.Dim("an ordinary endpoint") })]);
        output.Line();
    }

    private static StyledText[] Row(RouteDescription route) =>
    [
        StyledText.Method(route.Method),
        StyledText.Bold(route.Path),
        route.Handler,
        $"{route.Status}{(route.ReturnType == typeof(void) ? "" : $" {TypeNameFormatter.Of(route.ReturnType, route.MayReturnNull)}")}",
        StyledText.Dim(string.Join(", ", route.Steps.Where(IsOnTheWay).Select(step => step.Name).Distinct())),
    ];

    private static bool IsOnTheWay(StepDescription step) => step.Kind is not (StepKind.ResponseHeader or StepKind.Bind or StepKind.Handler or StepKind.Commit or StepKind.ErrorHandler);

    private static bool Holds(string? text, params string[] where) => text is null || where.Any(one => one.Contains(text, StringComparison.OrdinalIgnoreCase));

    private static string Sum(string? text, int found, int all) =>
        $"{(text is null ? "" : $"{found} of ")}{all} {(all is 1 ? "route" : "routes")}";
}
