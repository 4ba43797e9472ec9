namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A layer's function has a parameter that cannot be bound.</summary>
public sealed class LIT107_UnboundLayerParameter
{
    [Theory]
    [InlineData("Guard(nameof(F))", "", "static bool F(Point at) => true;", "'at' of 'A.F', which [Guard] on 'A.Show' names, is a 'Point': no layer around 'A.Show' provides it, it cannot be parsed from text, and structs and arrays cannot be services. Provide it on a layer, [Provide(nameof(…))], or change its type.")]
    [InlineData("Provide(nameof(F))", "string f", "static string F(Point at) => \"\";", "'at' of 'A.F', which [Provide] on 'A.Show' names, is a 'Point': no layer around 'A.Show' provides it, it cannot be parsed from text, and structs and arrays cannot be services. Provide it on a layer, [Provide(nameof(…))], or change its type.")]
    [InlineData("Before(nameof(F))", "", "static void F(Uri[][] all) { }", "'all' of 'A.F', which [Before] on 'A.Show' names, is a 'Uri[][]': no layer around 'A.Show' provides it, it cannot be parsed from text, and structs and arrays cannot be services. Provide it on a layer, [Provide(nameof(…))], or change its type.")]
    public void Of_a_struct_or_array(string layer, string parameters, string function, string message)
    {
        var problem = Assert.Single(Build.Of($"struct Point; static class A {{ [Post(\"/a\"), {layer}] public static string Show({parameters}) => \"\"; {function} }}").Problems);

        Assert.Equal(("LIT107", message), (problem.Id, problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public Task A_provider_gives_it() => Generated.Ask(
        "Serve([A.Show]); struct Point { public int X; } static class A { [Get(\"/a\"), Guard(nameof(F)), Provide(nameof(Make))] public static string Show() => \"in\"; static bool F(Point at) => at.X is 3; static Point Make() => new() { X = 3 }; }",
        ("GET /a", "in"));
}
