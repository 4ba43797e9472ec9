namespace Litestar.Generator.Tests.Shapes;

/// <summary>JSON of every kind, without reflection: what generated metadata lacks would show.</summary>
public sealed class JsonTests
{
    [Fact]
    public Task Attributes_of_the_serializer() => Generated.Ask("""
        using System.Text.Json.Serialization;
        Serve([Echo]);
        [Post("/")] static Thing Echo(Thing data) => data;

        class Thing
        {
            [JsonPropertyName("the-name")] public required string Name { get; init; }
            [JsonIgnore] public string Hidden => "h";
            [JsonInclude] internal int Kept = 1;
            [JsonConverter(typeof(JsonStringEnumConverter<Color>))] public Color Color { get; set; }
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Absent { get; set; }
            [JsonExtensionData] public Dictionary<string, System.Text.Json.JsonElement>? More { get; set; }
            public Thing? Next { get; set; }
        }
        enum Color { Red, Green }
        """, ("""POST / {"the-name":"a","color":"Green","other":[1],"next":{"the-name":"b","color":"Red"}}""", """{"the-name":"a","color":"Green","next":{"the-name":"b","color":"Red","next":null,"kept":1},"kept":1,"other":[1]}"""));

    [Fact]
    public Task A_polymorphic_body_is_read_by_its_discriminator() => Generated.Ask("""
        using System.Text.Json.Serialization;
        Serve([Echo, All]);
        [Post("/")] static Shape Echo(Shape shape) => shape;
        [Get("/all")] static IEnumerable<Shape> All() => [new Circle(1), new Square(2)];

        [JsonDerivedType(typeof(Circle), "circle"), JsonDerivedType(typeof(Square), "square")]
        abstract record Shape;
        record Circle(double Radius) : Shape;
        record Square(double Side) : Shape;
        """, ("""POST / {"$type":"circle","radius":1}""", """{"$type":"circle","radius":1}"""), ("GET /all", """[{"$type":"circle","radius":1},{"$type":"square","side":2}]"""));

    [Fact]
    public Task Namesakes_in_two_namespaces_of_one_graph() => Generated.Ask("""
        // file: Program.cs
        using Microsoft.AspNetCore.Http.HttpResults;
        Serve([Both, Lists, Typed]);
        [Get("/both")] static Root Both() => new(new(1, [new("a")], Blue.Kind.One), new("g", new() { ["k"] = new(2, [], Blue.Kind.One) }, Green.Kind.Two), new(new Blue.Item(3, [], null)), new(new Green.Item("h", null, null)), new(5));
        [Get("/lists")] static Dictionary<string, List<Green.Item>> Lists(int a = 1) => new() { ["x"] = [new("y", null, null)] };
        [Get("/typed")] static Ok<Blue.Item[]> Typed() => Microsoft.AspNetCore.Http.TypedResults.Ok(new Blue.Item[] { new(1, [], null) });
        record Root(Blue.Item Blue, Green.Item Green, Box<Blue.Item> BlueBox, Box<Green.Item> GreenBox, Outer.Item Inner);
        record Box<T>(T Value);
        class Outer { public record Item(int Deep); }
        // file: Blue.cs
        namespace Blue;
        public record Item(int Id, List<Part> Parts, Kind? Kind);
        public record Part(string Name);
        public enum Kind { One }
        // file: Green.cs
        namespace Green;
        public record Item(string Id, Dictionary<string, Blue.Item>? Parts, Kind? Kind);
        public enum Kind { One, Two }
        """,
        ("GET /both", """{"blue":{"id":1,"parts":[{"name":"a"}],"kind":0},"green":{"id":"g","parts":{"k":{"id":2,"parts":[],"kind":0}},"kind":1},"blueBox":{"value":{"id":3,"parts":[],"kind":null}},"greenBox":{"value":{"id":"h","parts":null,"kind":null}},"inner":{"deep":5}}"""),
        ("GET /lists", """{"x":[{"id":"y","parts":null,"kind":null}]}"""),
        ("GET /typed", """[{"id":1,"parts":[],"kind":null}]"""));

    [Fact]
    public Task Namesakes_among_derived_types_and_base_members() => Generated.Ask("""
        // file: Program.cs
        Serve([All]);
        [Get("/")] static Blue.Shape[] All() => [new Blue.Circle { Tag = new("t"), Radius = new(1) }, new Green.Circle { Tag = new("u"), Tags = [new("v")] }];
        // file: Blue.cs
        using System.Text.Json.Serialization;
        namespace Blue
        {
            [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind"), JsonDerivedType(typeof(Circle), "blue"), JsonDerivedType(typeof(Green.Circle), "green")]
            public abstract class Shape { public Tag? Tag { get; set; } }
            public class Circle : Shape { public Size? Radius { get; set; } }
            public record Tag(string Text);
            public record Size(int Value);
        }
        namespace Green
        {
            public class Circle : Blue.Shape { public Tag[]? Tags { get; set; } }
            public record Tag(string Name);
        }
        """, ("GET /", """[{"kind":"blue","radius":{"value":1},"tag":{"text":"t"}},{"kind":"green","tags":[{"name":"v"}],"tag":{"text":"u"}}]"""));

