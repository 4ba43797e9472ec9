using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Litestar.CommandLine;

/// <summary>The command <c>explain GET /orders/5</c>: prints the route that would answer a request, with all its steps.</summary>
/// <param name="app">The app.</param>
/// <param name="output">Receives the output.</param>
/// <param name="error">Receives errors.</param>
internal sealed class ExplainCommand(LitestarApp app, Terminal output, Terminal error)
{
    private string _method = "GET";
    private string _path = "/";

    public static int Run(CommandContext context) => new ExplainCommand(context.App, context.Terminal, context.ErrorTerminal).Run(context, context.Json);

    private int Run(CommandContext command, Stream json)
    {
        if (!Read(command.Operands))
        {
            error.Line(StyledText.Warning("'explain' takes a verb and a path: explain GET /orders/5"));
            return CommandRunner.Misused;
        }

        using var scope = app.Services.CreateScope();
        var context = ContextOf(scope.ServiceProvider);
        var match = app.Table.Match(_method, _path, context);
        if (match.Route is { } route)
        {
            Answer(route, route.Endpoint, command, json);
            return CommandRunner.Done;
        }

        var others = OrdinaryEndpoint.AllOf(app, error);
        if (Best(others.Where(endpoint => endpoint.Matches(_method, _path, context))) is { } other)
        {
            if (other.Handled is { } handled)
            {
                Answer(handled, other.Endpoint, command, json);
            }
            else
            {
                Answer(other, command, json);
            }

            return CommandRunner.Done;
        }

        return match.Allow is { } allow ? Reject(allow, context, command, json) : Miss(others, command, json);
    }

    private static OrdinaryEndpoint? Best(IEnumerable<OrdinaryEndpoint> matching)
    {
        OrdinaryEndpoint? best = null;
        foreach (var one in matching)
        {
            if (best is null || one.Endpoint.Order < best.Endpoint.Order
                || (one.Endpoint.Order == best.Endpoint.Order && one.Endpoint.RoutePattern.InboundPrecedence < best.Endpoint.RoutePattern.InboundPrecedence))
            {
                best = one;
            }
        }

        return best;
    }

    // Accepts a whole URL, and a path without its slash, because some shells take a leading slash for a folder.
    private bool Read(IReadOnlyList<string> operands)
    {
        if (operands is not ([_] or [_, _]) || (operands is [var only] && only.All(char.IsAsciiLetter)))
        {
            return false;
        }

        _method = operands.Count is 2 ? operands[0].ToUpperInvariant() : "GET";
        var target = operands[^1];
        if (Uri.TryCreate(target, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            target = url.PathAndQuery;
        }

        target = target.Split('?', '#')[0];
        _path = PathString.FromUriComponent("/" + target.TrimStart('/')).Value ?? "/";
        return true;
    }

    private DefaultHttpContext ContextOf(IServiceProvider services)
    {
        var context = new DefaultHttpContext { RequestServices = services };
        context.Request.Method = _method;
        context.Request.Scheme = "http";
        context.Request.Host = new("localhost");
        context.Request.Path = _path;
        return context;
    }

    private void Answer(Routing.Route route, Endpoint endpoint, CommandContext command, Stream json)
    {
        var description = route.Explain(endpoint);
        var values = route.ReadValues(_path);
        if (command.IsJson)
        {
            DescriptionJson.WriteExplained(json, _method, _path, description, values);
            return;
        }

        new ExplainFormatter(output).Print(_method, _path, description, values);
    }

    private void Answer(OrdinaryEndpoint other, CommandContext command, Stream json)
    {
        if (command.IsJson)
        {
            DescriptionJson.WriteExplained(json, _method, _path, other);
            return;
        }

        output.Line(StyledText.Bold($"{_method} {_path}"));
        output.Line();
        output.Table([[StyledText.Kind("route"), $"{other.Methods} {other.Path}"], [StyledText.Kind("answered by"), $"'{other.Name}', an ordinary endpoint of ASP.NET Core's"]], "  ");
        output.Line();
    }

    // The path exists, the method does not; OPTIONS is answered with the existing ones.
    private int Reject(string allow, HttpContext context, CommandContext command, Stream json)
    {
        var routes = allow.Split(", ").Select(method => app.Table.Match(method, _path, context).Route).OfType<Routing.Route>().Distinct().ToList();
        var isOptions = HttpMethods.IsOptions(_method);
        if (command.IsJson)
        {
            DescriptionJson.WriteRejected(json, _method, _path, isOptions ? StatusCodes.Status204NoContent : StatusCodes.Status405MethodNotAllowed, allow, []);
        }
        else
        {
            output.Line(isOptions
                ? $"{_path} answers OPTIONS by itself: 204, Allow: {allow}"
                : StyledText.Warning($"'{_path}' does not answer {_method}; it answers {allow}."));
            output.Line();
            output.Table([.. routes.Select(route => new StyledText[] { StyledText.Method(route.Method), $"/{route.Pattern.RawText?.TrimStart('/')}", StyledText.Dim(route.Origin ?? "") })], "  ");
        }

        return isOptions ? CommandRunner.Done : CommandRunner.NotFound;
    }

    private int Miss(IEnumerable<OrdinaryEndpoint> others, CommandContext command, Stream json)
    {
        var near = NearRouteFinder.Of(_method, _path, app.AllRoutes.Concat(others.Select(other => other.Route)), app.Services.GetRequiredService<ParameterPolicyFactory>());
        if (command.IsJson)
        {
            DescriptionJson.WriteRejected(json, _method, _path, StatusCodes.Status404NotFound, null, near);
            return CommandRunner.NotFound;
        }

        output.Line(StyledText.Warning($"Nothing is found at '{_path}'."));
        if (near.Count > 0)
        {
            output.Line();
            output.Line("Near it:");
            output.Line();
            output.Table([.. near.Select(one => new StyledText[] { StyledText.Method(one.Route.Method), one.Path, StyledText.Dim(one.Route.Origin ?? ""), one.Why })], "  ");
        }

        return CommandRunner.NotFound;
    }
}
