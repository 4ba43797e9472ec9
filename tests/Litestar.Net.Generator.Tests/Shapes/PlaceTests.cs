namespace Litestar.Generator.Tests.Shapes;

/// <summary>Where a handler may stand, and how the generated code reaches it.</summary>
public sealed class PlaceTests
{
    [Fact]
    public Task A_local_function_of_the_program() => Generated.Ask("""
        Serve([Greet]);

        [Get("/greet")]
        static string Greet(string name) => $"Hi, {name}!";
        """, ("GET /greet?name=Bob", "Hi, Bob!"));

    [Fact]
    public Task Static_classes_in_static_classes() => Generated.Ask("""
        Serve([typeof(Shop)]);

        [Path("/shop")]
        static class Shop
        {
            [Get] static string Index() => "shop";

            [Path("items")]
            internal static class Items
            {
                [Get("{id:int}")] public static int Find(int id) => id;

                [Path("/old/")]
                private static class Old
                {
                    [Get("/{id:int}")] private static int Find(int id) => -id;
                }
            }
        }
        """, ("GET /shop", "shop"), ("GET /shop/items/3", "3"), ("GET /shop/items/old/3", "-3"));

    [Fact]
    public Task Private_methods_of_every_signature() => Generated.Ask("""
        Serve([typeof(Secrets)], builder => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<Clock>(builder.Services));

        class Clock { public int Year => 1999; }
        record Note(string Text, int[] Marks);

        static class Secrets
        {
            [Get("/a")] private static int Year(Clock clock, int add = 1) => clock.Year + add;
            [Post("/b")] private static async Task<Note> Echo(Note note) { await Task.Yield(); return note; }
            [Get("/c")] private static List<Dictionary<string, Note?>> Deep(string[] texts) => [texts.ToDictionary(text => text, text => (Note?)new Note(text, [1]))];
            [Delete("/d")] private static void Nothing() { }
        }
        """, ("GET /a", "2000"), ("GET /a?add=2", "2001"), ("POST /b {\"text\":\"x\",\"marks\":[1,2]}", """{"text":"x","marks":[1,2]}"""), ("GET /c?texts=q", """[{"q":{"text":"q","marks":[1]}}]"""));

    [Fact]
    public Task Classes_of_one_name_in_two_namespaces() => Generated.Ask("""
        // file: Program.cs
        Serve([typeof(Blue.Users), typeof(Green.Users)]);
        // file: Blue.cs
        namespace Blue;
        static class Users { [Get("/blue")] public static string Who() => "blue"; }
        // file: Green.cs
        namespace Green;
        static class Users { [Get("/green")] public static string Who() => "green"; }
        """, ("GET /blue", "blue"), ("GET /green", "green"));

    [Fact]
    public Task Overloads_are_told_apart_by_their_parameters() => Generated.Ask("""
        Serve([typeof(Things)]);

        static class Things
        {
            [Get("/none")] public static string Find() => "none";
            [Get("/int/{id}")] public static string Find(int id) => $"int {id}";
            [Get("/text/{id}")] public static string Find(string id) => $"text {id}";
            [Get("/two/{id}")] public static string Find(int id, int page = 1) => $"two {id} {page}";
            public static string Many(string[] ids) => "array";
            [Get("/many")] public static string Many(IReadOnlyList<string> ids) => "list";
        }
        """, ("GET /none", "none"), ("GET /int/1", "int 1"), ("GET /text/1", "text 1"), ("GET /two/1", "two 1 1"), ("GET /many?ids=1", "list"));

    [Fact]
    public Task An_overload_on_the_list() => Generated.Ask("""
        Serve([(Func<string, string>)Things.Find]);

        static class Things
        {
            [Get("/int/{id}")] public static string Find(int id) => $"int {id}";
            [Get("/text/{id}")] public static string Find(string id) => $"text {id}";
        }
        """, ("GET /text/1", "text 1"));

    [Fact]
    public Task Local_functions_of_one_name_in_several_methods() => Generated.Ask("""
        Serve([..One.List(), ..Two.List(), ..Two.More(3)]);

        static class One
        {
            public static HandlerList List()
            {
                return [Show];
                [Get("/one")] static string Show() => "one";
            }
        }
        static class Two
        {
            public static HandlerList List()
            {
                return [Show];
                [Get("/two")] static string Show(int a = 2) => $"two {a}";
            }
            public static HandlerList More(int x)
            {
                return [Show];
                [Get("/more")] static string Show(params string[] a) => $"more {a.Length}";
            }
        }
        """, ("GET /one", "one"), ("GET /two", "two 2"), ("GET /more?a=1&a=2", "more 2"));

