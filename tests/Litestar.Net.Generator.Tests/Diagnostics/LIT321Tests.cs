namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>Providers ask for each other.</summary>
public sealed class LIT321Tests
{
    [Fact]
    public void The_circle_is_told()
    {
        var build = Build.Of("record B; record C; record D; [Provide(nameof(MakeB)), Provide(nameof(MakeC)), Provide(nameof(MakeD))] static class A { [Get(\"/a\")] public static string Show(B b) => \"\"; static B MakeB(C c) => new(); static C MakeC(D d) => new(); static D MakeD(B b) => new(); }");
        Assert.Equal(["LIT321"], build.Problems.Select(problem => problem.Id).Distinct());
        Assert.Equal("'A.MakeB' asks for 'A.MakeC' asks for 'A.MakeD' asks for 'A.MakeB': no one of them can be made first. Take what they share into a provider of its own.", build.Problems[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Of_itself()
    {
        var build = Build.Of("record B; static class A { [Get(\"/a\"), Provide(nameof(MakeB))] public static string Show(B b) => \"\"; static B MakeB(B b) => new(); }");
        Assert.Equal(["LIT321"], build.Problems.Select(problem => problem.Id).Distinct());
    }
}
