namespace Litestar.Generator.Tests.Shapes;

/// <summary>Code that would break what is generated, if it were written carelessly.</summary>
public sealed class HostileTests
{
    [Fact]
    public Task Experimental_and_obsolete_types() => Generated.Ask("""
        #pragma warning disable
        using System.Diagnostics.CodeAnalysis;
        Serve([typeof(Users)]);
        [Experimental("MINE001")] record New(string Name);
        [Obsolete("old")] record Old(string Name);
        static class Users
        {
            [Get("/new")] public static New A(string name) => new(name);
            [Get("/old"), Obsolete("old")] public static Old B(string name) => new(name);
            [Get("/unsafe"), RequiresUnreferencedCode("x"), RequiresDynamicCode("y")] public static string C() => "c";
        }
        """, ("GET /new?name=a", """{"name":"a"}"""), ("GET /old?name=a", """{"name":"a"}"""), ("GET /unsafe", "c"));

    [Fact]
    public Task Paths_with_quotes_breaks_and_percent_signs() => Generated.Ask("""
        Serve([typeof(Odd)]);
        static class Odd
        {
            [Get("/a\"b\\c")] public static string Quote() => "quote";
            [Get("/line\nbreak\u2028\r {x}")] public static string Line(string x) => "line";
            [Get("/{code:regex(^\\d{{3}}$)}")] public static string Code(string code) => code;
        }
        """, ("GET /a%22b%5Cc", "quote"), ("GET /123", "123"));

    [Fact]
    public Task Services_that_would_make_poor_json() => Generated.Ask("""
        using Microsoft.Extensions.DependencyInjection;
        Serve([typeof(Users)], builder => builder.Services.AddSingleton<Store>().AddSingleton<Session>().AddSingleton<ILoud, Loud>().AddSingleton<Func<int>>(() => 5));
        class Store
        {
            public Store Self => this;
            public nint Handle { get; set; }
            public Action<Span<int>>? Callback { get; set; }
            public Stream? Stream { get; set; }
            public Type Type => typeof(Store);
            public ReadOnlySpan<char> Text => "x";
            public int this[int i] { set { } }
            public Dictionary<Store, Exception>? Errors { get; set; }
            public System.Reflection.MethodInfo? Method;
        }
        class Session : IDisposable { public nint Pointer => 0; [Obsolete("gone", true)] public int Gone { get; set; } public void Dispose() { } }
        record Note(string Text);
        interface ILoud { string Say(); }
        class Loud : ILoud { public string Say() => "loud"; }
        static class Users
        {
            [Post("/")] public static string Save(Store store, Session session, ILoud loud, Func<int> five, Note note) => $"{loud.Say()} {five()} {note.Text}";
        }
        """, ("POST / {\"text\":\"t\"}", "loud 5 t"));

    [Fact]
    public Task A_program_class_with_members_of_its_own() => Generated.Ask("""
        Serve([typeof(Program.Members), Greet]);

        [Get("/local")] static string Greet() => "local";

        partial class Program
        {
            [Get("/method")] private static string Hello(int a = 1) => "method";
            internal static class Members { [Get("/member")] internal static string Greet() => "member"; }
        }
        """, ("GET /local", "local"), ("GET /member", "member"));

    [Fact]
    public Task Extension_methods_iterators_and_expression_bodies() => Generated.Ask("""
        Serve([typeof(Many)]);
        static class Many
        {
            [Get("/this/{id}")] public static string This(this int id) => $"{id}";
            [Get("/iterator")] public static IEnumerable<int> Iterator(int to = 2) { for (var i = 0; i < to; i++) yield return i; }
            [Get("/extern")] public static string Unsafe(nint pointer = 0) => $"{pointer}";
        }
        """, ("GET /this/3", "3"), ("GET /iterator", "[0,1]"), ("GET /extern", "0"));
}
