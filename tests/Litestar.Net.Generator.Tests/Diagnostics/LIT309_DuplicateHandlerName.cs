namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>Two local functions have the same name.</summary>
public sealed class LIT309_DuplicateHandlerName
{
    [Fact]
    public void Of_one_name_in_two_blocks()
    {
        var build = Build.Of("HandlerList list = []; { list.Add(Show); [Get(\"/a\")] static string Show() => \"a\"; } { list.Add(Show); [Get(\"/b\")] static string Show() => \"b\"; }");
        Assert.Equal(["LIT309", "LIT309"], build.Problems.Select(problem => problem.Id));
        Assert.Equal("'Show' is the name of two handlers in 'the program' with the same parameters, and a running app cannot distinguish them. Rename one of them.", build.Problems[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Of_one_name_below_two_overloads()
    {
        var build = Build.Of("static class A { static HandlerList B(int a) { return [Show]; [Get(\"/a\")] static string Show() => \"a\"; } static HandlerList B() { return [Show]; [Get(\"/b\")] static string Show() => \"b\"; } }");
        Assert.Equal(["LIT309", "LIT309"], build.Problems.Select(problem => problem.Id));
    }

    [Fact]
    public Task Other_parameters_are_enough() => Generated.Ask("""HandlerList list = []; { list.Add(Show); [Get("/a")] static string Show() => "a"; } { list.Add(Show); [Get("/b")] static string Show(int id) => "b"; } Serve(list);""", ("GET /a", "a"), ("GET /b?id=1", "b"));

    [Fact]
    public void One_of_the_program_and_one_of_a_class_in_its_file_are_two() => Generated.Ok("""
        HandlerList list = [Show];
        [Get("/a")] static string Show() => "a";
        static class A { static HandlerList B() { return [Show]; [Get("/b")] static string Show() => "b"; } }
        """);
}
