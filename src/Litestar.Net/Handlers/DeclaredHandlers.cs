using System.Reflection;
using Litestar.Generated;

namespace Litestar.Handlers;

/// <summary>The handlers that one assembly declares.</summary>
/// <param name="all">All of them, in the order of their source.</param>
internal sealed class DeclaredHandlers(IReadOnlyList<HandlerDeclaration> all)
{
    // Made when a function is first looked up. Overloads share a name.
    private Dictionary<string, List<HandlerDeclaration>>? _byName;

    /// <summary>Returns the handlers of a class and of the classes nested in it.</summary>
    public IEnumerable<HandlerDeclaration> Within(string type)
    {
        var nested = type + "+";
        foreach (var handler in all)
        {
            if (handler.DeclaringType == type || handler.DeclaringType.StartsWith(nested, StringComparison.Ordinal))
            {
                yield return handler;
            }
        }
    }

    /// <summary>Returns the handler of a function; null if it was never declared.</summary>
    public HandlerDeclaration? Of(string type, string name, MethodInfo method)
    {
        _byName ??= ByName();
        if (!_byName.TryGetValue(KeyOf(type, name), out var overloads))
        {
            return null;
        }

        return overloads.Count is 1
            ? overloads[0]
            : overloads.Find(handler => handler.Parameters == string.Join(',', method.GetParameters().Select(parameter => parameter.ParameterType.ToString())));
    }

    private Dictionary<string, List<HandlerDeclaration>> ByName()
    {
        var byName = new Dictionary<string, List<HandlerDeclaration>>(all.Count, StringComparer.Ordinal);
        foreach (var handler in all)
        {
            var key = KeyOf(handler.DeclaringType, handler.Name);
            if (!byName.TryGetValue(key, out var overloads))
            {
                byName.Add(key, overloads = new(1));
            }

            overloads.Add(handler);
        }

        return byName;
    }

    private static string KeyOf(string type, string name) => $"{type}::{name}";
}
