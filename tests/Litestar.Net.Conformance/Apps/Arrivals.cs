using System.Text.Json;
using System.Text.Json.Serialization;

namespace Litestar.Conformance.Apps;

/// <summary>Bodies whose members come with the very values that absent ones would have.</summary>
public static class Arrivals
{
    public enum Tone
    {
        Low,
        High,
    }

    public readonly record struct Spot(int X, int Y);

    public record Wide(
        int I, bool B, Guid G, DateTime D, Tone E, Spot P, string S, List<int> L, decimal M, char C, long N, double F, DateOnly O, TimeSpan T, byte Y, JsonElement J, Spot[] A,
        int? Maybe, string? Perhaps, int Other = 7);

    public sealed class Constructed(int n, string s)
    {
        public int N { get; } = n;

        public string S { get; } = s;
    }

    public sealed class Mixed(int n)
    {
        public int N { get; } = n;

        public required string S { get; init; }

        public int K { get; set; }
    }

    public record Pair<T>(T A, T B);

    public record Base(int N);

    public record Heir(int N, int K) : Base(N);

    [JsonDerivedType(typeof(Circle), "circle"), JsonDerivedType(typeof(Square), "square")]
    public abstract record Shape(int Id);

    public record Circle(int Id, int R) : Shape(Id);

    public record Square(int Id, bool IsBig) : Shape(Id);

    public record Tree(int N, List<Tree>? Under = null, Dictionary<string, Spot>? Spots = null);

    [Post("/arrivals/wide")] public static int Add(Wide wide) => wide.Other;

    [Post("/arrivals/spot")] public static Spot Add(Spot spot) => spot;

    [Post("/arrivals/maybe-spot")] public static Spot? AddMaybe(Spot? spot) => spot;

    [Post("/arrivals/constructed")] public static Constructed Add(Constructed constructed) => constructed;

    [Post("/arrivals/mixed")] public static Mixed Add(Mixed mixed) => mixed;

    [Post("/arrivals/numbers")] public static Pair<int> Add(Pair<int> pair) => pair;

    [Post("/arrivals/texts")] public static Pair<string> Add(Pair<string> pair) => pair;

    [Post("/arrivals/maybes")] public static Pair<int?> Add(Pair<int?> pair) => pair;

    [Post("/arrivals/heir")] public static Heir Add(Heir heir) => heir;

    [Post("/arrivals/shapes")] public static List<Shape> Add(List<Shape> shapes) => shapes;

    [Post("/arrivals/tree")] public static Tree Add(Tree tree) => tree;
}
