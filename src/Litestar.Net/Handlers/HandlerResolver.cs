using System.Reflection;
using System.Runtime.CompilerServices;
using Litestar.Generated;
using Litestar.Routing;

namespace Litestar.Handlers;

/// <summary>Finds what the generator has declared for each element of a handler list.</summary>
internal static class HandlerResolver
{
    /// <summary>Every handler of a list and of the lists in it, with the path in front of it.</summary>
    public static IEnumerable<ResolvedHandler> Resolve(HandlerList list, string prefix = "", IReadOnlyList<Layer>? layers = null)
    {
        prefix = RoutePath.Join(prefix, list.Prefix);
        layers = list.Layer is null ? layers ?? [] : [.. layers ?? [], list.Layer];
        return list.Items.SelectMany(item => item switch
        {
            HandlerList inner => Resolve(inner, prefix, layers),
            Type module => OfModule(module, prefix, layers),
            _ => [OfFunction((Delegate)item, prefix, layers)],
        });
    }

    private static IEnumerable<ResolvedHandler> OfModule(Type module, string prefix, IReadOnlyList<Layer> layers)
    {
        var nested = module.FullName + "+";
        var found = Declared(module)
            .Where(handler => handler.DeclaringType == module.FullName || handler.DeclaringType.StartsWith(nested, StringComparison.Ordinal))
            .Select(handler => new ResolvedHandler(handler, null, prefix, layers))
            .ToList();
        return found.Count > 0 ? found : throw new InvalidOperationException(HandlerRegistry.Knows(AssemblyOf(module))
            ? $"typeof({module.Name}) holds no handlers. Give one of its static functions a verb attribute such as [Get(\"/path\")], or take it off the list."
            : NoGenerator($"typeof({module.Name}) was", AssemblyOf(module)));
    }

    private static ResolvedHandler OfFunction(Delegate function, string prefix, IReadOnlyList<Layer> layers)
    {
        var method = function.Method;
        var name = FunctionName.Of(method.Name);
        if (name is null)
        {
            throw new InvalidOperationException(
                $"A lambda is no handler ({method.DeclaringType?.FullName}). Write it as a static function with a verb attribute, [Get(\"/path\")] static string Show() => …, and put its name on the list.");
        }

        if (function.Target is not null && !method.IsStatic)
        {
            throw new InvalidOperationException($"'{name}' of {method.DeclaringType?.FullName} is not static. A handler keeps nothing between requests: make it static and take what it needs as parameters.");
        }

        var candidates = Declared(method.DeclaringType!)
            .Where(handler => handler.DeclaringType == method.DeclaringType!.FullName && handler.Name == name)
            .ToList();
        var declared = candidates.Count > 1
            ? candidates.Find(handler => handler.Parameters == string.Join(',', method.GetParameters().Select(parameter => parameter.ParameterType.ToString())))
            : candidates.FirstOrDefault();
        return new(declared ?? throw NotDeclared(method, name), function, prefix, layers);
    }

    private static IReadOnlyList<HandlerDeclaration> Declared(Type type)
    {
        // A library's declarations appear when its module initializer runs, which typeof() alone does not cause.
        RuntimeHelpers.RunModuleConstructor(type.Module.ModuleHandle);
        return HandlerRegistry.Of(AssemblyOf(type));
    }

    private static InvalidOperationException NotDeclared(MethodInfo method, string name)
    {
        var owner = method.DeclaringType!;
        var bearsVerb = method.IsDefined(typeof(HandlerAttribute), inherit: false);
        return new(bearsVerb && !HandlerRegistry.Knows(AssemblyOf(owner))
            ? NoGenerator($"'{name}' of {owner.FullName} bears a verb attribute, but was", AssemblyOf(owner))
            : $"'{name}' of {owner.FullName} is on the list, but bears no verb attribute. Add one, such as [Get(\"/path\")].");
    }

    private static string NoGenerator(string subject, string? assembly) =>
        $"{subject} not seen by Litestar.Net's generator: it does not run over the project {assembly}. "
        + "Reference the package there (<PackageReference Include=\"Litestar.Net\" />), with its analyzers. "
        + "Where the library is referenced as a project, add its generator: <ProjectReference Include=\"…/Litestar.Net.Generator.csproj\" OutputItemType=\"Analyzer\" ReferenceOutputAssembly=\"false\" />.";

    private static string? AssemblyOf(Type type) => type.Assembly.GetName().Name;
}
