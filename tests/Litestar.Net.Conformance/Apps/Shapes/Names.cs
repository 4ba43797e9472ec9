namespace Litestar.Conformance.Apps.Shapes.NamesOfOthers.System.Other { public record Thing(int N); }
namespace Litestar.Conformance.Apps.Shapes.NamesOfOthers.System { public class Inner { public int N { get; set; } = 1; } }
namespace Litestar.Conformance.Apps.Shapes.NamesOfOthers.Generated { public record HandlerCode(int N); }
namespace Litestar.Conformance.Apps.Shapes.NamesOfOthers
{
    using Microsoft.AspNetCore.Mvc; using Microsoft.AspNetCore.Http; using global::System.ComponentModel.DataAnnotations;
    public record HttpContext(int N); public record Response(int N); public record Report([Range(1,5)] int N); public record Respond(int N); public record JsonAnswer(int N); public record Func(int N);
    public record Ünïcode(int Größe, [Range(1, 5)] int 数);
    public class _Under { public int _a { get; set; } public int __b { get; set; } [Range(1, 5)] public int @class { get; set; } = 1; }
    public static class Outer { public static class Outer1 { public record Deep(int N); } public record Deep(int N); }
    public partial class Part { public partial record P(int N); } public partial class Part { public partial record P { [Range(1, 5)] public int M { get; set; } = 1; } }
    /// <summary>Names that others bear, and names that C# spells otherwise.</summary>
    [Path("/shapes/names")]
    public static class Named
    {
        [Get("/a")] public static string A(int bind, int context, int form, int result, int call, int setup, int report, int value, int since, int before) => $"{bind + context + form + result + call + setup + report + value + since + before}";
        [Post("/httpcontext")] public static string Httpcontext(HttpContext c) => $"{c.N}";
        [Post("/response")] public static Response Response(Response c) => c;
        [Post("/report")] public static Report Report(Report report) => report;
        [Post("/respond")] public static Respond Respond(Respond respond) => respond;
        [Post("/jsonanswer")] public static JsonAnswer Jsonanswer(JsonAnswer json) => json;
        [Post("/func")] public static Func Func(Func function) => function;
        [Post("/unicode")] public static Ünïcode Unicode(Ünïcode d) => d;
        [Post("/under")] public static _Under Under(_Under d) => d;
        [Post("/deep1")] public static Outer.Deep Deep1(Outer.Outer1.Deep d) => new(d.N);
        [Post("/part")] public static Part.P Part(Part.P d) => d;
        [Post("/system")] public static System.Inner System(System.Inner d) => d;
        [Post("/code")] public static Generated.HandlerCode Code(Generated.HandlerCode d) => d;
        [Post("/thing")] public static System.Other.Thing Thing(System.Other.Thing d) => d;
        [Get("/headers")] public static string Headers([FromHeader] string host, [FromHeader(Name = "x-LOWER")] int a, [FromCookie(Name = "a.b")] string? c = null) => $"{host.Length > 0} {a} {c}";
        [Get("/query")] public static string Query([FromQuery(Name = "$filter")] string f, [FromQuery(Name = "a[]")] int[] a, [FromQuery(Name = "c++")] string? c, [FromQuery(Name = "ü")] string? u = null) => $"{f} {a.Length} {c} {u}";
        [Get("/route/{Id:int}/{some-name}")] public static string Route(int id, [FromRoute(Name = "some-name")] string s) => $"{id} {s}";
        [Get("/catch/{*rest}")] public static string Catch(string? rest) => rest ?? "null";
        [Get("/opt/{a?}")] public static string Opt(int? a) => $"{a}";
        [Get("/def/{a=7}")] public static string Def(int a) => $"{a}";
        [Get("/cmp/{a}.{b}")] public static string Cmp(string a, string b) => $"{a} {b}";
        [Get("/nullableenum")] public static string Nullableenum(DayOfWeek? d, DayOfWeek[] e) => $"{d} {e.Length}";
        [Get("/params")] public static string Params(params int[] ids) => $"{ids.Length}";
        [Get("/asp")] public static string Asp([AsParameters] Grp g, [AsParameters] Grp2 h) => $"{g.A} {g.B} {h.A} {h.In.C}";
        private static class Hidden { [Get("/names-hidden")] private static string NamesHidden(int n = 1) => $"{n}"; }
        public static global::System.Type HiddenType => typeof(Hidden);
        [Get("/guid")] public static string Guid(global::System.Guid g) => $"{g:N}";
    }
    public record Grp(int A, [FromHeader(Name = "X-B")] int B = 2); public record Grp2(int A, [AsParameters] Grp3 In); public struct Grp3 { public Grp3() { } public int C { get; set; } = 5; }
}
