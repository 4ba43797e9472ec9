namespace Litestar.Generator.Tests.Shapes;

/// <summary>Attributes that others read from the endpoint.</summary>
public sealed class MetadataTests
{
    [Fact]
    public Task Arguments_of_every_kind() => Generated.Ask("""
        using Microsoft.AspNetCore.Http;
        Serve([typeof(Marked), Local]);

        [Note("local", Any = typeof(Marked)), Generic<int>, Obsolete("old")]
        [Get("/b")] static string Local(HttpContext context) => Marked.Said(context) + context.GetEndpoint()!.Metadata.GetMetadata<GenericAttribute<int>>() + context.GetEndpoint()!.Metadata.GetMetadata<ObsoleteAttribute>()!.Message;

        [Note("outer")]
        static class Marked
        {
            [Note("method", "p\"1", "p2", Numbers = new[] { 1, 2 }, Kind = Kind.B, Type = typeof(Dictionary<,>), Any = 'x', Small = -5, Ratio = double.NaN, Text = null)]
            [Note(null, null, Type = typeof((int A, string[])), Any = new object?[] { 1, "s", Kind.A, typeof(int?), null })]
            [Get("/a")] public static string Show(HttpContext context) => Said(context);
            internal static string Said(HttpContext context) => string.Join(" ", context.GetEndpoint()!.Metadata.OfType<NoteAttribute>());
        }

        enum Kind { A, B }
        class GenericAttribute<T> : Attribute;
        [AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
        class NoteAttribute(string? first, params string[]? more) : Attribute
        {
            public NoteAttribute(int[] first) : this("") { }
            public int[]? Numbers { get; set; }
            public Kind Kind { get; set; }
            public Type? Type;
            public object? Any { get; set; }
            public short Small { get; set; }
            public double Ratio { get; set; }
            public string? Text { get; set; } = "t";
            public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{first ?? "null"}[{string.Join(",", more ?? ["null"])}]{Numbers?.Length}{Kind}{Type?.Name}{(Any is object[] all ? string.Join("+", all.Select(one => one ?? "null")) : Any)}{Small}{Ratio}{Text}");
        }
        """,
        ("GET /a", "outer[]A00t method[p\"1,p2]2BDictionary`2x-5NaN null[null]AValueTuple`21+s+A+System.Nullable`1[System.Int32]+null00t"),
        ("GET /b", "local[]AMarked00tGenericAttribute`1[System.Int32]old"));

    [Fact]
    public Task Layers_from_the_outside_in() => Generated.Ask("""
        using Microsoft.AspNetCore.Http;
        Serve([typeof(Outer)]);
        [Tags("outer")]
        static class Outer
        {
            [Tags("inner")]
            static class Inner
            {
                [Tags("method"), Get("/")] private static string Show(HttpContext context) => string.Join(" ", context.GetEndpoint()!.Metadata.OfType<TagsAttribute>().SelectMany(tags => tags.Tags));
            }
        }
        """, ("GET /", "outer inner method"));

    [Fact]
    public Task A_route_name_may_contain_quotes() => Generated.Ask("""
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Routing;
        Serve([Show]);
        [Get("/", Name = "the \"home\"")] static string Show(HttpContext context) => context.GetEndpoint()!.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName;
        """, ("GET /", "the \"home\""));
}
