namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A tuple is returned.</summary>
public sealed class LIT402_TupleAnswer
{
    [Fact]
    public void By_itself() => Generated.Verify("LIT402", """static class Users { [Get("/")] public static (int Id, string Name) Show() => default; }""", "Show", """'Users.Show' returns the tuple '(int Id, string Name)', whose elements are fields, which JSON ignores: the client would receive {}. Return a record.""");

    [Fact]
    public void In_a_task() => Generated.Verify("LIT402", """static class Users { [Get("/")] public static async ValueTask<(int, string)> Show() { await Task.Yield(); return default; } }""", "Show");

    [Fact]
    public void In_a_list() => Generated.Verify("LIT402", """static class Users { [Get("/")] public static List<(int, string)> Show() => []; }""", "Show");

    [Fact]
    public void In_a_response() => Generated.Verify("LIT402", """static class Users { [Get("/")] public static Response<(int, string)> Show() => new(default); }""", "Show");
}
