namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A parameter is passed by reference.</summary>
public sealed class LIT306_ByReference
{
    [Fact]
    public void A_ref_parameter_is_reported() => Generated.Verify("LIT306", """static class Users { [Get("/")] public static void Show(ref int id) { } }""", "id", """'id' of 'Users.Show' is a ref parameter. A request can only fill parameters passed by value: remove 'ref'.""");

    [Fact]
    public void An_out_parameter_is_reported() => Generated.Verify("LIT306", """static class Users { [Get("/")] public static void Show(out int id) => id = 1; }""", "id");

    [Fact]
    public void An_in_parameter_is_reported() => Generated.Verify("LIT306", """static class Users { [Get("/")] public static void Show(in int id) { } }""", "id");

    [Fact]
    public void Ref_readonly() => Generated.Verify("LIT306", """static class Users { [Get("/")] public static void Show(ref readonly int id) { } }""", "id", """'id' of 'Users.Show' is a ref readonly parameter. A request can only fill parameters passed by value: remove 'ref readonly'.""");
}
