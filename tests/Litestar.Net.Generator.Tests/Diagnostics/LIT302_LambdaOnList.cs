namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A lambda stands where a handler should.</summary>
public sealed class LIT302_LambdaOnList
{
    [Fact]
    public void On_a_list() => Generated.Verify("LIT302", """HandlerList list = [() => "hi"];""", """
        () => "hi"
        """, """A lambda is not a handler. Write a static function with a verb attribute, [Get("/path")] static string Show() => …, and put its name on the list.""");

    [Fact]
    public void On_a_list_with_its_type() => Generated.Verify("LIT302", """HandlerList list = [(Func<int, string>)(static id => $"{id}")];""", """(Func<int, string>)(static id => $"{id}")""");

    [Fact]
    public void As_an_anonymous_method() => Generated.Verify("LIT302", """HandlerList list = [delegate () { return 1; }];""", """delegate () { return 1; }""");

    [Fact]
    public void A_lambda_added_to_a_list_is_reported() => Generated.Verify("LIT302", """HandlerList list = []; list.Add(async () => await Task.Yield());""", """async () => await Task.Yield()""");

    [Fact]
    public void With_a_verb_on_it() => Generated.Verify("LIT302", """HandlerList list = []; list.Add([Get("/")] () => "hi");""", """
        [Get("/")] () => "hi"
        """);

    [Fact]
    public void With_another_attribute_on_it() => Generated.Verify("LIT302", """HandlerList list = []; list.Add([Obsolete] () => "hi");""", """
        [Obsolete] () => "hi"
        """);

    [Fact]
    public void With_a_verb_on_it_elsewhere() => Generated.Verify("LIT302", """var show = [Get("/")] (int id) => id;""", """[Get("/")] (int id) => id""");

    [Fact]
    public void In_an_initializer() => Generated.Verify("LIT302", """var list = new HandlerList { () => 1 };""", """() => 1""");

    [Fact]
    public void In_a_spread_array() => Generated.Verify("LIT302", """HandlerList list = [..new Delegate[] { () => 1 }];""", """() => 1""");

    [Fact]
    public void Below_a_prefix() => Generated.Verify("LIT302", """var list = HandlerList.Under("/x", [() => 1]);""", """() => 1""");

    [Fact]
    public void Elsewhere_it_is_none_of_our_business() => Generated.Ok("""Func<int>[] list = [() => 1]; var more = new List<Func<int>> { () => 2 }; more.Add(() => 3);""");
}
