namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A layer names something that is not a function.</summary>
public sealed class LIT101_NoLayerFunction
{
    private const string Users = "static class Users { [Get(\"/users\"), Guard(GUARD)] public static string List() => \"\"; } class Guards { public bool Instance() => true; public static bool Twice() => true; public static bool Twice(int a) => true; public static bool Any<T>() => true; public static async void Later() { await Task.Yield(); } public static bool Ref(ref int a) => true; public static bool Field = true; private sealed record Hidden; public static bool Takes(Span<int> a) => true; private static bool Hides(Hidden hidden) => true; }";

    [Theory]
    [InlineData("nameof(Guards.Instance)", "which is not static. Make it static, and let it take what it needs as parameters.")]
    [InlineData("nameof(Guards.Twice)", "which is the name of several functions. Give the intended one a unique name.")]
    [InlineData("nameof(Guards.Any)", "which is generic, and a request has no type arguments. Write one function for each type.")]
    [InlineData("nameof(Guards.Later)", "which is async void, so it cannot be awaited. Return Task.")]
    [InlineData("nameof(Guards.Ref)", "which takes 'a' by reference. Pass it by value.")]
    [InlineData("nameof(Guards.Field)", "which is not a function that can be found here. Name a static function of a class, as nameof(Guards.Admin) does.")]
    [InlineData("\"Nowhere\"", "which is not a function that can be found here. Name a static function of a class, as nameof(Guards.Admin) does.")]
    [InlineData("nameof(Guards.Takes)", "which takes or returns 'Span<int>', which generated code cannot store. Use an array, a string or a record.")]
    public void It_says_what_it_is_instead(string guard, string said)
    {
        var build = Build.Of(Users.Replace("GUARD", guard, StringComparison.Ordinal));

        var problem = Assert.Single(build.Problems);
        Assert.Equal("LIT101", problem.Id);
        Assert.StartsWith("[Guard] on 'Users.List' names '", problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        Assert.EndsWith(said, problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_local_function_is_out_of_reach()
    {
        var build = Build.Of("Serve([Show]); [Get(\"/\"), Guard(nameof(Open))] static string Show() => \"\"; static bool Open() => true;");
        Assert.Equal(["LIT101"], build.Problems.Select(problem => problem.Id));
        Assert.Contains("which is a local function, which only the code around it can call. Move it into a static class", build.Problems[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Of_a_class_it_is_said_once_for_all_its_handlers()
    {
        var build = Build.Of("[Guard(\"Nowhere\")] static class A { [Get(\"/a\")] public static string One() => \"\"; [Get(\"/b\")] public static string Two() => \"\"; }");
        Assert.Equal(["LIT101"], build.Problems.Select(problem => problem.Id));
    }

    [Fact]
    public Task A_private_function_of_the_class_will_do_by_its_bare_name() => Generated.Ask(
        "Serve([typeof(A)]); [Guard(\"Open\")] static class A { [Get(\"/a\")] public static string One() => \"in\"; private static bool Open(bool open) => open; }",
        ("GET /a?open=1", "in"));
}
