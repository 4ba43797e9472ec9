namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A verb attribute is on something that cannot be called.</summary>
public sealed class LIT310_NoFunction
{
    [Fact]
    public void An_accessor() => Generated.Verify("LIT310", """static class Users { static string Name { [Get("/")] get => ""; } }""", "get", """'Users.get_Name' has [Get] and is an accessor. Move the attribute to a static function with a body, which may call it.""");

    [Fact]
    public void An_operator() => Generated.Verify("LIT310", """class Users { [Get("/")] public static Users operator +(Users a, Users b) => a; }""", """+""");

    [Fact]
    public void An_abstract_one() => Generated.Verify("LIT310", """interface IUsers { [Get("/")] static abstract string Show(); }""", "Show");

    [Fact]
    public void A_virtual_one() => Generated.Verify("LIT310", """interface IUsers { [Get("/")] static virtual string Show() => ""; }""", "Show");

    [Fact]
    public void A_member_of_an_extension_block() => Generated.Verify("LIT310", """static class Users { extension(string text) { [Get("/")] public static string Show() => ""; } }""", "Show");

    [Fact]
    public void An_extension_method_is_a_function_like_any_other() => Generated.Ok("""static class Users { [Get("/{id}")] public static string Show(this int id) => ""; }""");
}
