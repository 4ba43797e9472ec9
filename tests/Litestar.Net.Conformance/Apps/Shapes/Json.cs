#pragma warning disable IL2026 // As in Rules.cs: .NET marks the constructors of these attributes.
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;
namespace Litestar.Conformance.Apps.Shapes.Json;

public record Names([property: JsonPropertyName("a.b")] int AB, [property: JsonPropertyName("c d")] int CD, [property: JsonPropertyName("e[0]")] int E, [property: JsonPropertyName("ü\"'")] int U);
public record RuledNames([property: JsonPropertyName("a.b")][Range(1, 5)] int AB, [property: JsonPropertyName("c d")][Range(1, 5)] int CD);
public class Virtual { [Range(1, 5)] public virtual int N { get; set; } = 1; }
public class Override : Virtual { public override int N { get; set; } = 2; }
public class OverrideNew : Virtual { [Range(1, 9)] public override int N { get; set; } = 2; }
public class Hidden : Virtual { public new string N { get; set; } = "x"; }
public abstract class AbstractBase<T> { public required T Value { get; set; } public List<T> More { get; init; } = []; }
public class Concrete : AbstractBase<string>;
public class ConcreteNull : AbstractBase<string?>;
public record Page<T>(T[] Items, int Total = 0);
public record Outer<T>(Outer<T>.Inner One) { public record Inner([property: Range(1, 5)] int N, T Extra); }
public record struct Point(int X, int Y = 3);
public struct Plain { public int A { get; set; } public string B { get; init; } public Plain() { A = 4; B = "b"; } }
public readonly struct Ro(int a) { public int A { get; } = a; }
public record Nulls(string?[] A, List<string?> B, Dictionary<string, string?> C, Dictionary<string, List<string>> D, string[]?[] E);
public record Deep(Dictionary<string, Dictionary<string, List<Point?>>> A);
public class Fields { [JsonInclude] public int A; public int B; [JsonInclude, Range(1, 5)] public int C = 1; }
public class Internals { [JsonInclude] internal int A { get; set; } [JsonInclude, Range(1, 5)] internal int B { get; set; } = 1; public int C { get; private set; } = 3; }
public class Getter { public int A { get; } = 7; public List<int> L { get; } = [1]; }
public class Ctor { [JsonConstructor] public Ctor(int a, string b = "b") { A = a; B = b; } public Ctor(string b) { A = 0; B = b; } public int A { get; } public string B { get; } }
public record Rec(int A, Rec? Next = null, List<Rec>? All = null);
public interface IHas { int A { get; } }
public record Has(int A) : IHas;
[JsonDerivedType(typeof(Cat), "cat"), JsonDerivedType(typeof(Dog), 2), JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")] public abstract record Pet(string Name);
public record Cat(string Name, [Range(1, 9)] int Lives) : Pet(Name);
public record Dog(string Name, bool Good = true) : Pet(Name);
public record Zoo(List<Pet> Pets, Dictionary<string, Pet?> ByName, Pet? Best = null);
public enum E1 { A, B = 5 } public enum E2 : long { Big = long.MaxValue } [Flags] public enum F { R = 1, W = 2 }
[JsonConverter(typeof(JsonStringEnumConverter<E3>))] public enum E3 { [JsonStringEnumMemberName("in-progress")] InProgress, Done }
public record Enums(E1 A, E2? B, F[] C, Dictionary<E1, E3> D, E3 X = E3.Done);
public record Times(DateTime A, DateTimeOffset B, DateOnly C, TimeOnly D, TimeSpan G, Guid H, Uri I, Version J);
public record Numbers(byte A, sbyte B, short C, ushort D, uint G, ulong H, float I, double J, decimal K, Int128 L, Half M, char N);
public record Sets(HashSet<int> A, Queue<int> C, Stack<int> D, LinkedList<int> G, System.Collections.Immutable.ImmutableArray<int> H, System.Collections.Immutable.ImmutableDictionary<string, int> I, SortedDictionary<string, int> J, IList<int> K, ICollection<int> L, IDictionary<string, int> M);
public record Any(JsonElement A, object? B, JsonDocument? C, System.Text.Json.Nodes.JsonNode? D, System.Text.Json.Nodes.JsonObject? G);
public class Extra { public int A { get; set; } [JsonExtensionData] public Dictionary<string, JsonElement>? More { get; set; } }
public record Bytes(byte[] A, Memory<byte> B, ReadOnlyMemory<byte> C);
public class Ordered { public required int Z { get; set; } public required int A { get; set; } }
public class Snake { public int LongName { get; set; } [Range(1, 5)] public int OtherName { get; set; } = 1; public string Text_Value { get; set; } = "t"; }
public record Validated(int A) : IValidatableObject { public IEnumerable<ValidationResult> Validate(ValidationContext c) { if (A == 3) yield return new("Not 3.", ["A"]); if (A == 4) yield return new("Whole."); } }
public record Holder(Validated One, List<Validated> Many, Validated? None = null);
[AttributeUsage(AttributeTargets.All)] public class EvenAttribute : ValidationAttribute { protected override ValidationResult? IsValid(object? v, ValidationContext c) => v is int n && n % 2 == 1 ? new ValidationResult($"{c.DisplayName} {c.MemberName} odd", [c.MemberName!]) : null; }
public record Custom([Even] int A, [Even, Display(Name = "Bee")] int B) { [Even] public int C { get; init; } }
public record Compare(string A, [property: Compare("A")] string B);
public class Oblivious
{
#nullable disable
    public string A { get; set; }
    public List<string> B { get; set; }
#nullable restore
    public string C { get; set; } = null!;
}
public record Defaults(int A = 5, string B = "b", E1 C = E1.B, double D = 1.5, bool X = true, char Y = 'y', long? Z = 3, decimal M = 1.1m, DateOnly? T = null, string? N = null, Point P = default);
public class Inits { public int A { get; init; } = 1; public required string B { get; init; } public Point? C { get; init; } = new(1); public IReadOnlyList<int> D { get; init; } = [1]; public string? G { get; init; } }
public sealed class Lines : List<Point>; public sealed class Map : Dictionary<string, Point>;
public record Own(Lines A, Map B);
public record Ignored([property: JsonIgnore] int A, int B) { [JsonIgnore] public string C { get; set; } = "c"; [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? D { get; set; } }
public record NumberText([property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] int A, int B);
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)] public record Strict(int A);
[JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public class Populated { public List<int> A { get; } = [1]; }

/// <summary>Bodies of types of every shape.</summary>
[Path("/shapes/json")]
public static class Bodies
{
    [Post("/names")] public static Names Names(Names d) => d;
    [Post("/rulednames")] public static RuledNames Rulednames(RuledNames d) => d;
    [Post("/override")] public static Override Override(Override d) => d;
    [Post("/overridenew")] public static OverrideNew Overridenew(OverrideNew d) => d;
    [Post("/hidden")] public static Hidden Hidden(Hidden d) => d;
    [Post("/concrete")] public static Concrete Concrete(Concrete d) => d;
    [Post("/concretenull")] public static ConcreteNull Concretenull(ConcreteNull d) => d;
    [Post("/page")] public static Page<Point> Page(Page<Point> d) => d;
    [Post("/pagenull")] public static Page<string?> Pagenull(Page<string?> d) => d;
    [Post("/pagestr")] public static Page<string> Pagestr(Page<string> d) => d;
    [Post("/outer")] public static Outer<string> Outer(Outer<string> d) => d;
    [Post("/point")] public static Point Point(Point d) => d;
    [Post("/pointnull")] public static string Pointnull([FromBody] Point? d) => $"{d}";
    [Post("/plain")] public static Plain Plain(Plain d) => d;
    [Post("/ro")] public static Ro Ro(Ro d) => d;
    [Post("/nulls")] public static Nulls Nulls(Nulls d) => d;
    [Post("/deep")] public static Deep Deep(Deep d) => d;
    [Post("/fields")] public static Fields Fields(Fields d) => d;
    [Post("/internals")] public static Internals Internals(Internals d) => d;
    [Post("/getter")] public static Getter Getter(Getter d) => d;
    [Post("/ctor")] public static Ctor Ctor(Ctor d) => d;
    [Post("/rec")] public static Rec Rec(Rec d) => d;
    [Get("/ihas")] public static IHas Ihas() => new Has(1);
    [Post("/zoo")] public static Zoo Zoo(Zoo d) => d;
    [Post("/pet")] public static Pet Pet([FromBody] Pet d) => d;
    [Post("/enums")] public static Enums Enums(Enums d) => d;
    [Post("/times")] public static Times Times(Times d) => d;
    [Post("/numbers")] public static Numbers Numbers(Numbers d) => d;
    [Post("/sets")] public static string Sets(Sets d) => $"{d.A.Count}{d.C.Count}{d.D.Count}{d.G.Count}{d.H.Length}{d.I.Count}{d.J.Count}{d.K.Count}{d.L.Count}{d.M.Count}";
    [Post("/any")] public static string Any(Any d) => $"{d.A.ValueKind} {d.B} {d.C?.RootElement.ValueKind} {d.D?.GetValueKind()} {d.G?.Count}";
    [Post("/extra")] public static Extra Extra(Extra d) => d;
    [Post("/bytes")] public static Bytes Bytes(Bytes d) => d;
    [Post("/ordered")] public static Ordered Ordered(Ordered d) => d;
    [Post("/snake")] public static Snake Snake(Snake d) => d;
    [Post("/holder")] public static Holder Holder(Holder d) => d;
    [Post("/custom")] public static Custom Custom(Custom d) => d;
    [Post("/compare")] public static Compare Compare(Compare d) => d;
    [Post("/oblivious")] public static Oblivious Oblivious(Oblivious d) => d;
    [Post("/defaults")] public static Defaults Defaults(Defaults d) => d;
    [Post("/inits")] public static Inits Inits(Inits d) => d;
    [Post("/own")] public static Own Own(Own d) => d;
    [Post("/ignored")] public static Ignored Ignored(Ignored d) => d;
    [Post("/numbertext")] public static NumberText Numbertext(NumberText d) => d;
    [Post("/strict")] public static Strict Strict(Strict d) => d;
    [Post("/populated")] public static Populated Populated(Populated d) => d;
    [Post("/intlist")] public static int[] Intlist([FromBody] List<int> d) => [.. d];
    [Post("/dict")] public static Dictionary<string, int?> Dict(Dictionary<string, int?> d) => d;
    [Post("/str")] public static string Str([FromBody] string d) => d;
    [Post("/bool")] public static bool Bool([FromBody] bool d) => d;
    [Post("/jagged")] public static int[][] Jagged([FromBody] int[][] d) => d;
    [Post("/opt")] public static string Opt([FromBody] Rec? d = null) => $"{d?.A}";
    [Put("/validated")] public static Validated Validated(Validated d) => d;
    [Patch("/tasks")] public static async Task<Page<Rec>> Tasks(Rec d) { await Task.Yield(); return new([d]); }
    [Post("/value-task")] public static ValueTask<Rec?> ValueTask(Rec d) => new(d.A == 0 ? null : d);
    [Get("/stream")] public static async IAsyncEnumerable<Rec> Stream() { yield return new(1); await Task.Yield(); yield return new(2); }
    [Get("/null")] public static Rec? Null() => null;
    [Get("/nan")] public static double Nan() => double.NaN;
    [Delete("/del")] public static string Del([FromBody] Rec d) => $"{d.A}";
    [Verb("QUERY", "/query")] public static string Query(Rec d) => $"{d.A}";
}
