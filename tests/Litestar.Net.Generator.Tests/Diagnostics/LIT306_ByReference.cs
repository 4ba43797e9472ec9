namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A parameter is passed by reference.</summary>
public sealed class LIT306_ByReference
{
    [Fact]
    public void A_ref_parameter_is_reported() => Generated.Verify("LIT306", """static class Users { [Get("/")] public static void Show(ref int id) { } }""", "id", """'id' of 'Users.Show' is a ref parameter. Only parameters that are passed by value can be bound: remove 'ref'.""");

    [Fact]
    public void An_out_parameter_is_reported() => Generated.Verify("LIT306", """static class Users { [Get("/")] public static void Show(out int id) => id = 1; }""", "id");

    [Fact]
    public void An_in_parameter_is_reported() => Generated.Verify("LIT306", """static class Users { [Get("/")] public static void Show(in int id) { } }""", "id");

    [Fact]
    public void Ref_readonly() => Generated.Verify("LIT306", """static class Users { [Get("/")] public static void Show(ref readonly int id) { } }""", "id", """'id' of 'Users.Show' is a ref readonly parameter. Only parameters that are passed by value can be bound: remove 'ref readonly'.""");
}
