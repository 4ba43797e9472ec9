namespace Litestar.Generator.Model;

/// <summary>A type that crosses the wire as JSON.</summary>
/// <param name="Name">Its name, qualified.</param>
/// <param name="PropertyName">A name that tells it apart from namesakes in other namespaces; none where there are none.</param>
internal sealed record JsonType(string Name, string? PropertyName)
{
    public static JsonType Plain(string name) => new(name, null);
}
