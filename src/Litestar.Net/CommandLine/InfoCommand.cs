using System.Reflection;
using System.Runtime.InteropServices;

namespace Litestar.CommandLine;

/// <summary>The command <c>info</c>: describes the app and its environment.</summary>
/// <param name="app">The app.</param>
/// <param name="output">Receives the output.</param>
/// <param name="error">Receives errors.</param>
internal sealed class InfoCommand(LitestarApp app, Terminal output, Terminal error)
{
    public static int Run(CommandContext context) => new InfoCommand(context.App, context.Terminal, context.ErrorTerminal).Run(context, context.Json);

    private int Run(CommandContext command, Stream json)
    {
        var facts = Facts().ToList();
        if (!command.IsJson)
        {
            output.Table([.. facts.Select(fact => new[] { StyledText.Kind(fact.Label), (StyledText)(fact.Value.ToString() ?? "") })]);
            return CommandRunner.Done;
        }

        DescriptionJson.Document(json, writer =>
        {
            foreach (var fact in facts)
            {
                if (fact.Value is int count)
                {
                    writer.WriteNumber(fact.Key, count);
                }
                else
                {
                    writer.WriteString(fact.Key, fact.Value.ToString());
                }
            }
        });
        return CommandRunner.Done;
    }

    private IEnumerable<Fact> Facts()
    {
        var routes = app.Routes;
        yield return new("app", "app", app.Environment.ApplicationName);
        yield return new("environment", "environment", app.Environment.EnvironmentName);
        yield return new("contentRoot", "content root", app.Environment.ContentRootPath);
        yield return new("urls", "urls", Urls);
        yield return new("routes", "routes", routes.Count);
        yield return new("handlers", "handlers", routes.Select(route => route.Handler).Distinct().Count());
        yield return new("ordinaryEndpoints", "ordinary endpoints", OrdinaryEndpoint.Of(app, error).Count);
        yield return new("services", "services", app.ServiceCount);
        yield return new("version", "Litestar.Net", VersionOf(typeof(LitestarApp).Assembly));
        yield return new("runtime", "runtime", RuntimeInformation.FrameworkDescription);
        yield return new("code", "code", IsNative ? "compiled ahead of time (Native AOT)" : "compiled as it runs (JIT)");
        yield return new("system", "system", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}");
        yield return new("garbageCollector", "garbage collector", System.Runtime.GCSettings.IsServerGC ? "server" : "workstation");
    }

    // The list of assemblies, which a .NET host sets. Dynamic code support does not tell: a script that runs on a JIT
    // compiler may lack it too.
    private static bool IsNative => AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") is null;

    // In the host's order: the code's addresses, then the configuration, then Kestrel's default.
    private string Urls =>
        app.Urls.Count > 0 ? string.Join(", ", app.Urls)
        : EndpointsOfKestrel is { Count: > 0 } endpoints ? string.Join(", ", endpoints)
        : app.Configuration["urls"] is { Length: > 0 } urls ? urls.Replace(";", ", ", StringComparison.Ordinal)
        : Ports("http").Concat(Ports("https")).ToList() is { Count: > 0 } ports ? string.Join(", ", ports)
        : "http://localhost:5000 (Kestrel's default)";

    private List<string> EndpointsOfKestrel => [.. app.Configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>()];

    private IEnumerable<string> Ports(string scheme) =>
        (app.Configuration[$"{scheme}_ports"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(port => $"{scheme}://*:{port}");

    private static string VersionOf(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? assembly.GetName().Version?.ToString() ?? "";

    private sealed class Fact(string key, string label, object value)
    {
        public string Key => key;

        public string Label => label;

        public object Value => value;
    }
}
