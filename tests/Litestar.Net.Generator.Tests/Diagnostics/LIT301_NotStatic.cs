namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A handler is not static.</summary>
public sealed class LIT301_NotStatic
{
    [Fact]
    public void A_method() => Generated.Verify("LIT301", """class Users { [Get("/")] public string Show() => ""; }""", "Show", """'Users.Show' has [Get] and is not static. A handler keeps no state between requests: make it static, and add a parameter for each value that it needs.""");

    [Fact]
    public void A_local_function() => Generated.Verify("LIT301", """
        var name = "Bob";
        HandlerList list = [Show];
        [Get("/")] string Show() => name;
        """, "Show");

    [Fact]
    public void A_method_of_an_interface() => Generated.Verify("LIT301", """interface IUsers { [Verb("QUERY", "/")] string Show(); }""", "Show");

    [Fact]
    public void A_method_without_a_verb_is_no_handler() => Generated.Ok("""class Users { public string Show() => ""; }""");
}
