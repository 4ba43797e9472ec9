using Litestar.Generator.Diagnostics;
using Litestar.Generator.Model;
using Litestar.Generator.Parse.Layers;
using Litestar.Generator.Parse.Results;
using Litestar.Generator.Parse.Symbols;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Parse.Routes;

/// <summary>Parses the verbs and paths of a handler, with the paths of its modules in front.</summary>
internal static class RouteParser
{
    public static IReadOnlyList<RouteModel> Parse(IMethodSymbol method, string display, ParseDiagnostics diagnostics)
    {
        var prefix = PrefixOf(method);
        var routes = new List<RouteModel>();
        foreach (var verb in VerbAttributes.Of(method))
        {
            var status = verb.Status is not 0 ? verb.Status : DefaultStatus(verb.Method, method.ReturnType);
            foreach (var path in verb.Paths)
            {
                var whole = RouteTemplate.Join(prefix, path);
                CheckTemplate(prefix, path, whole, verb, display, diagnostics);
                routes.Add(new(verb.Method, whole, verb.EndpointName, status, verb.Status is 0 && status is not 200));
            }
        }

        return routes;
    }

    /// <summary>Checks that the path of a module is a valid template by itself.</summary>
    public static void CheckPrefix(INamedTypeSymbol module, ParseDiagnostics diagnostics)
    {
        if (Layer(module) is not { } attribute || attribute.ConstructorArguments.FirstOrDefault().Value is not string path)
        {
            return;
        }

        RouteTemplate.ParametersOf(path, out var fault);
        if (fault is not null)
        {
            diagnostics.Add(Descriptors.MalformedRoute, attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation(), path, LayerAttributes.DisplayOf(module), fault);
        }
    }

    /// <summary>Checks that each route parameter of the function has a parameter, unless the function reads the request itself.</summary>
    /// <remarks>A parameter that is in some of its templates only is read from the query in the others.</remarks>
    public static void CheckLanding(IMethodSymbol method, string display, IReadOnlyList<ParameterModel> parameters, ParseDiagnostics diagnostics)
    {
        var leaves = parameters.SelectMany(parameter => parameter.Leaves).ToList();
        if (leaves.Exists(parameter => parameter.Expression is "context" or "context.Request"))
        {
            return;
        }

        foreach (var verb in VerbAttributes.Of(method))
        {
            foreach (var path in verb.Paths)
            {
                foreach (var lost in RouteTemplate.Parse(path, out _).Where(part => !leaves.Exists(parameter => parameter is { Source: ParameterKind.Route } or { Source: ParameterKind.Query, IsMarked: false } && part.Bears(parameter.WireName))))
                {
                    var clues = new DiagnosticProperties { [DiagnosticPropertyNames.RouteParameter] = lost.Name, [DiagnosticPropertyNames.Type] = ConstraintRules.TypeFor(lost) };
                    diagnostics.Add(Descriptors.RouteParameterWithoutParameter, verb.Location, clues, lost.Name, verb.Method, RouteTemplate.Join(PrefixOf(method), path), display);
                }
            }
        }
    }

    // A malformed prefix is a fault of the module, and reported there once.
    private static void CheckTemplate(string prefix, string path, string whole, ParsedVerb verb, string display, ParseDiagnostics diagnostics)
    {
        RouteTemplate.ParametersOf(prefix, out var outer);
        RouteTemplate.ParametersOf(path, out var inner);
        RouteTemplate.ParametersOf(whole, out var joined);
        if (outer is null && (inner ?? joined) is { } fault)
        {
            diagnostics.Add(Descriptors.MalformedRoute, verb.Location, inner is null ? whole : path, display, fault);
        }
    }

    private static int DefaultStatus(string method, ITypeSymbol returnType) => method.ToUpperInvariant() switch
    {
        "POST" => 201,
        "DELETE" when !ResultParser.Parse(returnType).Kind.HasValue => 204,
        _ => 200,
    };

    private static string PrefixOf(IMethodSymbol method)
    {
        var prefix = PathOf(method.ContainingAssembly);
        var layers = new Stack<INamedTypeSymbol>();
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            layers.Push(type);
        }

        return layers.Aggregate(prefix, (path, layer) => RouteTemplate.Join(path, PathOf(layer)));
    }

    private static string PathOf(ISymbol layer) => Layer(layer)?.ConstructorArguments.FirstOrDefault().Value as string ?? "";

    private static AttributeData? Layer(ISymbol layer) => layer.GetAttributes()
        .FirstOrDefault(attribute => attribute.AttributeClass is { Name: "PathAttribute" } type && SymbolNames.IsIn(type, "Litestar"));
}
