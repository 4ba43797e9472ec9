namespace Litestar;

/// <summary>Adds a path in front of every handler of a static class, of the classes nested in it, or of the whole assembly.</summary>
/// <remarks>Prefixes are joined from the outside in: <c>HandlerList.Under</c>, assembly, outer class, nested class, function.</remarks>
/// <param name="path">A route template, which may have parameters: <c>/shops/{shop}</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Assembly)]
public sealed class PathAttribute(string path) : Attribute
{
    /// <summary>The prefix.</summary>
    public string Path { get; } = path;
}
