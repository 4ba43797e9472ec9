using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
namespace Litestar.Conformance.Apps.Shapes.FormObjects;
public enum Shade { Light, Dark }
public record Simple(string Name, int Age = 3, Shade Shade = Shade.Dark, int? Opt = null, string? Note = null);
public class Cls { public required string Name { get; init; } public int Age { get; set; } = 4; public List<string> Tags { get; set; } = ["t"]; public string? Note { get; set; } public Shade? Shade { get; init; } }
public struct St { public St() { A = 9; } public int A { get; set; } public string B { get; set; } = "b"; }
public readonly record struct Rs(int A, int B = 2);
public record Nested(Simple One, Rs Two, Rs? Three = null, List<Rs>? Many = null, Rs[]? Arr = null, Nested? Deep = null);
public record Base(string Name) { public int Age { get; init; } = 1; }
public record Derived(string Name, [Range(1, 5)] int N) : Base(Name);
public record Gen<T>(T A, List<T> B);
public record Renamed([FromForm(Name = "first-name")] string First, [property: FromForm(Name = "zip.code")] string Zip, [FromForm(Name = "a b")] int Sp = 0);
public class Assigned { public Assigned() { Name = "ctor"; } public string Name { get; set; } public int N { get; set; } }
public class PrivateSet { public string Name { get; private set; } = "p"; public int N { get; set; } }
public class Protected { protected Protected() { } public static Protected Make() => new(); public int N { get; set; } }
public record Files(IFormFile One, IFormFile? Two, List<IFormFile> Many, string Name);
public class Vo : IValidatableObject { public int A { get; set; } = 1; [Range(1, 5)] public int B { get; set; } = 1; public IEnumerable<ValidationResult> Validate(ValidationContext c) { if (A == 3) yield return new("Not 3.", ["A"]); } }
public record Lists(int[] A, List<Shade> B, HashSet<string> C, IReadOnlyList<int>? D = null, IEnumerable<Guid>? E = null);
public class Case { public int Id { get; set; } public int ID2 { get; set; } }
public class Virt { public virtual string Name { get; set; } = "v"; } public class Over : Virt { public override string Name { get; set; } = "o"; } public class New : Virt { public new int Name { get; set; } = 3; }
public record struct Missing(string Name);
/// <summary>Objects of every shape, made of the fields of forms.</summary>
[Path("/shapes/forms")]
public static class FormBodies
{
    [Post("/simple")] public static string Simple([FromForm] Simple d) => $"{d}";
    [Post("/cls")] public static string Cls([FromForm] Cls d) => $"{d.Name} {d.Age} {string.Join('|', d.Tags)} {d.Note} {d.Shade}";
    [Post("/st")] public static string St([FromForm] St d) => $"{d.A} {d.B}";
    [Post("/rs")] public static string Rs([FromForm] Rs d) => $"{d.A} {d.B}";
    [Post("/rsnull")] public static string Rsnull([FromForm] Rs? d) => $"{d?.A}";
    [Post("/nested")] public static string Nested([FromForm] Nested d) => $"{d.One.Name} {d.Two.A} {d.Three?.A} {d.Many?.Count} {d.Arr?.Length} {d.Deep?.One.Name}";
    [Post("/derived")] public static string Derived([FromForm] Derived d) => $"{d.Name} {d.Age} {d.N}";
    [Post("/gen")] public static string Gen([FromForm] Gen<int> d) => $"{d.A} {d.B.Count}";
    [Post("/genobj")] public static string Genobj([FromForm] Gen<Rs> d) => $"{d.A.A} {d.B.Count}";
    [Post("/renamed")] public static string Renamed([FromForm] Renamed d) => $"{d.First} {d.Zip} {d.Sp}";
    [Post("/assigned")] public static string Assigned([FromForm] Assigned d) => $"{d.Name} {d.N}";
    [Post("/privateset")] public static string Privateset([FromForm] PrivateSet d) => $"{d.Name} {d.N}";
    [Post("/files")] public static string Files([FromForm] Files d) => $"{d.One.Length} {d.Two?.Length} {d.Many.Count} {d.Name}";
    [Post("/vo")] public static string Vo([FromForm] Vo d) => $"{d.A} {d.B}";
    [Post("/lists")] public static string Lists([FromForm] Lists d) => $"{d.A.Length} {d.B.Count} {d.C.Count} {d.D?.Count} {d.E?.Count()}";
    [Post("/case")] public static string Case([FromForm] Case d) => $"{d.Id} {d.ID2}";
    [Post("/over")] public static string Over([FromForm] Over d) => d.Name;
    [Post("/new")] public static string New([FromForm] New d) => $"{d.Name}";
    [Post("/prefixed")] public static string Prefixed([FromForm(Name = "o")] Simple d, [FromForm] string name) => $"{d.Name} {name}";
    [Post("/two")] public static string Two([FromForm] Simple a, [FromForm] Rs b) => $"{a.Name} {b.A}";
    [Post("/opt")] public static string Opt([FromForm] Simple? a = null) => $"{a?.Name}";
    [Post("/group")] public static string Group([AsParameters] Grp g) => $"{g.Name} {g.Q} {g.O?.A}";
    [Post("/struct-missing")] public static string StructMissing([FromForm] Missing d) => d.Name;
    [Post("/listrs")] public static string Listrs([FromForm(Name = "r")] List<Rs?> d) => $"{d.Count}";
    [Post("/collection")] public static string Collection(IFormCollection f, [FromForm] int? n) => $"{f.Count} {n}";
    [Post("/date")] public static string Date([FromForm] DateOnly d, [FromForm] TimeOnly? t, [FromForm] decimal m = 1.5m) => $"{d:O} {t} {m}";
    [Post("/words")] public static string Words([FromForm(Name = "$filter")] string f, [FromForm(Name = "a[]")] int[] a) => $"{f} {a.Length}";
}
public record Grp([FromForm] string Name, [FromQuery] int Q, [FromForm(Name = "o")] Rs? O = null);
