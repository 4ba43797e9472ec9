using Litestar.Generator.Model;

namespace Litestar.Generator.Emit;

/// <summary>Emits the table of an assembly's handlers, and the module initializer that registers it.</summary>
internal static class RegistryEmitter
{
    public static string Emit(string assembly, IEnumerable<HandlerModel> handlers)
    {
        var code = SourceWriter.File(["Litestar.Generated"]);
        using (code.Block("internal static class HandlerTable"))
        {
            code.Line("[global::System.Runtime.CompilerServices.ModuleInitializer]");
            code.Line($"internal static void Register() => HandlerRegistry.Add({CSharpLiteral.Quote(assembly)},");
            var entries = handlers.ToList();
            for (var i = 0; i < entries.Count; i++)
            {
                Entry(code, entries[i], last: i == entries.Count - 1);
            }

            if (entries.Exists(handler => handler.Routes.Any(AsksRegex)))
            {
                code.Line();
                code.Line("[global::System.Runtime.CompilerServices.ModuleInitializer]");
                code.Line("internal static void AddRegexRoutes() => HandlerRegistry.AddRegexRoutes();");
            }
        }

        return code.ToString();
    }

    private static void Entry(SourceWriter code, HandlerModel handler, bool last)
    {
        using (code.Block("    new HandlerDeclaration", last ? "});" : "},"))
        {
            code.Line($"DeclaringType = {CSharpLiteral.Quote(handler.DeclaringType)},");
            code.Line($"Name = {CSharpLiteral.Quote(handler.Name)},");
            code.Line($"Parameters = {CSharpLiteral.Quote(handler.ParameterTypes)},");
            code.Line($"Display = {CSharpLiteral.Quote(handler.Display)},");
            code.Line($"Routes = [{string.Join(", ", handler.Routes.Select(Route))}],");
            code.Line($"Create = static setup => new {handler.ClassName}(setup),");
            code.Line($"Describe = HandlerDescriptions.{handler.ClassName},");
            var unjudged = handler.All.Where(parameter => parameter is { Source: ParameterKind.Group, IsValidated: false, IsUnchecked: false }).Select(group => group.Value).Distinct().ToList();
            if (unjudged.Count > 0)
            {
                code.Line($"ExpectedWithoutValidator = [{string.Join(", ", unjudged.Select(group => $"typeof(global::FluentValidation.IValidator<{group}>)"))}],");
            }

            if (handler.Layers.Headers.Count > 0)
            {
                code.Line($"ResponseHeaders = [{string.Join(", ", handler.Layers.Headers.Select(header => $"new({CSharpLiteral.Quote(header.Name)}, {CSharpLiteral.Quote(header.Value)})"))}],");
            }

            if (handler.Metadata.Count > 0)
            {
                code.Line($"Metadata = static () => [{string.Join(", ", handler.Metadata.Select(item => item.Creation))}],");
            }
        }
    }

    // A native binary contains the regex engine only if a path needs it.
    private static bool AsksRegex(RouteModel route) => route.Path.IndexOf(":regex(", StringComparison.OrdinalIgnoreCase) >= 0;

    private static string Route(RouteModel route) =>
        $"new({CSharpLiteral.Quote(route.Method)}, {CSharpLiteral.Quote(route.Path)}, {route.Status}{(route.Name is null ? "" : $", {CSharpLiteral.Quote(route.Name)}")}{(route.IsByMethod ? ", IsByMethod: true" : "")})";
}
