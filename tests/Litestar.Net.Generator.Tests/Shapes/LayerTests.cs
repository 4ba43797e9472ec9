namespace Litestar.Generator.Tests.Shapes;

/// <summary>Layers of every kind and place, in programs of their own.</summary>
public sealed class LayerTests
{
    [Fact]
    public async Task The_assembly_is_the_outermost_layer_in_the_source()
    {
        using var app = Running.Start("""
            // file: Assembly.cs
            using Microsoft.AspNetCore.Http;
            [assembly: Guard(nameof(Outside.Guard)), Before(nameof(Outside.Before)), After(nameof(Outside.After)), Provide(nameof(Outside.Make)), OnError(nameof(Outside.Answer), Status = 418)]
            [assembly: Middleware(nameof(Outside.Around)), ResponseHeader("X-Outside", "1"), ResponseHeader("X-Both", "outside"), Note("assembly"), System.Reflection.AssemblyMetadata("a", "b"), CLSCompliant(false)]
            static class Outside
            {
                public static void Guard(HttpContext context) => context.Say("guard");
                public static void Before(HttpContext context) => context.Say("before");
                public static void After(HttpContext context) { context.Say("after"); context.Response.Headers["X-Said"] = context.Items["said"] as string; }
                public static Thing Make() => new("outside");
                public static string Answer(NotSupportedException error) => error.Message;
                public static Task Around(HttpContext context, RequestDelegate next) { context.Say("around"); return next(context); }
                public static void Say(this HttpContext context, string word) => context.Items["said"] = context.Items["said"] is string said ? $"{said} {word}" : word;
            }
            record Thing(string Name);
            [AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Method)] class NoteAttribute(string text) : Attribute { public string Text => text; }
            // file: Program.cs
            using Microsoft.AspNetCore.Http;
            Serve([typeof(Inside), Local]);
            [Get("/local")] static string Local(Thing thing) => thing.Name;
            [ResponseHeader("X-Both", "inside"), Note("class")]
            static class Inside
            {
                [Get("/a")] public static string A(Thing thing) => thing.Name;
                [Get("/near"), Provide(nameof(Nearer)), Before(nameof(Own))] public static string Near(Thing thing) => thing.Name;
                [Get("/fails")] public static string Fails() => throw new NotSupportedException("answered");
                [Get("/notes"), Note("function")] public static string Notes(HttpContext context) => string.Join(' ', context.GetEndpoint()!.Metadata.GetOrderedMetadata<NoteAttribute>().Select(note => note.Text)) + context.GetEndpoint()!.Metadata.OfType<System.Reflection.AssemblyMetadataAttribute>().Count();
                static Thing Nearer() => new("near");
                static void Own(HttpContext context) => context.Say("own");
            }
            """);

        await app.Ask("GET /local", 200, "outside");
        await app.Ask("GET /near", 200, "near");
        await app.Ask("GET /fails", 418, "answered");
        await app.Ask("GET /notes", 200, "assembly class function0");
        using var a = await app.Send("GET /a");
        using var near = await app.Send("GET /near");
        Assert.Equal(["1", "inside", "around guard before after"], ((string[])["X-Outside", "X-Both", "X-Said"]).Select(name => a.Headers.GetValues(name).Single()));
        Assert.Equal("around guard own after", near.Headers.GetValues("X-Said").Single());
    }

    [Fact]
    public Task Tags_of_all_layers_add_up() => Generated.Ask("""
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Http.Metadata;
        Serve([typeof(A), HandlerList.Under("/list", [A.Plain, A.B.Show], layer => layer.Metadata(new TagsAttribute("list")))]);
        [Tags("a", "both")]
        static class A
        {
            [Get("/plain")] public static string Plain(HttpContext context) => Tags(context);
            [Tags("b")] public static class B { [Get("/b"), Tags("function", "both")] public static string Show(HttpContext context) => Tags(context); }
            static string Tags(HttpContext context) => string.Join(' ', context.GetEndpoint()!.Metadata.GetMetadata<ITagsMetadata>()!.Tags) + " " + context.GetEndpoint()!.Metadata.GetOrderedMetadata<ITagsMetadata>().Count;
        }
        """,
        ("GET /plain", "a both 1"), ("GET /b", "a both b function 1"), ("GET /list/plain", "list a both 1"), ("GET /list/b", "list a both b function 1"));

