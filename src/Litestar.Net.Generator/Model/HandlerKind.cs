namespace Litestar.Generator.Model;

/// <summary>A kind of handler: the class that its generated code extends, the method that runs it, and its attributes. A new kind is a new entry here.</summary>
/// <param name="BaseClass">The class in <c>Litestar.Generated</c>.</param>
/// <param name="EntryPoint">The method that the runtime calls, as the generated class overrides it.</param>
/// <param name="QualifiedEntryPoint">The same with qualified types, for a file without usings.</param>
/// <param name="Verbs">The names of its attributes without <c>Attribute</c>, in the order in which handlers stand in the table.</param>
internal sealed record HandlerKind(string BaseClass, string EntryPoint, string QualifiedEntryPoint, EquatableArray<string> Verbs)
{
    /// <summary>A call of HTTP: one request, one response.</summary>
    public static readonly HandlerKind HttpCall = new(
        "HandlerCode",
        "Task Invoke(HttpContext context)",
        "global::System.Threading.Tasks.Task Invoke(global::Microsoft.AspNetCore.Http.HttpContext context)",
        new(["Get", "Post", "Put", "Patch", "Delete", "Head", "Options", "Verb"]));

    /// <summary>All kinds.</summary>
    public static readonly IReadOnlyList<HandlerKind> All = [HttpCall];

    /// <summary>Returns the kind of a function with this attribute.</summary>
    /// <param name="verb">The attribute's name without <c>Attribute</c>.</param>
    public static HandlerKind Of(string verb) => All.First(kind => kind.Verbs.Contains(verb));
}
