namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>An attribute cannot reach the endpoint.</summary>
public sealed class LIT311_LostMetadata
{
    [Fact]
    public void It_is_private() => Generated.Verify("LIT311", """static class Users { private class NoteAttribute : Attribute; [Note, Get("/")] public static string Show() => ""; }""", "Note", """[Note] on 'Users.Show' names 'NoteAttribute', which is private. Generated code cannot create the attribute, so it is missing on the endpoint. Make 'NoteAttribute' internal or public.""");

    [Fact]
    public void It_names_a_private_type() => Generated.Verify("LIT311", """
        class NoteAttribute(Type type) : Attribute { public Type Type => type; }
        static class Users { private class Secret; [Note(typeof(List<Secret>)), Get("/")] public static string Show() => ""; }
        """, """Note(typeof(List<Secret>))""");

    [Fact]
    public void It_names_a_member_of_a_private_enum() => Generated.Verify("LIT311", """
        class NoteAttribute : Attribute { public object[]? Any; }
        static class Users { private enum Secret { A } [Note(Any = new object[] { Secret.A }), Get("/")] public static string Show() => ""; }
        """, """Note(Any = new object[] { Secret.A })""");
}
