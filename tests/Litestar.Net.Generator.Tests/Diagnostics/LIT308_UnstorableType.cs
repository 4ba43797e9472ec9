namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A signature holds what generated code cannot hold.</summary>
public sealed class LIT308_UnstorableType
{
    [Fact]
    public void A_span() => Generated.Verify("LIT308", """static class Users { [Get("/")] public static string Show(ReadOnlySpan<char> name) => ""; }""", "name", """'Users.Show' takes 'ReadOnlySpan<char>', a ref struct, which generated code cannot store between reading the request and answering it. Take an array, a string or a type that is read from text.""");

    [Fact]
    public void A_params_span() => Generated.Verify("LIT308", """static class Users { [Get("/")] public static string Show(params ReadOnlySpan<string> names) => ""; }""", "names");

    [Fact]
    public void A_span_returned() => Generated.Verify("LIT308", """static class Users { [Get("/")] public static ReadOnlySpan<byte> Show() => "x"u8; }""", "Show");

    [Fact]
    public void A_reference_returned() => Generated.Verify("LIT308", """static class Users { static int _count; [Get("/")] public static ref int Show() => ref _count; }""", "Show", """'Users.Show' returns 'int', a reference to a variable, which generated code cannot store between reading the request and answering it. Return the value.""");

    [Fact]
    public void A_dynamic_parameter_is_reported() => Generated.Verify("LIT308", """static class Users { [Get("/")] public static Task<dynamic> Show() => null!; }""", "Show");

    [Fact]
    public void A_pointer()
    {
        var build = Build.Of("static unsafe class Users { [Get(\"/\")] public static string Show(int* id) => \"\"; [Get(\"/f\")] public static string F(delegate*<void>[] f) => \"\"; }", new Project { Unsafe = true });
        Assert.Equal(["LIT308", "LIT308"], build.Problems.Select(problem => problem.Id));
    }
}
