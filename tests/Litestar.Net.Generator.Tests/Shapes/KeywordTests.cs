using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Litestar.Generator.Tests.Shapes;

/// <summary>Every keyword of C#, and every word of generated code, as the name of all that a user names.</summary>
public sealed class KeywordTests
{
    // What C# itself refuses as the name of a type.
    private static readonly string[] NoTypes = ["var", "dynamic", "_"];

    private static readonly string[] Ours =
    [
        "context", "bind", "call", "form", "made", "before", "result", "setup", "type", "exception", "kept", "report", "since", "alone", "member", "needs", "target", "next", "form_since", "since_", "_", "__", "___", "_a", "a", "a_", "a__", "arg_a", "arg__a",
        "_context", "context_", "context__", "json", "_json", "status", "function", "blocking", "Bind", "FormBody", "Respond", "Listed", "RawBody", "Refuse", "Function", "Provided", "Stage", "Kept", "Made", "Deny", "Skip", "StatusOf", "Guard", "Answer",
        "RespondToError", "AnswerEarly", "RequestSource", "RouteText", "QueryName", "Service", "Report", "Whole", "Check", "Register", "CheckAlone", "Middleware", "Stages", "AfterResponse", "objectInfo", "jsonTypeInfo", "properties", "writer", "options", "args", "obj", "info0",
    ];

    public static readonly string[] Words =
    [
        .. SyntaxFacts.GetKeywordKinds().Concat(SyntaxFacts.GetContextualKeywordKinds()).Select(SyntaxFacts.GetText).Where(word => word.All(char.IsLetter)).Concat(Ours).Distinct(),
    ];

    private static readonly string[] Types = [.. Words.Except(NoTypes)];

    [Theory]
    [InlineData("public")]
    [InlineData("private")]
    [InlineData("")]
    public Task Parameters_from_the_query(string accessibility) => Generated.Ask(
        Program(accessibility, $"[Get(\"/a\")] {accessibility} static string A({Each(word => $"int @{word}")}) => string.Join(\",\", [{Each(word => "@" + word)}]);"),
        ($"GET /a?{Query()}", Numbers()));

    [Theory]
    [InlineData("public")]
    [InlineData("private")]
    [InlineData("")]
    public Task Parameters_from_headers_with_rules_and_defaults(string accessibility) => Generated.Ask(
        Program(accessibility, $"[Get(\"/a\")] {accessibility} static string A({Each((word, i) => $"[Microsoft.AspNetCore.Mvc.FromHeader(Name = \"X-{i}\"), System.ComponentModel.DataAnnotations.Range(0, 9), Even] int @{word} = 5")}) => string.Join(\",\", [{Each(word => "@" + word)}]);"),
        ("GET /a", string.Join(",", Words.Select(_ => "5"))));

