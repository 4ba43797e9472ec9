namespace Litestar.Generator.Model;

/// <summary>A type that crosses the wire as JSON.</summary>
/// <param name="Name">Its name, qualified.</param>
/// <param name="PropertyName">A name that separates it from types with the same name in other namespaces; null if there are none.</param>
internal sealed record JsonType(string Name, string? PropertyName)
{
    public static JsonType Plain(string name) => new(name, null);
}