    [Fact]
    public Task Local_functions_deep_inside() => Generated.Ask("""
        Serve([..new Deep().List, ..Deep.Of(), ..Deep.Field()]);

        class Deep
        {
            public HandlerList List { get; }
            public Deep()
            {
                List = [Show];
                [Get("/constructor")] static string Show() => "constructor";
            }
            public static HandlerList Of()
            {
                return Inner();
                static HandlerList Inner()
                {
                    return [Show];
                    [Get("/inner")] static string Show() => "inner";
                }
            }
            public static readonly Func<HandlerList> Field = () =>
            {
                return [Show];
                [Get("/lambda")] static string Show() => "lambda";
            };
        }
        """, ("GET /constructor", "constructor"), ("GET /inner", "inner"), ("GET /lambda", "lambda"));

    [Fact]
    public Task A_local_function_in_a_lambda_of_the_program() => Generated.Ask("""
        Func<HandlerList> make = () =>
        {
            return [Show];
            [Get("/lambda")] static string Show() => "lambda";
        };
        Serve(make());
        """, ("GET /lambda", "lambda"));

    [Fact]
    public Task Classes_local_to_their_file() => Generated.Ask("""
        Serve([typeof(Here)]);

        file static class Here
        {
            [Get("/public")] public static string Public(int a = 1) => $"public {a}";
            [Get("/private")] private static string Private() => "private";
        }
        """, ("GET /public", "public 1"), ("GET /private", "private"));

    [Fact]
    public Task Interfaces_structs_records_and_partial_classes() => Generated.Ask("""
        Serve([typeof(IShow), typeof(Point), typeof(Plain), typeof(Parts)]);

        interface IShow { [Get("/interface")] public static string Show() => "interface"; [Get("/hidden")] private static string Hidden() => "hidden"; }
        record struct Point(int X) { [Get("/struct")] public static Point Show(int x) => new(x); }
        class Plain { [Get("/plain")] internal static string Show() => "plain"; [Get("/protected")] protected static string Mine() => "protected"; }
        static partial class Parts { [Get("/partial")] public static partial string Show(int a = 1); }
        static partial class Parts { public static partial string Show(int a) => $"partial {a}"; }
        """, ("GET /interface", "interface"), ("GET /hidden", "hidden"), ("GET /struct?x=1", """{"x":1}"""), ("GET /plain", "plain"), ("GET /protected", "protected"), ("GET /partial", "partial 1"));

    [Fact]
    public Task Names_that_differ_in_case_or_in_their_dots() => Generated.Ask("""
        // file: Program.cs
        Serve([typeof(A.B_C), typeof(A_B.C)]);
        // file: A.cs
        namespace A { static class B_C { [Get("/1")] public static string Show() => "1"; [Get("/2")] public static string show() => "2"; } }
        namespace A_B { static class C { [Get("/3")] public static string Show() => "3"; } }
        """, ("GET /1", "1"), ("GET /2", "2"), ("GET /3", "3"));

    [Fact]
    public async Task A_library()
    {
        var library = Build.Of("""
            namespace Shop;

            public record Item(string Name);
            public static class Module
            {
                public static HandlerList Handlers => [Items, typeof(Hidden)];
                [Get("/items")] private static Item[] Items() => [new("tea")];
                private static class Hidden { [Get("/hidden")] private static Item Show(int a = 1) => new("hidden"); }
            }
            """);
        Assert.True(library.Problems.IsEmpty, library.Explain());
        var program = Build.Of("""
            Serve([HandlerList.Under("/shop", Shop.Module.Handlers), Own]);
            [Get("/own")] static Shop.Item Own() => new("own");
            """, new Project { References = [library.Compilation.ToMetadataReference()] });
        Assert.True(program.Problems.IsEmpty, program.Explain());

        using var app = Running.Start(program, library);
        await app.Ask("GET /shop/items", 200, """[{"name":"tea"}]""");
        await app.Ask("GET /shop/hidden", 200, """{"name":"hidden"}""");
        await app.Ask("GET /own", 200, """{"name":"own"}""");
    }
}