    [Fact]
    public Task Generics_nested_in_generics() => Generated.Ask("""
        Serve([One, Two]);
        [Get("/1")] static Outer<int>.Inner<string> One() => new(1, "a");
        [Get("/2")] static Outer<string>.Inner<int>[] Two() => [new("a", 1)];
        class Outer<T> { public record Inner<U>(T A, U B); }
        """, ("GET /1", """{"a":1,"b":"a"}"""), ("GET /2", """[{"a":"a","b":1}]"""));

    [Fact]
    public Task Recursion_structs_nullables_and_tuples_within() => Generated.Ask("""
        Serve([Echo]);
        [Post("/")] static Node Echo(Node node) => node;
        record Node(int? Value, Point? Point, Node[]? Children, Dictionary<string, object?>? More, Lazy<string>? Lazy = null);
        readonly record struct Point(double X, double Y);
        """, ("""POST / {"value":1,"point":{"x":1,"y":2},"children":[{"value":null,"point":null,"children":null,"more":null}],"more":null}""", """{"value":1,"point":{"x":1,"y":2},"children":[{"value":null,"point":null,"children":null,"more":null,"lazy":null}],"more":null,"lazy":null}"""));

    [Fact]
    public Task Collections_of_the_users_own() => Generated.Ask("""
        // file: Program.cs
        Serve([All, Named]);
        [Get("/")] static Things All() => [new("a")];
        [Get("/named")] static Dictionary<string, Other.Thing> Named() => new() { ["k"] = new(1) };
        class Things : List<Thing>;
        record Thing(string Name);
        // file: Other.cs
        namespace Other;
        record Thing(int Id);
        """, ("GET /", """[{"name":"a"}]"""), ("GET /named", """{"k":{"id":1}}"""));

    [Fact]
    public Task Members_without_setters_that_a_constructor_fills() => Generated.Ask("""
        Serve([A, B, C]);
        [Post("/a")] static Plain A(Plain data) => data;
        [Post("/b")] static Point B(Point data) => data;
        [Post("/c")] static Dictionary<string, int>[] C(Pairs data) => [new(data.All)];
        class Plain(string name, int age = 3) { public string Name { get; } = name; public int Age => age; }
        readonly struct Point { [System.Text.Json.Serialization.JsonConstructor] public Point(int x) => X = x; public int X { get; } }
        record Pairs(KeyValuePair<string, int>[] All);
        """, ("""POST /a {"name":"x"}""", """{"name":"x","age":3}"""), ("""POST /b {"x":1}""", """{"x":1}"""), ("""POST /c {"all":[{"key":"k","value":2}]}""", """[{"k":2}]"""));

    [Fact]
    public Task A_member_without_a_setter_is_required_too() => Generated.Ask("""
        Serve([A]);
        [Post("/a")] static Plain A(Plain data) => data;
        class Plain(string name) { public string Name { get; } = name; }
        """, "POST /a {}", 400, null);

    [Fact]
    public Task Members_that_clash_with_the_contexts_own() => Generated.Ask("""
        Serve([Show, More, Text]);
        [Get("/")] static Default Show() => new(new GeneratedSerializerOptions(1), new Options("a"), new HandlerJson(2));
        [Get("/more")] static HandlerTable More() => new([new String("x")]);
        [Get("/text")] static Int32 Text() => new(3);
        record Default(GeneratedSerializerOptions A, Options B, HandlerJson C);
        record GeneratedSerializerOptions(int X);
        record Options(string X);
        record HandlerJson(int X);
        record HandlerTable(String[] Texts);
        record String(string Text);
        record Int32(int Value);
        """, ("GET /", """{"a":{"x":1},"b":{"x":"a"},"c":{"x":2}}"""), ("GET /more", """{"texts":[{"text":"x"}]}"""), ("GET /text", """{"value":3}"""));

    [Theory]
    [InlineData("""{"a":"in_progress","b":{"Done":[1,"InProgress"]},"c":"started"}""", 201)]
    [InlineData("""{"a":"in-progress","b":{},"c":1}""", 400)]
    [InlineData("""{"a":1,"b":{},"c":1}""", 201)]
    [InlineData("""{"a":2,"b":{},"c":1}""", 400)]
    [InlineData("""{"a":1,"b":{"2":[]},"c":1}""", 400)]
    [InlineData("""{"a":1,"b":{},"c":2}""", 400)]
    [InlineData("""{"a":1,"b":{},"c":0,"d":"in_progress"}""", 201)]
    [InlineData("""{"a":1,"b":{},"c":0,"d":9}""", 400)]
    public async Task A_converter_of_the_users_own_reads_enums_and_what_no_member_has_is_refused(string body, int status)
    {
        using var app = Running.Start("""
            using System.Text.Json;
            using System.Text.Json.Serialization;
            using Microsoft.Extensions.DependencyInjection;
            Serve([Echo], builder => builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter<A>(JsonNamingPolicy.SnakeCaseLower))));
            [Post("/")] static string Echo(Thing data) => "";
            record Thing(A A, Dictionary<B, B[]> B, [property: JsonConverter(typeof(Lower))] C C, A? D = null);
            enum A { InProgress, Done }
            enum B { InProgress, Done }
            enum C { Started, Done }
            class Lower() : JsonStringEnumConverter<C>(JsonNamingPolicy.SnakeCaseLower);
            """);
        await app.Ask($"POST / {body}", status, null);
    }
}
