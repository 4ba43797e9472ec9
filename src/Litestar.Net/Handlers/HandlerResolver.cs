using System.Reflection;
using System.Runtime.CompilerServices;
using Litestar.Generated;
using Litestar.Routing;

namespace Litestar.Handlers;

/// <summary>Finds the generator's declaration of each element of a handler list.</summary>
internal sealed class HandlerResolver
{
    private readonly Dictionary<Module, DeclaredHandlers> _modules = [];

    /// <summary>Returns every handler of a list and of the lists in it, with the path in front of it.</summary>
    /// <param name="list">The list.</param>
    /// <param name="prefix">The path in front of the list's own prefix.</param>
    /// <param name="layers">The layers around it, the outermost first.</param>
    public static List<ResolvedHandler> Resolve(HandlerList list, string prefix, IReadOnlyList<Layer> layers)
    {
        var found = new List<ResolvedHandler>();
        new HandlerResolver().Resolve(list, prefix, layers, found);
        return found;
    }

    private void Resolve(HandlerList list, string prefix, IReadOnlyList<Layer> layers, List<ResolvedHandler> found)
    {
        prefix = RoutePath.Join(prefix, list.Prefix);
        layers = list.Layer is null ? layers : [.. layers, list.Layer];
        foreach (var item in list.Items)
        {
            switch (item)
            {
                case HandlerList inner:
                    Resolve(inner, prefix, layers, found);
                    break;
                case Type module:
                    AddModule(module, prefix, layers, found);
                    break;
                default:
                    found.Add(OfFunction((Delegate)item, prefix, layers));
                    break;
            }
        }
    }

    private void AddModule(Type module, string prefix, IReadOnlyList<Layer> layers, List<ResolvedHandler> found)
    {
        var before = found.Count;
        foreach (var handler in Declared(module).Within(module.FullName!))
        {
            found.Add(new(handler, null, prefix, layers, module));
        }

        if (found.Count == before)
        {
            throw new InvalidOperationException(OfAnotherLanguage(module, null) ?? (HandlerRegistry.Knows(AssemblyOf(module))
                ? $"typeof({module.Name}) has no handlers. Give one of its static functions a verb attribute such as [Get(\"/path\")], or take it off the list."
                : NoGenerator($"typeof({module.Name}) was", AssemblyOf(module))));
        }
    }

    private ResolvedHandler OfFunction(Delegate function, string prefix, IReadOnlyList<Layer> layers)
    {
        var method = function.Method;
        var name = FunctionName.Of(method.Name);
        if (name is null)
        {
            throw new InvalidOperationException(
                $"A lambda is not a handler ({method.DeclaringType?.FullName}). Write it as a static function with a verb attribute, [Get(\"/path\")] static string Show() => …, and put its name on the list.");
        }

        if (function.Target is not null && !method.IsStatic)
        {
            throw new InvalidOperationException(OfAnotherLanguage(method.DeclaringType!, name)
                ?? $"'{name}' of {method.DeclaringType?.FullName} is not static. A handler keeps no state between requests: make it static, and add a parameter for each value that it needs.");
        }

        var declared = Declared(method.DeclaringType!).Of(method.DeclaringType!.FullName!, name, method);
        return new(declared ?? throw NotDeclared(method, name), function, prefix, layers);
    }

    private DeclaredHandlers Declared(Type type)
    {
        if (!_modules.TryGetValue(type.Module, out var declared))
        {
            // A library's declarations are added by its module initializer, which typeof() alone does not run.
            RuntimeHelpers.RunModuleConstructor(type.Module.ModuleHandle);
            _modules.Add(type.Module, declared = new(HandlerRegistry.Of(AssemblyOf(type))));
        }

        return declared;
    }

    private static InvalidOperationException NotDeclared(MethodInfo method, string name)
    {
        var owner = method.DeclaringType!;
        var bearsVerb = method.IsDefined(typeof(HandlerAttribute), inherit: false);
        return new(OfAnotherLanguage(owner, name) ?? (bearsVerb && !HandlerRegistry.Knows(AssemblyOf(owner))
            ? NoGenerator($"'{name}' of {owner.FullName} has a verb attribute, but was", AssemblyOf(owner))
            : $"'{name}' of {owner.FullName} is on the list, but has no verb attribute. Add one, such as [Get(\"/path\")]."));
    }

    // F# converts a function to a delegate with its own class, whose 'Invoke' has no attributes.
    private static string? OfAnotherLanguage(Type owner, string? function)
    {
        var subject = function is null ? $"typeof({owner.Name})" : $"'{function}' of {owner.FullName}";
        return LanguageOf(owner) is { } language
            ? $"{subject} is on the list, and its project {AssemblyOf(owner)} is written in {language}. Handlers are generated only from C#: write it in a C# project, and call the {language} code from there."
            : null;
    }

    private static string? LanguageOf(Type? type) =>
        type is null ? null
        : Has(type.Assembly.CustomAttributes, "Microsoft.FSharp.Core.FSharpInterfaceDataVersionAttribute") || Has(type.CustomAttributes, "Microsoft.FSharp.Core.CompilationMappingAttribute") ? "F#"
        : Has(type.CustomAttributes, "Microsoft.VisualBasic.CompilerServices.StandardModuleAttribute") ? "Visual Basic"
        : LanguageOf(type.DeclaringType);

    private static bool Has(IEnumerable<CustomAttributeData> attributes, string type) => attributes.Any(attribute => attribute.AttributeType.FullName == type);

    private static string NoGenerator(string subject, string? assembly) =>
        $"{subject} not seen by Litestar.Net's generator, which does not run in the project {assembly}. "
        + "If it is not a C# project, write the handlers in one: generators run only for C#. "
        + "Otherwise reference the package there (<PackageReference Include=\"Litestar.Net\" />), with its analyzers. "
        + "Where the library is referenced as a project, add its generator: <ProjectReference Include=\"…/Litestar.Net.Generator.csproj\" OutputItemType=\"Analyzer\" ReferenceOutputAssembly=\"false\" />.";

    private static string? AssemblyOf(Type type) => type.Assembly.GetName().Name;
}
