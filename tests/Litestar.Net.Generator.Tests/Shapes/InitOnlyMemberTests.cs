namespace Litestar.Generator.Tests.Shapes;

/// <summary><c>init</c> members of JSON bodies, whose initializers stay where nothing came.</summary>
public sealed class InitOnlyMemberTests
{
    [Fact]
    public Task Initializers_of_a_class_stay() => Generated.Ask("""
        Serve([A]);
        [Post("/")] static Thing A(Thing data) => data;
        class Thing
        {
            public string Name { get; init; } = "x";
            public List<int> Items { get; init; } = [1];
            public required int Id { get; init; }
            public int Count { get; set; } = 3;
            public string? Note { get; init; }
        }
        """,
        ("""POST / {"id":1}""", """{"name":"x","items":[1],"id":1,"count":3,"note":null}"""),
        ("""POST / {"note":"n","items":[],"name":"y","id":2,"count":4}""", """{"name":"y","items":[],"id":2,"count":4,"note":"n"}"""));

    [Fact]
    public Task Nothing_but_init_members() => Generated.Ask("""
        Serve([A]);
        [Post("/")] static Thing A(Thing data) => data;
        class Thing { public string Name { get; init; } = "x"; public DateOnly Day { get; init; } = new(2024, 2, 29); }
        """, ("POST / {}", """{"name":"x","day":"2024-02-29"}"""), ("""POST / {"NAME":"y"}""", """{"name":"y","day":"2024-02-29"}"""));

    [Theory]
    [InlineData("{}", 400)]
    [InlineData("""{"id":1}""", 400)]
    [InlineData("""{"name":"n"}""", 400)]
    [InlineData("""{"id":1,"name":"n"}""", 201)]
    public Task What_has_no_initializer_must_still_come(string body, int status) => Generated.Ask("""
        Serve([A]);
        [Post("/")] static Thing A(Thing data) => data;
        class Thing { public string Name { get; init; } = null!; public int Id { get; init; } public int? Age { get; init; } public string Kept { get; init; } = "k"; }
        """, $"POST / {body}", status, null);

    [Fact]
    public Task A_null_is_refused_where_an_initializer_stands() => Generated.Ask("""
        Serve([A]);
        [Post("/")] static Thing A(Thing data) => data;
        class Thing { public string Name { get; init; } = "x"; }
        """, """POST / {"name":null}""", 400, null);

    [Fact]
    public Task Records_with_a_primary_constructor() => Generated.Ask("""
        Serve([A]);
        [Post("/")] static Person A(Person data) => data;
        record Person(int Id, string Title = "Dr") { public string Name { get; init; } = "x"; public required string City { get; set; } public string[] Tags { get; init; } = ["t"]; }
        """,
        ("""POST / {"id":1,"city":"c"}""", """{"id":1,"title":"Dr","name":"x","city":"c","tags":["t"]}"""),
        ("""POST / {"tags":[],"city":"c","name":"n","title":"Mr","id":2}""", """{"id":2,"title":"Mr","name":"n","city":"c","tags":[]}"""));

    [Fact]
    public Task Init_members_of_structs_keep_their_defaults() => Generated.Ask("""
        Serve([A, B, C]);
        [Post("/a")] static Plain A(Plain data) => data;
        [Post("/b")] static Point B(Point data) => data;
        [Post("/c")] static Within C(Within data) => data;
        struct Plain { public Plain() { } public string Name { get; init; } = "x"; public int Age { get; init; } = 4; public int? Other { get; set; } }
        readonly record struct Point(int X, int Y = 7) { public int Z { get; init; } = 5; public string Name { get; init; } = "p"; }
        record Within(Point? At, Point[] All);
        """,
        ("POST /a {}", """{"name":"x","age":4,"other":null}"""),
        ("""POST /a {"age":5,"other":6,"name":"y"}""", """{"name":"y","age":5,"other":6}"""),
        ("""POST /b {"x":1}""", """{"x":1,"y":7,"z":5,"name":"p"}"""),
        ("""POST /b {"z":3,"y":2,"name":"q","x":1}""", """{"x":1,"y":2,"z":3,"name":"q"}"""),
        ("""POST /c {"at":{"x":1},"all":[{"x":2,"name":"q"}]}""", """{"at":{"x":1,"y":7,"z":5,"name":"p"},"all":[{"x":2,"y":7,"z":5,"name":"q"}]}"""));

    [Fact]
    public Task A_parameter_of_a_struct_must_come() => Generated.Ask("""
        Serve([B]);
        [Post("/b")] static Point B(Point data) => data;
        record struct Point(int X, int Y = 7);
        """, """POST /b {"y":1}""", 400, null);