    [Theory]
    [InlineData("public")]
    [InlineData("private")]
    [InlineData("")]
    public Task Parameters_that_are_services(string accessibility) => Generated.Ask(
        Program(accessibility, $"[Get(\"/a\")] {accessibility} static async Task<int> A({Each(word => $"IServiceProvider @{word}")}) {{ await Task.Yield(); return new object[] {{ {Each(word => "@" + word)} }}.Length; }}"),
        ("GET /a", Words.Length.ToString(CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("record", "", "")]
    [InlineData("record struct", "", "")]
    [InlineData("class", "public int @{0} {{ get; set; }}", "")]
    [InlineData("class", "public int @{0} {{ get; init; }} = 3;", "")]
    [InlineData("class", "public required int @{0} {{ get; init; }}", "")]
    [InlineData("class", "public required int @{0};", "")]
    [InlineData("struct", "public int @{0} {{ get; init; }}", "")]
    [InlineData("class", "[System.ComponentModel.DataAnnotations.Range(0, 999), Even, System.ComponentModel.DataAnnotations.Required] public int? @{0} {{ get; init; }}", "")]
    [InlineData("record", "", "[property: System.ComponentModel.DataAnnotations.Range(0, 999), Even]")]
    public async Task Members(string kind, string member, string attribute)
    {
        // Names that differ in case alone, or in an underscore before, are one name on the wire.
        var words = Words.Where(word => word is not "Equals").DistinctBy(word => word.ToUpperInvariant()).ToList();
        var type = member is ""
            ? $"public {kind} Model({string.Join(", ", words.Select(word => $"{attribute}int @{word}"))});"
            : $"public {kind} Model {{ {string.Join("\n", words.Select(word => string.Format(CultureInfo.InvariantCulture, member, word)))} }}";
        var sum = string.Join(" + ", words.Select(word => $"model.@{word}"));
        // System.Text.Json takes no fields.
        var isJson = !member.EndsWith("int @{0};", StringComparison.Ordinal);
        using var app = Running.Start($$"""
            Serve([{{(isJson ? "Json, " : "")}}Form, Group]);
            {{(isJson ? $$"""[Post("/json")] static string Json(Model model) => $"{{{sum}}}";""" : "")}}
            [Post("/form")] static string Form([Microsoft.AspNetCore.Mvc.FromForm] Model model) => $"{{{sum}}}";
            [Get("/group")] static string Group([Microsoft.AspNetCore.Http.AsParameters] Model model) => $"{{{sum}}}";
            {{type}}
            {{Even}}
            """);
        var expected = (words.Count * 2).ToString(CultureInfo.InvariantCulture);
        var names = words.Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName).ToList();
        if (isJson)
        {
            await app.Ask($"POST /json {{{string.Join(",", names.Select(name => $"\"{name}\":2"))}}}", 201, expected);
        }

        await app.Ask($"GET /group?{string.Join("&", names.Select(name => $"{name}=2"))}", 200, expected);
        using var answer = await app.SendForm("/form", names.Select(name => new KeyValuePair<string, string>(name, "2")));
        Assert.Equal((201, expected), ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public Task Types_in_a_namespace() => Generated.Ask($$"""
        // file: Program.cs
        Serve([typeof(Holder)]);
        // file: Types.cs
        namespace @namespace.@class
        {
            {{Lines(word => $"public record @{word}([property: System.ComponentModel.DataAnnotations.Range(1, 3)] int @{(word is "in" ? "out" : "in")});")}}
            public record All({{Each((word, i) => $"@{word} m{i}", Types)}});
        }
        // file: Holder.cs
        using @namespace.@class;
        static class Holder
        {
            [Post("/all")] public static All All(All all) => all;
            [Post("/one")] public static @struct One(@struct one) => one;
            [Post("/private")] private static List<@struct> Two(List<@struct> two) => two;
            [Post("/form")] public static string Form([Microsoft.AspNetCore.Mvc.FromForm] All all) => "";
        }
        """,
        ($"POST /all {AllTypes}", AllTypes), ("POST /one {\"in\":1}", "{\"in\":1}"), ("POST /private [{\"in\":1}]", "[{\"in\":1}]"));

    [Fact]
    public Task Types_of_the_global_namespace() => Generated.Ask("""
        Serve([All, One, Two]);
        [Post("/all")] static @struct All(@struct all) => all;
        [Post("/one")] static @event One([Microsoft.AspNetCore.Mvc.FromForm] @event? one = null) => one ?? new(1, "");
        [Post("/two")] static @class<@int>.@in<@string> Two(@class<@int>.@in<@string> two) => two;
        record @struct(int @int);
        record @event(int @if, string @else);
        record @int(int @long);
        record @string(string @double);
        record @class<@out> { public record @in<@ref>(@ref A, @out? B = default) { public int @null { get; init; } = 3; } }
        """,
        ("POST /all {\"int\":1}", "{\"int\":1}"), ("POST /two {\"a\":{\"double\":\"b\"}}", "{\"a\":{\"double\":\"b\"},\"b\":null,\"null\":3}"));

    [Fact]
    public Task Members_of_enums() => Generated.Ask($$"""
        // file: Program.cs
        Serve([typeof(Holder)]);
        // file: Holder.cs
        public enum @enum { {{Each(word => "@" + word)}} }
        public class MarkAttribute(@enum a) : Attribute { public @enum @class { get; set; } }
        public record Model(@enum a = @enum.@class) { public @enum @for { get; init; } = @enum.@if; }
        static class Holder
        {
            [Get("/query"), Mark(@enum.@event, @class = @enum.@in)] public static string Query({{Each((word, i) => $"@enum p{i} = @enum.@{word}")}}) => $"{{{string.Join("", Words.Select((_, i) => $"{{(int)p{i}}},"))}}}";
            [Post("/json")] public static Model Json(Model model) => model;
            [Get("/group")] public static int Group([Microsoft.AspNetCore.Http.AsParameters] Model model) => (int)model.@for;
        }
        """.Replace("$\"{{", "$\"{", StringComparison.Ordinal).Replace(",}\";", ",\";", StringComparison.Ordinal),
        ("GET /query", string.Concat(Words.Select((_, i) => $"{i},"))), ("GET /group?for=class", Array.IndexOf(Words, "class").ToString(CultureInfo.InvariantCulture)));

    [Fact]
    public Task Layers_may_have_names_that_are_keywords() => Generated.Ask($$"""
        // file: Program.cs
        Serve([typeof(@event.@class.@static.@in)]);
        // file: Layers.cs
        using FluentValidation;
        namespace @event.@class;
        public record @struct(int @int);
        public record @params(int @ref);
        public class @new : AbstractValidator<@params> { public @new(IServiceProvider @base) => RuleFor(@this => @this.@ref).GreaterThan(1); }
        [Provide(nameof(@yield)), Provide(nameof(@string)), Guard(nameof(@if)), Before(nameof(@do)), After(nameof(@finally)), AfterResponse(nameof(@sizeof)), OnError(nameof(@catching)), Middleware(nameof(@goto))]
        public static class @static
        {
            private static async IAsyncEnumerable<@struct> @yield(int @for) { yield return new(@for); }
            public static async Task<string> @string(@struct @params) => $"{@params.@int}";
            private static bool @if(@struct @out, string @string) => true;
            public static void @do(@struct @void, int @context = 1) { }
            private static void @finally(@struct @as) { }
            public static void @sizeof(@struct @is, string @string, int @bind = 2) { }
            private static string @catching(@catch exception, @struct result) => $"caught {result.@int}";
            private static Task @goto(Microsoft.AspNetCore.Http.HttpContext @in, Microsoft.AspNetCore.Http.RequestDelegate @out) => @out(@in);
            public class @catch : Exception;
            public static class @in
            {
                [Get("/a")] public static string @return(@struct @class, string @string) => $"{@class.@int} {@string}";
                [Get("/b")] private static string @throw(@struct @class) => throw new @catch();
                [Post("/c")] internal static string @try(@params @params) => $"{@params.@ref}";
                [Post("/d")] internal static string @default([Microsoft.AspNetCore.Http.AsParameters] @params @event) => $"{@event.@ref}";
            }
        }
        """,
        ("GET /a?for=2", "2 2"), ("POST /c?for=2 {\"ref\":2}", "2"), ("POST /d?for=2&ref=3", "3"));

    [Fact]
    public Task Parameters_may_be_named_as_discards() => Generated.Ask("""
        Serve([A, B, C]);
        [Get("/a")] static string A(int _, int __) => $"{_} {__}";
        [Get("/b")] static string B([Microsoft.AspNetCore.Http.AsParameters] Group _, int a) => $"{_._} {_.__} {_.a} {a}";
        [Post("/c")] static string C(Group _) => $"{_._} {_.__}";
        record Group(int _, int __, int ___, int a);
        """, ("GET /a?_=1&__=2", "1 2"), ("GET /b?_=1&__=2&___=3&a=4", "1 2 4 4"), ("POST /c {\"_\":1,\"__\":2,\"___\":3,\"a\":4}", "1 2"));

    [Fact]
    public async Task Members_that_are_one_word_in_two_cases()
    {
        using var app = Running.Start("""
            Serve([Form, Group]);
            [Post("/form")] static string Form([Microsoft.AspNetCore.Mvc.FromForm] Model model) => $"{model.Value} {model.value} {model.VALUE}";
            [Get("/group")] static string Group([Microsoft.AspNetCore.Http.AsParameters] Model model) => $"{model.Value} {model.value} {model.VALUE}";
            class Model { public int Value { get; set; } public required int value { get; set; } public int VALUE { get; init; } = 3; }
            """);
        await app.Ask("GET /group?value=2", 200, "2 2 2");
        using var answer = await app.SendForm("/form", [new("value", "2")]);
        Assert.Equal("2 2 2", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private const string Even = "class EvenAttribute : System.ComponentModel.DataAnnotations.ValidationAttribute { public override bool IsValid(object? value) => true; }";

    private static string Program(string accessibility, string function) =>
        accessibility is "" ? $"Serve([A]);\n{function}\n{Even}" : $"Serve([typeof(Holder)]);\nstatic class Holder {{ {function} }}\n{Even}";

    private static string Each(Func<string, string> text) => string.Join(", ", Words.Select(text));

    private static string Each(Func<string, int, string> text, string[]? words = null) => string.Join(", ", (words ?? Words).Select(text));

    private static string Lines(Func<string, string> text) => new StringBuilder().AppendJoin("\n", Types.Select(text)).ToString();

    private static string Query() => string.Join("&", Words.DistinctBy(word => word.ToUpperInvariant()).Select(word => $"{word}={Array.FindIndex(Words, other => other.Equals(word, StringComparison.OrdinalIgnoreCase))}"));

    private static string Numbers() => string.Join(",", Words.Select(word => Array.FindIndex(Words, other => other.Equals(word, StringComparison.OrdinalIgnoreCase))));

    private static string AllTypes => $"{{{string.Join(",", Types.Select((word, i) => $"\"m{i}\":{{\"{(word is "in" ? "out" : "in")}\":1}}"))}}}";
}
