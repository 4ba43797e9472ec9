using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Litestar.Conformance.Apps.Families;

// The rule stands on the parameter of a derived type, the property in its base.
public record Root(int N);
public record Leaf([Range(1, 5)] int N, string S) : Root(N);
public record Twig([Range(1, 5)] int N) : Stem(N);
public abstract record Stem(int N) : Root(N);
public record Narrow([Range(1, 5)] int N) : Wide(N);
public record Wide([Range(1, 9)] int N);
public record Boxed([Range(1, 5)] int N) : Box<int>(N);
public record Box<T>(T N);

public class Parent(int n)
{
    public int N { get; } = n;
}

public class Child([Range(1, 5)] int n) : Parent(n);

public class Grandchild([Range(1, 5)] int n) : Middle(n);

public class Middle(int n) : Parent(n);

[JsonDerivedType(typeof(Cat), "cat"), JsonDerivedType(typeof(Dog), "dog")]
public abstract record Animal(int N);
public sealed record Cat([Range(1, 5)] int N) : Animal(N);
public sealed record Dog(int N) : Animal(N);

public record Litter(Leaf One, List<Twig> Many, Dictionary<string, Child> Named, Leaf? None = null, Animal? Pet = null);

// A base whose member the derived type gives a value.
public class Draft
{
    public string Title { get; set; } = null!;
    [Required] public string? Kind { get; set; }
}

public class Letter : Draft
{
    public Letter() => Title = "none";
}

public record Two(int N, [Required] string? Code) { [Required] public string? More { get; init; } public string? Other { get; set; } [Required] public string? Given { get; set; } = "given"; }

// JSON leaves it alone, a form does not.
public class Ticket
{
    [JsonIgnore, Range(1, 5)] public int Seat { get; set; } = 1;
    [Range(1, 5)] public int Row { get; set; } = 1;
}

/// <summary>Types that inherit what they are checked for.</summary>
[Path("/families")]
public static class Inherited
{
    [Post("/leaf")] public static string Leaf(Leaf data) => $"{data.N}";
    [Post("/twig")] public static string Twig(Twig data) => $"{data.N}";
    [Post("/narrow")] public static string Narrow(Narrow data) => $"{data.N}";
    [Post("/boxed")] public static string Boxed(Boxed data) => $"{data.N}";
    [Post("/child")] public static string Child(Child data) => $"{data.N}";
    [Post("/grandchild")] public static string Grandchild(Grandchild data) => $"{data.N}";
    [Post("/animal")] public static string Animal([FromBody] Animal data) => $"{data.N}";
    [Post("/animals")] public static string Animals([FromBody] Animal[] data) => $"{data.Length}";
    [Post("/litter")] public static string Litter(Litter data) => $"{data.Many.Count}";
    [Post("/form/leaf")] public static string LeafForm([FromForm] Leaf data) => $"{data.N}";
    [Post("/form/twig")] public static string TwigForm([FromForm] Twig data) => $"{data.N}";
    [Post("/form/child")] public static string ChildForm([FromForm] Child data) => $"{data.N}";
    [Post("/form/grandchild")] public static string GrandchildForm([FromForm] Grandchild data) => $"{data.N}";
    [Post("/form/twigs")] public static string TwigsForm([FromForm(Name = "t")] List<Twig> data) => $"{data.Count}";
    [Get("/group/leaf")] public static string LeafGroup([AsParameters] Leaf data) => $"{data.N}";
    [Get("/group/grandchild")] public static string GrandchildGroup([AsParameters] Grandchild data) => $"{data.N}";
    [Post("/letter")] public static string Letter(Letter data) => $"{data.Title} {data.Kind}";
    [Post("/two")] public static string Two(Two data) => $"{data.N} {data.Code} {data.More} {data.Given}";
    [Post("/form/two")] public static string TwoForm([FromForm] Two data) => $"{data.N} {data.Code} {data.More} {data.Given}";
    [Post("/ticket")] public static string Ticket(Ticket data) => $"{data.Row} {data.Seat}";
    [Post("/form/ticket")] public static string TicketForm([FromForm] Ticket data) => $"{data.Row} {data.Seat}";
}