    [Fact]
    public Task Structs_are_made_by_their_primary_constructors() => Generated.Ask("""
        Serve([B, C, D]);
        [Post("/b")] static Point B(Point data) => data;
        [Post("/c")] static Fixed C(Fixed data) => data;
        [Post("/d")] static Seeded D(Seeded data) => data;
        enum Shade { Light, Dark }
        record struct Point(int X, int Y = 7, Shade Shade = Shade.Dark, decimal? D = 1.5m, string? T = null) { public int Z { get; set; } = 4; }
        readonly struct Fixed(string name, int n = 2) { public string Name { get; } = name; public int N => n; }
        struct Seeded(int seed) { public int? Seed { get; set; } public int? Other { get; set; } = seed; }
        """,
        ("""POST /b {"x":1}""", """{"x":1,"y":7,"shade":1,"d":1.5,"t":null,"z":4}"""),
        ("""POST /b {"z":1,"x":1,"y":2,"shade":0,"d":null,"t":"t"}""", """{"x":1,"y":2,"shade":0,"d":null,"t":"t","z":1}"""),
        ("""POST /c {"name":"a"}""", """{"name":"a","n":2}"""),
        ("""POST /d {"seed":1}""", """{"seed":1,"other":null}"""));

    [Fact]
    public Task Generic_types_nested_and_constrained() => Generated.Ask("""
        Serve([A, B, C]);
        [Post("/a")] static Box<int> A(Box<int> data) => data;
        [Post("/b")] static Outer<string>.Inner<int> B(Outer<string>.Inner<int> data) => data;
        [Post("/c")] static Lined C(Lined data) => data;
        class Box<T> { public T? Value { get; init; } public string Name { get; init; } = "g"; public List<T> All { get; init; } = []; }
        class Outer<T> where T : class, IComparable<T> { public record struct Inner<U>(T A) where U : struct { public U? B { get; init; } = default(U); public Dictionary<string, U> C { get; init; } = new(); } }
        class Lined : Box<Lined.Line> { public record Line(int N) { public int M { get; init; } = 2; } public int Even { get; init; } = 8; }
        """,
        ("POST /a {}", """{"value":0,"name":"g","all":[]}"""),
        ("""POST /a {"all":[1],"value":2}""", """{"value":2,"name":"g","all":[1]}"""),
        ("""POST /b {"a":"x"}""", """{"a":"x","b":0,"c":{}}"""),
        ("""POST /b {"a":"x","b":null,"c":{"k":1}}""", """{"a":"x","b":null,"c":{"k":1}}"""),
        ("""POST /c {"value":{"n":1}}""", """{"even":8,"value":{"n":1,"m":2},"name":"g","all":[]}"""));

    [Fact]
    public Task Inherited_overridden_and_hidden_members() => Generated.Ask("""
        using System.Text.Json.Serialization;
        Serve([A, B]);
        [Post("/a")] static Derived A(Derived data) => data;
        [Post("/b")] static Shape B(Shape data) => data;
        class Start { public virtual string V { get; init; } = "v"; public string W { get; init; } = "w"; public string H { get; init; } = "h"; }
        class Derived : Start { public override string V { get; init; } = "d"; public new int H { get; init; } = 1; [JsonPropertyName("the-name")] public string Named { get; init; } = "n"; [JsonInclude] internal string Kept { get; init; } = "k"; }
        [JsonDerivedType(typeof(Circle), "circle")] abstract record Shape { public string Tag { get; init; } = "t"; }
        record Circle(double Radius) : Shape { public int Sides { get; init; } = 1; }
        """,
        ("POST /a {}", """{"v":"d","h":1,"the-name":"n","kept":"k","w":"w"}"""),
        ("""POST /a {"v":"1","w":"2","h":3,"the-name":"4","kept":"5"}""", """{"v":"1","h":3,"the-name":"4","kept":"5","w":"2"}"""),
        ("""POST /b {"$type":"circle","radius":1}""", """{"$type":"circle","radius":1,"sides":1,"tag":"t"}"""));

    [Fact]
    public Task Constructors_that_json_is_told_of() => Generated.Ask("""
        using System.Text.Json.Serialization;
        Serve([A]);
        [Post("/a")] static Thing A(Thing data) => data;
        class Thing
        {
            public Thing() { }
            [JsonConstructor] public Thing(int @class, string note = "n") { Class = @class; Note = note; }
            public int Class { get; }
            public string Note { get; }
            public required string Title { get; init; }
            public string Text { get; init; } = "s";
        }
        """, ("""POST /a {"class":1,"title":"a"}""", """{"class":1,"note":"n","title":"a","text":"s"}"""));

    [Fact]
    public Task An_extension_member_may_be_init() => Generated.Ask("""
        using System.Text.Json;
        using System.Text.Json.Serialization;
        Serve([A]);
        [Post("/a")] static Thing A(Thing data) => data;
        class Thing { public int Id { get; init; } = 3; [JsonExtensionData] public Dictionary<string, JsonElement>? More { get; init; } }
        """, ("""POST /a {"x":1}""", """{"id":3,"x":1}"""));
}
