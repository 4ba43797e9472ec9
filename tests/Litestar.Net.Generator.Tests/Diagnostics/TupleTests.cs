namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A tuple crosses the wire as JSON: at any depth of a body it is refused, at the build or the start, and at any depth of an answer it draws LIT402.</summary>
public sealed class TupleTests
{
    private const string Types = """
        using System.Text.Json.Serialization;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Http;
        record Plain((int A, string B) Pair);
        record Nullable((int A, string B)? Pair = null);
        class Settable { public (int A, string B) Pair { get; set; } }
        class Late { public (int A, string B) Pair { get; init; } = (1, "a"); }
        class Base { public (int, int) Pair { get; set; } }
        class Heir : Base { public int More { get; set; } }
        struct Value { public (int, int) Pair { get; set; } }
        record Listed(List<(int, int)> Pairs);
        record Dicted(Dictionary<string, (int, int)[]> Pairs);
        record Nested(Plain? Plain = null);
        record Deep(List<Dictionary<string, Nested>> All);
        record Box<T>(T Value);
        record Long((int, int, int, int, int, int, int, int, int) All);
        record One(ValueTuple<int> Only);
        record Recursive(Recursive? Next, (int, int) Pair);
        [JsonDerivedType(typeof(Circle), "circle")] abstract record Shape;
        record Circle((int X, int Y) Centre) : Shape;
        class Pairs : List<(int, int)>;
        record Computed(int A) { public (int, int) Twice => (A, A); }
        record Ignored(int A) { [JsonIgnore] public (int, int) Pair { get; set; } }
        record Converted([property: JsonConverter(typeof(Converter))] (int, int) Pair);
        record OfClass(Tuple<int, string> Pair, KeyValuePair<string, int> Entry);
        class Converter : JsonConverter<(int, int)>
        {
            public override (int, int) Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) { reader.Skip(); return (1, 2); }
            public override void Write(System.Text.Json.Utf8JsonWriter writer, (int, int) value, System.Text.Json.JsonSerializerOptions options) => writer.WriteNumberValue(value.Item1);
        }
        """;

    public static TheoryData<string> Holders =>
    [
        "Plain", "Plain?", "Nullable", "Settable", "Late", "Heir", "Value", "Value?", "Listed", "Dicted", "Nested", "Deep", "Box<(int, int)>", "Box<List<(int, int)>>", "Long", "One", "Recursive", "Shape", "Pairs",
        "List<Plain>", "Plain[]", "Dictionary<string, Plain>", "(int A, string B)", "(int, int)?", "(int, int)[]", "List<(int, int)>", "Dictionary<string, (int, int)>", "ValueTuple<int, string>",
    ];

    [Theory, MemberData(nameof(Holders))]
    public void A_marked_body_is_warned_of(string type) => Assert.Contains(
        "is a tuple, whose elements are fields, which JSON ignores. Unless a converter in the settings reads it, the app does not start. Take a record.",
        Generated.Verify("LIT213", $$"""{{Types}} static class Users { [Post("/")] public static string Show([FromBody] {{type}} model) => ""; }""", "model").GetMessage());

    [Theory, MemberData(nameof(Holders))]
    public void Any_body_is_refused_when_the_app_starts(string type)
    {
        foreach (var (parameter, more) in new[] { ($"{type} model", ""), ($"[FromBody] {type} model", ""), ("[AsParameters] Group group", $"record Group([FromBody] {type} Model);") })
        {
            var build = Build.Of($$"""
                // file: Program.cs
                Serve([typeof(Users)]);
                // file: Types.cs
                {{Types}} static class Users { [Post("/")] public static string Show({{parameter}}) => ""; } {{more}}
                """);
            Assert.All(build.Problems, problem => Assert.Equal("LIT213", problem.Id));

            var failure = Assert.ThrowsAny<Exception>(() => Running.Start(build)).GetBaseException();

            Assert.Contains("is a tuple, whose elements are fields, which JSON ignores. Use a record, or set IncludeFields in the JSON settings.", failure.Message);
        }
    }

    [Theory, MemberData(nameof(Holders))]
    public void An_answer_is_warned_of(string type)
    {
        foreach (var answer in new[] { type, $"Task<{type}>", $"Response<{type}>", $"IAsyncEnumerable<{type}>", $"Microsoft.AspNetCore.Http.HttpResults.Ok<{type.TrimEnd('?')}>", $"Microsoft.AspNetCore.Http.HttpResults.Results<Microsoft.AspNetCore.Http.HttpResults.Ok<{type.TrimEnd('?')}>, Microsoft.AspNetCore.Http.HttpResults.NotFound>" })
        {
            Generated.Verify("LIT402", $$"""{{Types}} static class Users { [Get("/")] public static {{answer}} Show() => throw new Exception(); }""", "Show");
        }
    }

    [Fact]
    public void An_error_handlers_answer_is_warned_of() => Generated.Verify("LIT402", $$"""
        {{Types}} [OnError(nameof(Caught))] static class Users { [Get("/")] public static string Show() => ""; static Plain Caught(InvalidOperationException exception) => new((1, "")); }
        """, "OnError(nameof(Caught))");

    [Theory]
    [InlineData("Computed")]
    [InlineData("Ignored")]
    [InlineData("Converted")]
    [InlineData("OfClass")]
    public void What_JSON_does_not_read_or_reads_well_is_a_body(string type)
    {
        using var app = Running.Start($$"""
            // file: Program.cs
            Serve([typeof(Users)]);
            // file: Types.cs
            {{Types}} static class Users { [Post("/")] public static string Show([FromBody] {{type}} model) => ""; [Post("/b")] public static string Show({{type}} model, int a = 1) => ""; }
            """);
    }

    [Fact]
    public async Task Where_fields_are_read_it_is_a_body()
    {
        using var app = Running.Start($$"""
            // file: Program.cs
            using Microsoft.Extensions.DependencyInjection;
            Serve([typeof(Users)], builder => builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.IncludeFields = true));
            // file: Types.cs
            {{Types}} static class Users { [Post("/")] public static string Show(Plain model) => $"{model.Pair.A}{model.Pair.B}"; }
            """);
        await app.Ask("""POST / {"pair":{"item1":1,"item2":"b"}}""", 201, "1b");
    }
}
