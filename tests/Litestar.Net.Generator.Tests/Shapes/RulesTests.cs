namespace Litestar.Generator.Tests.Shapes;

/// <summary>Rules on values of every shape, compiled and asked.</summary>
public sealed class RulesTests
{
    [Theory]
    [InlineData("[Range(1, 5)] int V", "1", "6")]
    [InlineData("[Range(1, 5)] byte V", "1", "6")]
    [InlineData("[Range(1, 5)] long V", "5", "99999999999")]
    [InlineData("[Range(1, 5)] ulong V", "5", "18446744073709551615")]
    [InlineData("[Range(1, 5)] double V", "5", "5.1")]
    [InlineData("[Range(0.5, 5)] decimal V", "0.5", "0.4")]
    [InlineData("[Range(1, 5)] short? V", "null", "0")]
    [InlineData("[Range(0.1, double.PositiveInfinity)] float V", "1", "0")]
    [InlineData("[Range(0, double.MaxValue)] double V", "1e300", "-1")]
    [InlineData("[Range(1, 5, MinimumIsExclusive = true)] int V", "2", "1")]
    [InlineData("[Range(1, 5)] string V", "\"3\"", "\"6\"")]
    [InlineData("[Range(1, 1)] Shade V", "1", "0")]
    [InlineData("[Range(typeof(decimal), \"0.1\", \"0.2\")] decimal? V", "0.15", "0.3")]
    [InlineData("[Range(typeof(DateOnly), \"2024-01-01\", \"2024-12-31\")] DateOnly V", "\"2024-02-29\"", "\"2025-01-01\"")]
    [InlineData("[Range(typeof(TimeSpan), \"00:00\", \"01:00\", MaximumIsExclusive = true)] TimeSpan V", "\"00:30:00\"", "\"01:00:00\"")]
    [InlineData("[StringLength(3, MinimumLength = 2)] string V", "\"ab\"", "\"a\"")]
    [InlineData("[MinLength(2)] string? V", "null", "\"a\"")]
    [InlineData("[MaxLength(1)] int[] V", "[1]", "[1,2]")]
    [InlineData("[Length(1, 2)] IReadOnlyList<int> V", "[1]", "[]")]
    [InlineData("[MinLength(1)] HashSet<int> V", "[1]", "[]")]
    [InlineData("[MaxLength(1)] Dictionary<string, int> V", "{\"a\":1}", "{\"a\":1,\"b\":2}")]
    [InlineData("[Required] string V", "\"a\"", "\" \"")]
    [InlineData("[Required(AllowEmptyStrings = true)] string V", "\"\"", null)]
    [InlineData("[Required] int? V", "1", "null")]
    [InlineData("[RegularExpression(\"a+\")] string V", "\"aa\"", "\"ab\"")]
    [InlineData("[EmailAddress] string? V", "\"a@b\"", "\"ab\"")]
    [InlineData("[Url] string V", "\"https://a\"", "\"a\"")]
    [InlineData("[Phone] string V", "\"123\"", "\"x\"")]
    [InlineData("[CreditCard] string V", "\"4111111111111111\"", "\"4111111111111112\"")]
    [InlineData("[Base64String] string V", "\"YQ==\"", "\"Y\"")]
    [InlineData("[FileExtensions] string V", "\"a.png\"", "\"a.exe\"")]
    [InlineData("[AllowedValues(1, 2)] int V", "2", "3")]
    [InlineData("[AllowedValues(1, null)] int? V", "null", "2")]
    [InlineData("[AllowedValues(\"a\", \"{0}\")] string V", "\"{0}\"", "\"b\"")]
    [InlineData("[AllowedValues(Shade.Dark)] Shade V", "1", "0")]
    [InlineData("[DeniedValues(\"a\")] string V", "\"b\"", "\"a\"")]
    [InlineData("[EnumDataType(typeof(Shade))] int V", "1", "7")]
    [InlineData("[DataType(DataType.Date)] string V", "\"x\"", null)]
    [InlineData("[Odd] int V", "1", "2")]
    [InlineData("[Odd, Odd(Add = 2)] int V", "1", "2")]
    [InlineData("[property: Range(1, 5)] int V", "1", "6")]
    [InlineData("[Range(1, 5)] [property: Range(1, 5)] int V", "1", "6")]
    public async Task A_rule_on_a_member(string member, string kept, string? broken)
    {
        using var app = Running.Start(Program($"record Data({member});"));
        await app.Ask($$"""POST / {"v":{{kept}}}""", 201, "ok");
        if (broken is not null)
        {
            await Rejected(app, $$"""{"v":{{broken}}}""", "v");
        }
    }