    [Fact]
    public Task Names_that_generated_code_uses_itself() => Generated.Ask("""
        using Microsoft.AspNetCore.Http;
        Serve([typeof(A)]);
        record Kept(string Name); record Made(string Name);
        static class A
        {
            [Get("/a"), Provide(nameof(kept)), Provide(nameof(result)), Provide(nameof(@new)), Guard(nameof(bind)), Before(nameof(Invoke)), After(nameof(Respond)), OnError(nameof(exception)), AfterResponse(nameof(context))]
            public static string Answer(Kept made, Made exception, int @new) => made.Name + exception.Name + @new;
            static Kept kept(Made bind) => new("k" + bind.Name);
            static Made result(string context = "c") => new(context);
            static int @new() => 7;
            static bool bind(Kept kept, Made result) => kept.Name != result.Name;
            static void Invoke(Kept context) { }
            static void Respond(Made setup, HttpResponse response) { }
            static string exception(NotSupportedException context, Kept kept) => kept.Name + context.Message;
            static void context(Kept result, Made @new) { }
        }
        """,
        ("GET /a", "kcc7"));

    [Fact]
    public Task Private_functions_of_every_kind_and_types_of_every_shape() => Generated.Ask("""
        using Microsoft.AspNetCore.Http;
        Serve([typeof(A)]);
        record Box<T>(T Value);
        static class A
        {
            [Get("/a"), Provide(nameof(Boxed)), Provide(nameof(Pairs)), Provide(nameof(Tuple)), Provide(nameof(Call)), Provide(nameof(Later))]
            public static string Show(Box<int> box, Dictionary<string, int[]> pairs, (int A, string B) tuple, Func<int> call, Box<string> later) => $"{box.Value}{pairs["x"].Length}{tuple.B}{call()}{later.Value}";
            private static Box<int> Boxed(params int[] n) => new(n.Sum());
            private static Dictionary<string, int[]> Pairs() => new() { ["x"] = [1, 2] };
            private static (int A, string B) Tuple() => (1, "t");
            private static Func<int> Call() => () => 5;
            private static async ValueTask<Box<string>> Later(Box<int> box) { await Task.Yield(); return new($"l{box.Value}"); }
            [Guard(nameof(Names.Guard))]
            public static class In { [Get("/in"), Guard(nameof(Guard))] public static string Show() => "in"; private static bool Guard() => true; }
        }
        static class Names { internal static bool Guard() => true; }
        """,
        ("GET /a?n=1&n=2", "32t5l3"), ("GET /in", "in"));

    [Fact]
    public Task One_function_in_several_lists_has_the_layers_of_each() => Generated.Ask("""
        using Microsoft.AspNetCore.Http;
        Serve([A.Show, HandlerList.Under("/one", [A.Show], layer => layer.Provide(_ => new Thing("one"))), HandlerList.Under("/two", [HandlerList.Under("/in", [A.Show], layer => layer.Provide(_ => new Thing("in")))], layer => layer.Provide(_ => new Thing("two")).Guard(context => context.Request.Query.ContainsKey("key")))], builder => builder.Options.Provide(_ => new Thing("app")));
        record Thing(string Name);
        static class A { [Get("/a", "/b")] public static string Show(Thing thing) => thing.Name; }
        """,
        ("GET /a", "app"), ("GET /b", "app"), ("GET /one/a", "one"), ("GET /two/in/b?key=1", "in"));
}
