namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>Two providers of one type on one layer.</summary>
public sealed class LIT320_TwoProviders
{
    [Fact]
    public void Whether_they_wait_or_not()
    {
        var build = Build.Of("record B(int C); static class A { [Get(\"/a\"), Provide(nameof(F)), Provide(nameof(G))] public static string Show(B b) => \"\"; static B F() => new(1); static Task<B> G() => null!; }");
        Assert.Equal(["LIT320"], build.Problems.Select(problem => problem.Id));
        Assert.Equal("'A.F' and 'A.G' both provide 'B' on 'A.Show', and a parameter of that type could be either. Remove one of them, let them provide different types, or give one the name of the parameters it is for: Name = \"…\".", build.Problems[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Text_that_bears_one_name_with_and_without_Async() => Assert.Equal(
        ["LIT320"],
        Build.Of("static class A { [Get(\"/a\"), Provide(nameof(Limit)), Provide(nameof(LimitAsync))] public static string Show(int limit) => \"\"; static int Limit() => 1; static Task<int> LimitAsync() => null!; }").Problems.Select(problem => problem.Id));

    [Fact]
    public Task Text_is_told_apart_by_name_and_the_nearest_of_a_type_wins() => Generated.Ask(
        "Serve([typeof(A)]); record B(int C); [Provide(nameof(F)), Provide(nameof(Left)), Provide(nameof(Right))] static class A { [Get(\"/a\"), Provide(nameof(G))] public static string Show(B b, string left, string right, string other) => b.C + left + right + other; static B F() => new(1); static B G() => new(2); static string Left() => \"l\"; static string Right() => \"r\"; }",
        ("GET /a?other=o&left=x", "2lro"));
}
