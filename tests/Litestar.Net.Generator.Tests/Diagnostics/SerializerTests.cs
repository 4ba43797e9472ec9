using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>What System.Text.Json's generator says of the types that handlers send and take reaches the user, where the user can mend it.</summary>
public sealed class SerializerTests
{
    [Theory]
    [InlineData("SYSLIB1033", "class Model { public Model() { } [JsonConstructor] public Model(int a) { } [JsonConstructor] public Model(string b) { } }")]
    [InlineData("SYSLIB1035", "class Model { [JsonExtensionData] public Dictionary<string, object>? A { get; set; } [JsonExtensionData] public Dictionary<string, object>? B { get; set; } }")]
    [InlineData("SYSLIB1036", "class Model { [JsonExtensionData] public int A { get; set; } }")]
    [InlineData("SYSLIB1220", "class Model { [JsonConverter(typeof(int))] public int A { get; set; } }")]
    public void It_is_said_once_where_it_stands(string id, string model)
    {
        foreach (var handler in new[] { "string Show(Model model) => \"\"", "Model Show(Model model) => model", "List<Model> Show() => []", "string Show([FromBody] Model[] models) => \"\"" })
        {
            var said = Said(handler, model);

            Assert.Equal((id, true), (Assert.Single(said).Id, said[0].Location.IsInSource));
        }
    }

    [Theory]
    [InlineData("Model Show() => new()", 1)]
    [InlineData("Model Show(Model model) => model", 1)]
    [InlineData("string Show([FromBody] List<Model> model) => \"\"", 1)]
    [InlineData("string Show(Model model) => \"\"", 0)]
    public void A_member_that_JSON_leaves_out_is_said_of_what_is_no_service(string handler, int times)
    {
        var said = Said(handler, "class Model { public ReadOnlySpan<char> Text => default; public int A { get; set; } }");

        Assert.Equal(Enumerable.Repeat("SYSLIB1225", times), said.Select(problem => problem.Id));
    }

    [Theory]
    [InlineData("class Model { [JsonExtensionData] public int A { get; set; } }", "[JsonSerializable(typeof(Model))] partial class Own : JsonSerializerContext;")]
    [InlineData("#pragma warning disable SYSLIB1036\nclass Model { [JsonExtensionData] public int A { get; set; } }\n#pragma warning restore", "")]
    [InlineData("record Model(Other.Model Other); class Other { public class Model { public int A { get; set; } } }", "")]
    public void What_others_say_or_nobody_can_help_is_not_said(string model, string more) => Assert.Empty(Said("string Show(Model model) => \"\"", model + "\n" + more));

    private static IReadOnlyList<Diagnostic> Said(string handler, string types)
    {
        Build.Driver().RunGeneratorsAndUpdateCompilation(Build.Bare($$"""
            using System.Text.Json.Serialization;
            using Microsoft.AspNetCore.Mvc;
            static class Users { [Post("/")] public static {{handler}}; }
            {{types}}
            """), out _, out var said, TestContext.Current.CancellationToken);
        return [.. said.Where(problem => !problem.IsSuppressed).OrderBy(problem => problem.GetMessage(CultureInfo.InvariantCulture))];
    }
}
