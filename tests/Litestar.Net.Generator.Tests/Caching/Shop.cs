using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Litestar.Generator.Tests.Caching;

/// <summary>A program of many files in which handlers depend on everything that they can depend on, and edits of it.</summary>
internal static class Shop
{
    /// <summary>What a person may type: the file, what stood there, what stands there then.</summary>
    /// <param name="Edit">In words.</param>
    /// <param name="IsFelt">Whether what is generated is another afterwards.</param>
    public sealed record Typed(string Edit, string File, string Before, string After, bool IsFelt = true);

    public static readonly IReadOnlyList<Typed> Edits =
    [
        // What handlers say themselves.
        new("a parameter's name", "Orders.cs", "int id, Tx tx", "int number, Tx tx"),
        new("a default", "Orders.cs", "int size = Limits.Most", "int size = 7"),
        new("a return type", "Orders.cs", "public static int Guarded", "public static long Guarded"),
        new("a path", "Orders.cs", "[Delete(\"/{id}\")]", "[Delete(\"/{id}/now\")]"),
        new("a status", "Orders.cs", "[Get(\"/both\")]", "[Get(\"/both\", Status = 202)]"),
        new("a verb taken off", "Orders.cs", "[Get(\"/marked\"), Mark]", "[Mark]"),
        new("another verb", "Orders.cs", "[Post, Guard(\"Local\")]", "[Put, Guard(\"Local\")]"),
        new("a name", "Orders.cs", "static void Remove", "static void Delete"),
        new("an accessibility", "Orders.cs", "[Get(\"/both\")] public static", "[Get(\"/both\")] private static"),
        new("a comment within an attribute", "Orders.cs", "/* said */", "/* written */"),
        new("a nullable mark", "Orders.cs", "string? why", "string why"),

        // What stands around them.
        new("a path of a class", "Orders.cs", "[Path(\"/orders\")", "[Path(\"/order\")"),
        new("a guard of a class", "Orders.cs", "nameof(Guards.SignedIn)", "nameof(Guards.Admin)"),
        new("a header of the assembly", "Assembly.cs", "\"X-App\", \"1\"", "\"X-App\", \"2\""),
        new("a layer of the program", "Assembly.cs", "\"X-Program\", \"1\"", "\"X-Program\", \"2\""),
        new("a path on another part", "Parts.cs", "[Path(\"/parts\")]", "[Path(\"/part\")]"),
        new("an overload beside", "Orders.cs", "public static bool Local(", "public static string Mine(int a) => \"\"; public static bool Local("),
        new("an overload on another part", "Parts.cs", "static partial class Parts;", "static partial class Parts { static string A(int b) => \"\"; }"),
        new("a local function's twin", "MoreParts.cs", "string Within(string page) => page; Within(\"\")", "string Within(int page) => \"\"; Within(1)"),
        new("a local function's namesake no more", "MoreParts.cs", "string Within(string page) => page; Within(\"\")", "string Without(string page) => page; Without(\"\")"),
        new("a namespace", "Parts.cs", "namespace Shop.Inner;", "namespace Shop.Within;"),
        new("a class around", "Orders.cs", "static class Nested", "static class Within"),
        new("a class that is no longer open", "Things.cs", "public static class Deeds", "public static class Deeds2", IsFelt: false),

        // What names mean.
        new("an alias", "Orders.cs", "using Numbers = System.Collections.Generic.List<int>", "using Numbers = System.Collections.Generic.List<long>"),
        new("an alias of a verb", "Orders.cs", "using Reads = Litestar.GetAttribute", "using Reads = Litestar.HeadAttribute"),
        new("a global alias", "Usings.cs", "Cents = int", "Cents = long"),
        new("a global using", "Usings.cs", "global using Shop.Other;", ""),
        new("a using", "Orders.cs", "using Shop.Tools;", "using Shop.Tools2;"),
        new("a static using", "Orders.cs", "using static Shop.Tools.Sizes;", "using static Shop.Tools.Sizes2;"),
        new("a nearer type of the same name", "Other.cs", "namespace Shop;", "namespace Shop; public enum Tone { Loud }"),
        new("a nested type of the same name", "Orders.cs", "public static bool Local(", "public enum Color { Blue = 3 } public static bool Local("),

        // What values they have.
        new("a constant", "Things.cs", "Most = Far.Away", "Most = 9"),
        new("a constant behind a constant", "Things.cs", "Away = 50", "Away = 51"),
        new("a constant path", "Things.cs", "Path = \"/limits\"", "Path = \"/limit\""),
        new("a local constant", "Program.cs", "where = \"/here\"", "where = \"/there\""),
        new("a member of an enum", "Tools.cs", "{ Low, High }", "{ High, Low }"),
        new("a name in an enum", "Tools.cs", "Low, High", "Low, Higher"),
        new("a constant by a static using", "Tools.cs", "class Sizes { public const int Usual = 3", "class Sizes { public const int Usual = 4"),

        // What types hold.
        new("a rule on a member", "Things.cs", "[property: Required] string Street", "string Street"),
        new("a rule's end", "Things.cs", "[property: Range(1, Limits.Most)]", "[property: Range(2, Limits.Most)]"),
        new("a member", "Things.cs", "public int Page { get; set; } = 1;", "public int Page { get; set; } = 1; public bool Wide { get; set; }"),
        new("an initializer", "Things.cs", "= \"name\"", "= \"id\""),
        new("what a constructor sets", "Things.cs", "Query() => Text = \"t\";", "Query() => Words = \"t\";"),
        new("what a constructor sets it to", "Things.cs", "Query() => Text = \"t\";", "Query() => Text = \"u\";", IsFelt: false),
        new("a setter", "Things.cs", "public string Key { get; init; }", "public string Key { get; set; }"),
        new("a base", "Things.cs", ": Named(\"x\")", ": Titled(\"x\")"),
        new("a member of a base", "Things.cs", "record Named(string Name)", "record Named([property: MinLength(2)] string Name)"),
        new("an interface", "Things.cs", "struct Sku : IParsable<Sku>", "struct Sku : IFormattable"),
        new("a class that judges itself", "Things.cs", "string Town);", "string Town) : IValidatableObject { public IEnumerable<ValidationResult> Validate(ValidationContext context) => []; }"),
        new("an accessibility of a type", "Things.cs", "public class Store", "internal class Store", IsFelt: false),
        new("an attribute's base", "Marks.cs", "class SizedAttribute : ValidationAttribute", "class SizedAttribute : Attribute"),
        new("an attribute's constructor", "Marks.cs", "NoteAttribute(string text)", "NoteAttribute(object text)", IsFelt: false),
        new("what an attribute may stand on", "Marks.cs", "[AttributeUsage(AttributeTargets.Assembly)]", "[AttributeUsage(AttributeTargets.All)]"),

        // What layers name.
        new("what a guard takes", "Layers.cs", "SignedIn(ClaimsPrincipal user)", "SignedIn(HttpContext context)"),
        new("what a guard returns", "Layers.cs", "bool SignedIn", "Task<bool> SignedIn"),
        new("what a guard beside takes", "Orders.cs", "bool Local(HttpContext context)", "bool Local(ClaimsPrincipal user)"),
        new("what a guard that is a handler takes", "Orders.cs", "bool Both(ClaimsPrincipal user)", "bool Both(HttpContext context)"),
        new("what a provider asks for", "Layers.cs", "Transaction(Store store)", "Transaction(Store store, Sku sku)"),
        new("what a provider provides", "Layers.cs", "IAsyncEnumerable<Tx> Transaction", "IAsyncEnumerable<object> Transaction"),
        new("what stands behind a yield", "Layers.cs", "yield return tx; await Task.Yield();", "yield return tx;"),
        new("who cleans up", "Layers.cs", "var tx = new Tx();", "await using var tx = new Tx();"),
        new("whether a type can be disposed", "Layers.cs", "sealed class Tx : IAsyncDisposable", "sealed class Tx : ICloneable"),
        new("what an error handler answers", "Layers.cs", "Oops(InvalidOperationException", "Oops(ArgumentException"),

        // Where things stand.
        new("a line above what says its line", "Orders.cs", "    // Marked", "\n    // Marked"),
        new("nullable no more", "Orders.cs", "// Nullable", "#nullable disable"),
        new("nullable no more, from a body on", "Orders.cs", "/* Body */", "\n#nullable disable\n"),
        new("nullable no more, from a handler on", "Orders.cs", "/* Tool */", "\n#nullable disable\n"),
        new("nullable no more, from another class on", "Other.cs", "/* One */", "\n#nullable disable\n"),
        new("what a directive leaves out", "Other.cs", "#if !NEVER", "#if NEVER"),

        // Validators.
        new("a validator's type", "Other.cs", "AbstractValidator<Query>", "AbstractValidator<Order>"),
        new("what a validator takes", "Other.cs", "QueryValidator(Store store)", "QueryValidator(Store store, Sku sku)"),
        new("a validator's base", "Other.cs", "QueryValidator(Store store) : Judge<Query>", "QueryValidator(Store store) : Attribute"),
        new("a key of what a validator takes", "Other.cs", "NamedValidator([FromKeyedServices(\"a\")]", "NamedValidator([FromKeyedServices(\"b\")]"),

        // What concerns nobody.
        new("a body", "Orders.cs", "=> order;", "=> order with { Id = 2 };", IsFelt: false),
        new("a body elsewhere", "Things.cs", "public void Save() { }", "public void Save() { _count++; }", IsFelt: false),
        new("a field", "Things.cs", "_count = 1", "_count = 2", IsFelt: false),
        new("a function elsewhere", "Other.cs", "static int One()", "static int Two() => 2; static int One()", IsFelt: false),
        new("a statement of the program", "Program.cs", "var a = 1;", "var a = 1; var b = 2;", IsFelt: false),
        new("a comment", "Orders.cs", "// Marked", "// Marked, and more", IsFelt: false),
    ];

