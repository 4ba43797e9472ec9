namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A signature names a type that generated code cannot reach.</summary>
public sealed class LIT303_UnreachableType
{
    [Fact]
    public void A_private_one() => Generated.Verify("LIT303", """static class Users { private record Secret; [Get("/")] private static Secret Show() => new(); }""", "Show", """'Users.Show' takes or returns 'Secret', which is private, so generated code cannot name it. Make it internal or public.""");

    [Fact]
    public void Deep_within() => Generated.Verify("LIT303", """static class Users { private record Secret; [Post("/")] private static void Show(List<Dictionary<string, Secret[]>> all) { } }""", "Show");

    [Fact]
    public void In_a_private_class() => Generated.Verify("LIT303", """static class Users { private class Hidden { internal record Secret; } [Get("/")] private static Task<Hidden.Secret> Show() => null!; }""", "Show", """'Users.Show' takes or returns 'Secret', which is nested in 'Hidden', which is private, so generated code cannot name it. Make it internal or public.""");

    [Fact]
    public void In_a_private_generic_class() => Generated.Verify("LIT303", """static class Users { private record Secret; internal class Box<T> { internal class Lid; } [Get("/")] private static Box<Secret>.Lid Show() => null!; }""", "Show");

    [Fact]
    public void A_protected_one() => Generated.Verify("LIT303", """class Users { protected record Secret; [Get("/")] protected static Secret Show() => new(); }""", "Show");

    [Fact]
    public void One_local_to_its_file() => Generated.Verify("LIT303", """
        file record Secret;
        file static class Users { [Get("/")] public static Secret Show() => new(); }
        """, "Show");

    [Fact]
    public void A_private_method_with_open_types_is_fine() => Generated.Ok("""static class Users { internal record Open; private static class Hidden { [Get("/")] private static Open Show() => new(); } }""");
}
