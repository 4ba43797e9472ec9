namespace Litestar.CodeFixes.Tests;

/// <summary>A handler is not static.</summary>
public sealed class LIT301FixTests
{
    [Fact]
    public Task A_method() => Fixed.Verify("LIT301",
        """class Users { const int Size = 3; [Get("/users")] public string List(string q) => $"{q.Length} {Size} {new Point { X = 1 }.X}"; } class Point { public int X { get; set; } }""",
        "Make it static",
        """class Users { const int Size = 3; [Get("/users")] public static string List(string q) => $"{q.Length} {Size} {new Point { X = 1 }.X}"; } class Point { public int X { get; set; } }""");

    [Fact]
    public Task A_local_function() => Fixed.Verify("LIT301", """
        LitestarApp.Create([Greet]).Run();

        [Get("/greet")]
        string Greet(string name) => $"Hi, {name}!";
        """, "Make it static", """
        LitestarApp.Create([Greet]).Run();

        [Get("/greet")]
        static string Greet(string name) => $"Hi, {name}!";
        """);

    [Theory]
    [InlineData("_all.Count")]
    [InlineData("this.Count()")]
    [InlineData("Count()")]
    public Task What_needs_its_instance_is_left_to_its_author(string value) => Fixed.Offers("LIT301",
        $$"""class Users { readonly List<int> _all = []; int Count() => _all.Count; [Get("/users")] public int List() => {{value}}; }""");

    [Fact]
    public Task And_what_needs_a_variable() => Fixed.Offers("LIT301", """
        var all = new List<int>();
        HandlerList list = [Show];
        [Get("/")] int Show() => all.Count;
        """);
}