    private static readonly IReadOnlyDictionary<string, string> Sources = new Dictionary<string, string>
    {
        ["Usings.cs"] = """
            global using System.ComponentModel.DataAnnotations;
            global using System.Security.Claims;
            global using Microsoft.AspNetCore.Http;
            global using Microsoft.Extensions.DependencyInjection;
            global using System.Runtime.CompilerServices;
            global using FluentValidation;
            global using Shop.Things;
            global using Shop.Other;
            global using Cents = int;
            """,
        ["Program.cs"] = """
            const string where = "/here";
            var a = 1;
            Serve([Here, typeof(Shop.Orders)]);

            [Get(where)] static string Here(int page = 1) => "";
            """,
        ["Assembly.cs"] = """
            [assembly: ResponseHeader("X-App", "1"), Sealed("all")]

            [ResponseHeader("X-Program", "1")] partial class Program;
            """,
        ["Things.cs"] = """
            namespace Shop.Things;

            public enum Color { Red, Green }
            public static class Limits { public const int Most = Far.Away; public const string Path = "/limits"; }
            public static class Far { public const int Away = 50; }
            public static class Deeds { public static int Do() => 1; }
            public record Named(string Name);
            public record Titled([property: MinLength(2)] string Title);
            public record Order(int Id, [property: Range(1, Limits.Most)] int Count, Address Address) : Named("x");
            public record Address([property: Required] string Street, [property: Sized] string Town);
            public class Query { public int Page { get; set; } = 1; public string Sort { get; init; } = "name"; public Color Color { get; set; } = Color.Green; public string Key { get; init; } = string.Concat("k"); public Query() => Text = "t"; public string Text { get; set; } public string? Words { get; set; } }
            public class Store { private int _count = 1; public void Save() { } public int Count() => _count; }
            public readonly struct Sku : IParsable<Sku>
            {
                public static Sku Parse(string text, IFormatProvider? provider) => default;
                public static bool TryParse(string? text, IFormatProvider? provider, out Sku sku) { sku = default; return true; }
                public string ToString(string? format, IFormatProvider? provider) => "";
            }
            """,
        ["Marks.cs"] = """
            namespace Shop.Things;

            public class MarkAttribute([CallerLineNumber] int line = 0) : Attribute { public int Line => line; }
            public class NoteAttribute(string text) : Attribute { public object Text => text; }
            public class SizedAttribute : ValidationAttribute;
            [AttributeUsage(AttributeTargets.Assembly)] public class SealedAttribute(string text) : Attribute { public string Text => text; }
            """,
        ["Tools.cs"] = """
            namespace Shop.Tools { public record Tool(int Weight); public static class Sizes { public const int Usual = 3; } public static class Sizes2 { public const int Usual = 5; } }
            namespace Shop.Tools2 { public record Tool([property: Range(1, 2)] int Weight); }
            namespace Shop.Other { public enum Tone { Low, High } }
            """,
        ["Layers.cs"] = """
            namespace Shop;

            public static class Guards
            {
                public static bool SignedIn(ClaimsPrincipal user) => true;
                public static bool Admin(HttpContext context) => true;
            }

            public sealed class Tx : IAsyncDisposable { public ValueTask DisposeAsync() => default; public object Clone() => this; }

            public static class Deps
            {
                public static async IAsyncEnumerable<Tx> Transaction(Store store) { var tx = new Tx(); yield return tx; await Task.Yield(); }
                public static string Oops(InvalidOperationException exception) => "";
            }
            """,
        ["Orders.cs"] = """
            using Shop.Tools;
            using static Shop.Tools.Sizes;
            using Numbers = System.Collections.Generic.List<int>;
            using Reads = Litestar.GetAttribute;

            namespace Shop;

            [Path("/orders"), Guard(nameof(Guards.SignedIn)), Provide(nameof(Deps.Transaction)), OnError(nameof(Deps.Oops))]
            public static class Orders
            {
                [Get("/{id}")] public static Order Find(int id, Tx tx) => null!;
                [Reads("/mine")] public static string Mine(Color color = Color.Red, int size = Limits.Most, Tone tone = (Tone)1) => "";
                [Post, Guard("Local")] public static Order Create(Order order, Store store) => order;
                [Get(Limits.Path), Note(/* said */ "a")] public static string Search([AsParameters] Query query, Numbers ids, int usual = Usual) => "";
                [Put("/tools")] public static void Store(Tool tool /* Tool */) { /* Body */ }
                // Nullable
                public static bool Local(HttpContext context) => true;
                [Get("/last")] public static string Last(string word) => word;
                // Marked
                [Get("/marked"), Mark] public static string Marked(Sku sku) => "";
                [Get("/both")] public static bool Both(ClaimsPrincipal user) => true;
                [Get("/guarded"), Guard(nameof(Both))] public static int Guarded(Cents cents) => cents;
                public static class Nested { [Delete("/{id}")] public static void Remove(int id, string? why) { } }
            }
            """,
        ["Parts.cs"] = """
            namespace Shop.Inner;

            [Path("/parts")] static partial class Parts;
            """,
        ["MoreParts.cs"] = """
            namespace Shop.Inner
            {
                static partial class Parts
                {
                    [Get("/a")] public static string A(string? name) => "";
                    public static void Outer() { [Get("/inner")] static string Within(int page) => ""; }
                    public static void Outer(int a) { string Within(string page) => page; Within(""); }
                }
            }
            """,
        ["Other.cs"] = """
            namespace Shop;

            public class Judge<T> : AbstractValidator<T>;
            public class OrderValidator : AbstractValidator<Query>;
            public class QueryValidator(Store store) : Judge<Query> { public Store Store => store; }
            public class NamedValidator([FromKeyedServices("a")] Store store) : Judge<Named> { public Store Store => store; }
            static class Elsewhere { static int One() => 1 /* One */; }
            #if !NEVER
            static class Sometimes { [Get("/sometimes")] public static string Show(string when) => when; }
            #endif
            file static class Hidden { [Get("/hidden")] public static string Show() => ""; }
            """,
    };

    public static CSharpCompilation Compilation { get; } = Build.Bare([.. Sources.Select(source => Parse(source.Key, source.Value))], Project.Default);

    public static SyntaxTree Parse(string file, string text) => CSharpSyntaxTree.ParseText(text, Project.Default.Parsing, path: file);

    /// <summary>A file after some edits.</summary>
    public static string TextOf(string file, IEnumerable<Typed> edits) => edits.Where(edit => edit.File == file).Aggregate(Sources[file], (text, edit) =>
    {
        Assert.Contains(edit.Before, text, StringComparison.Ordinal);
        return text.Replace(edit.Before, edit.After, StringComparison.Ordinal);
    });

    /// <summary>The program with one file as it is after some edits; all others are the very trees they were.</summary>
    public static CSharpCompilation With(CSharpCompilation compilation, string file, IEnumerable<Typed> edits) =>
        compilation.ReplaceSyntaxTree(compilation.SyntaxTrees.Single(tree => tree.FilePath == file), Parse(file, TextOf(file, edits)));
}
