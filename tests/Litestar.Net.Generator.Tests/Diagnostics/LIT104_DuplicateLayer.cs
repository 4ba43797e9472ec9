namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>Two functions of a layer exclude each other.</summary>
public sealed class LIT104_DuplicateLayer
{
    [Theory]
    [InlineData("Before", "void", "", "are both its [Before], of which one runs")]
    [InlineData("After", "void", "", "are both its [After], of which one runs")]
    [InlineData("AfterResponse", "void", "", "are both its [AfterResponse], of which one runs")]
    [InlineData("OnError", "string", "InvalidOperationException error", "both answer 'InvalidOperationException'")]
    public void On_one_layer(string kind, string returned, string taken, string said)
    {
        var body = returned is "void" ? "{ }" : "=> \"\";";
        var build = Build.Of($"static class A {{ [Get(\"/a\"), {kind}(nameof(F)), {kind}(nameof(G))] public static string Show() => \"\"; static {returned} F({taken}) {body} static {returned} G({taken}) {body} }}");

        var problem = Assert.Single(build.Problems);
        Assert.Equal("LIT104", problem.Id);
        Assert.StartsWith($"'A.F' and 'A.G' {said} on 'A.Show'.", problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void On_two_layers_the_nearest_is_meant() => Generated.Ok("[Before(nameof(F))] static class A { [Get(\"/a\"), Before(nameof(G))] public static string Show() => \"\"; static void F() { } static void G() { } }");
}
