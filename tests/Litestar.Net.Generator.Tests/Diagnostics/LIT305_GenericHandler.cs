namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A handler is generic.</summary>
public sealed class LIT305_GenericHandler
{
    [Fact]
    public void A_method() => Generated.Verify("LIT305", """static class Users { [Get("/")] public static T Show<T>(T value) => value; }""", "Show", """'Users.Show' is generic, or is in a generic class, and a request has no type arguments. Write one handler for each type.""");

    [Fact]
    public void A_class() => Generated.Verify("LIT305", """static class Users<T> { [Get("/")] public static T? Show() => default; }""", "Show");

    [Fact]
    public void A_class_around_its_class() => Generated.Verify("LIT305", """static class Users<T> { static class Inner { [Get("/")] public static string Show() => ""; } }""", "Show");

    [Fact]
    public void A_local_function_in_a_generic_method() => Generated.Verify("LIT305", """static class Users { static HandlerList List<T>() { return [Show]; [Get("/")] static string Show() => typeof(T).Name; } }""", "Show");
}