    [Theory]
    [InlineData("record Data(Inner V);", """{"v":{"n":0}}""", "v.n")]
    [InlineData("record Data(Inner? V = null);", """{"v":{"n":0}}""", "v.n")]
    [InlineData("record Data(Point V);", """{"v":{"n":0}}""", "v.n")]
    [InlineData("record Data(Point? V);", """{"v":{"n":0}}""", "v.n")]
    [InlineData("record Data(Point?[] V);", """{"v":[null,{"n":0}]}""", "v[1].n")]
    [InlineData("record Data(Inner[] V);", """{"v":[{"n":1},{"n":0}]}""", "v[1].n")]
    [InlineData("record Data(List<Inner?> V);", """{"v":[null,{"n":0}]}""", "v[1].n")]
    [InlineData("record Data(IEnumerable<Inner> V);", """{"v":[{"n":0}]}""", "v[0].n")]
    [InlineData("record Data(IReadOnlyList<List<Inner>> V);", """{"v":[[],[{"n":1},{"n":0}]]}""", "v[1][1].n")]
    [InlineData("record Data(HashSet<Inner> V);", """{"v":[{"n":0}]}""", "v[0].n")]
    [InlineData("record Data(System.Collections.Immutable.ImmutableArray<Inner> V);", """{"v":[{"n":0}]}""", "v[0].n")]
    [InlineData("record Data(Dictionary<string, Inner> V);", """{"v":{"a":{"n":0}}}""", "v.a.n")]
    [InlineData("record Data(IReadOnlyDictionary<int, List<Inner>> V);", """{"v":{"7":[{"n":0}]}}""", "v.7[0].n")]
    [InlineData("record Data(Dictionary<string, Point?> V);", """{"v":{"a":null,"b":{"n":0}}}""", "v.b.n")]
    [InlineData("record Data(Page<Inner> V);", """{"v":{"items":[{"n":0}]}}""", "v.items[0].n")]
    [InlineData("class Data { public Inner V { get; set; } = new(1); }", """{"v":{"n":0}}""", "v.n")]
    [InlineData("class Data(Inner v) { public Inner V => v; }", """{"v":{"n":0}}""", "v.n")]
    [InlineData("class Data { [Range(1, 5)] public required int V { get; init; } }", """{"v":0}""", "v")]
    [InlineData("class Root { [Range(1, 5)] public virtual int V { get; set; } } class Data : Root { public override int V { get; set; } }", """{"v":0}""", "v")]
    [InlineData("class Root { [Range(1, 5)] public int V { get; set; } } class Data : Root;", """{"v":0}""", "v")]
    [InlineData("record Data(int V, Data? Next = null) { [Range(1, 5)] public int V { get; init; } = V; }", """{"v":1,"next":{"v":1,"next":{"v":0}}}""", "next.next.v")]
    [InlineData("record Data(Left? V); record Left(Right? R, [Range(1, 5)] int N); record Right(Left? L);", """{"v":{"n":1,"r":{"l":{"n":0}}}}""", "v.r.l.n")]
    [InlineData("[JsonDerivedType(typeof(Cat), \"cat\"), JsonDerivedType(typeof(Dog), \"dog\")] abstract record Data; record Cat([Range(1, 9)] int Lives) : Data; record Dog(int Bones) : Data;", """{"$type":"cat","lives":0}""", "lives")]
    [InlineData("record Data([Range(1, 5)] int V) : IValidatableObject { public IEnumerable<ValidationResult> Validate(ValidationContext c) => [new(\"x\", [\"V\"])]; }", """{"v":1}""", "v")]
    [InlineData("[Whole] record Data(int V);", """{"v":1}""", "")]
    [InlineData("record Data([Range(1, 5)] int @value, int report, int since);", """{"value":0,"report":1,"since":1}""", "value")]
    public async Task A_rule_within(string types, string body, string key)
    {
        using var app = Running.Start(Program(types));
        await Rejected(app, body, key);
    }

    [Theory]
    [InlineData("[FromBody] List<Data> data", """[{"v":0}]""", "[0].v")]
    [InlineData("[FromBody] Dictionary<string, Data[]> data", """{"a":[{"v":0}]}""", "a[0].v")]
    [InlineData("[FromBody] Data? data", """{"v":0}""", "v")]
    [InlineData("[FromBody] Point? data", """{"n":0}""", "n")]
    [InlineData("[FromBody] Point data", """{"n":0}""", "n")]
    [InlineData("[FromBody, MinLength(1)] Data[] data", "[]", "")]
    [InlineData("[FromBody, MinLength(1)] Data[]? data = null", "[]", "")]
    [InlineData("[FromBody, Range(1, 5)] int data", "0", "")]
    [InlineData("[Odd] Data data", """{"v":1}""", "")]
    public async Task A_rule_on_a_body(string parameter, string body, string key)
    {
        using var app = Running.Start(Program("record Data([Range(1, 5)] int V);", parameter));
        await Rejected(app, body, key);
    }

    [Fact]
    public async Task What_is_exempt_is_not_asked()
    {
        using var app = Running.Start(Program("record Data([property: SkipValidation] Inner V, [property: JsonIgnore, Required] string? Ignored = null);"));
        await app.Ask("""POST / {"v":{"n":0}}""", 201, "ok");
    }

    [Fact]
    public async Task Types_and_validators_of_another_assembly()
    {
        var library = Build.Of("""
            using System.ComponentModel.DataAnnotations;
            using FluentValidation;
            namespace Shop;
            public record Order([Range(1, 5)] int Count, string Name);
            public sealed class OrderValidator : AbstractValidator<Order> { public OrderValidator() => RuleFor(order => order.Name).NotEqual("x").WithMessage("Not x."); }
            """);
        var image = new MemoryStream();
        Assert.True(library.Compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        var app = Build.Of("""
            Serve([Place]);
            [Post("/")] static string Place(Shop.Order order) => "ok";
            """, new Project { References = [Microsoft.CodeAnalysis.MetadataReference.CreateFromImage(image.ToArray())] });
        Assert.True(app.Problems.IsEmpty, app.Explain());

        using var running = Running.Start(app, library);
        await running.Ask("""POST / {"count":1,"name":"a"}""", 201, "ok");
        await Rejected(running, """{"count":0,"name":"x"}""", "count", "name");
    }

    [Fact]
    public async Task Validators_that_another_assembly_keeps_to_itself()
    {
        var library = Build.Of("""
            using FluentValidation;
            namespace Shop;
            public abstract class Filtered { public string Text { get; set; } = "x"; }
            public class Search : Filtered { public int Page { get; set; } = 1; }
            public record Line(string Sku);
            internal sealed class FilteredValidator : AbstractValidator<Filtered> { public FilteredValidator() => RuleFor(filtered => filtered.Text).NotEqual("y").WithMessage("Not y."); }
            internal sealed class SearchValidator : AbstractValidator<Search> { public SearchValidator() => RuleFor(search => search.Page).GreaterThan(0); }
            internal sealed class LineValidator : AbstractValidator<Line> { public LineValidator() => RuleFor(line => line.Sku).NotEmpty(); }
            """);
        var image = new MemoryStream();
        Assert.True(library.Compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        var app = Build.Of("""
            using Microsoft.AspNetCore.Http;
            Serve([Find, Place]);
            [Get("/")] static string Find([AsParameters] Shop.Search search) => search.Text;
            [Post("/")] static string Place([Microsoft.AspNetCore.Mvc.FromBody] List<Shop.Line> lines) => "ok";
            """, new Project { References = [Microsoft.CodeAnalysis.MetadataReference.CreateFromImage(image.ToArray())] });
        Assert.True(app.Problems.IsEmpty, app.Explain());

        using var running = Running.Start(app, library);
        await running.Ask("GET /?text=z&page=1", 200, "z");
        using var refused = await running.Send("GET /?text=y&page=0");
        var text = await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["text", "page"], System.Text.Json.Nodes.JsonNode.Parse(text)!["errors"]!.AsObject().Select(error => error.Key));
        await Rejected(running, """[{"sku":"a"},{"sku":""}]""", "[1].sku");
    }

    [Fact]
    public void A_dependency_that_nobody_has_registered_is_named_with_its_validator()
    {
        var library = Build.Of("""
            using FluentValidation;
            namespace Shop;
            public interface IStock;
            public record Order(int Count);
            public class Middle(IStock stock) : AbstractValidator<string> { public IStock Stock => stock; }
            public sealed class OrderValidator(Middle middle) : AbstractValidator<Order> { public Middle Middle => middle; }
            """);
        var image = new MemoryStream();
        Assert.True(library.Compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        var app = Build.Of("""
            Serve([Place]);
            [Post("/")] static string Place(Shop.Order order) => "ok";
            """, new Project { References = [Microsoft.CodeAnalysis.MetadataReference.CreateFromImage(image.ToArray())] });

        var rejection = Assert.Throws<System.Reflection.TargetInvocationException>(() => Running.Start(app, library)).InnerException!;
        Assert.Contains("validates 'order' with Shop.Middle, whose constructor takes Shop.IStock, which is not registered in the container.", rejection.Message);
    }

    [Fact]
    public async Task Validators_of_every_shape()
    {
        using var app = Running.Start("""
            using FluentValidation;
            Serve([Place]);
            [Post("/")] static string Place(Data data) => "ok";
            record Data(int V, Page<int> Page);
            record Page<T>(T First);
            abstract class Middle<T> : AbstractValidator<T>;
            class OrderValidator(IServiceProvider services, PageValidator page, int least = 1, IDisposable? none = null) : Middle<Data>
            {
                protected override bool PreValidate(FluentValidation.ValidationContext<Data> context, FluentValidation.Results.ValidationResult result)
                {
                    if (context.InstanceToValidate.V < least || none is not null || services is null) result.Errors.Add(new("V", "v"));
                    result.Errors.AddRange(page.Validate(context.InstanceToValidate.Page).Errors);
                    return true;
                }
            }
            class PageValidator : AbstractValidator<Page<int>> { public PageValidator() => RuleFor(page => page.First).GreaterThan(0); }
            static class Holder { internal class Nested : AbstractValidator<Data>; private class Hidden : AbstractValidator<Data>; }
            class Open<T> : AbstractValidator<T>;
            """);
        await app.Ask("""POST / {"v":1,"page":{"first":1}}""", 201, "ok");
        await Rejected(app, """{"v":0,"page":{"first":0}}""", "v", "first");
    }

    private static string Program(string types, string parameter = "Data data") => $$"""
        using System.ComponentModel.DataAnnotations;
        using System.Text.Json.Serialization;
        using Microsoft.AspNetCore.Mvc;
        Serve([Place]);
        [Post("/")] static string Place({{parameter}}) => "ok";
        {{types}}
        enum Shade { Light, Dark }
        record Inner([Range(1, 5)] int N);
        record struct Point([Range(1, 5)] int N);
        record Page<T>(List<T> Items);
        [AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
        class OddAttribute : ValidationAttribute { public int Add; public override bool IsValid(object? value) => value is int number && (number + Add) % 2 == 1; }
        class WholeAttribute : ValidationAttribute { public override bool IsValid(object? value) => false; }
        """;

    private static async Task Rejected(Running app, string body, params string[] keys)
    {
        using var answer = await app.Send($"POST / {body}");
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode is 400, $"{(int)answer.StatusCode} {text}");
        Assert.Equal(keys, System.Text.Json.Nodes.JsonNode.Parse(text)!["errors"]?.AsObject().Select(error => error.Key));
    }
}
