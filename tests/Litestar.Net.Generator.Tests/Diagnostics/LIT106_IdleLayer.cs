namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A layer has no handler.</summary>
public sealed class LIT106_IdleLayer
{
    [Theory]
    [InlineData("[Guard(nameof(F))] static class A { public static string Show() => \"\"; static bool F() => true; }", "[Guard] is on 'A', which has no handler, so it has no effect. Give one of its static functions a verb attribute such as [Get(\"/path\")], or take it off.")]
    [InlineData("static class A { [Provide(nameof(F))] public static string Show() => \"\"; static string F() => \"\"; }", "[Provide] is on 'A.Show', which is not a handler, so it has no effect. Give it a verb attribute such as [Get(\"/path\")], or put it on the handlers that are meant or on their class.")]
    [InlineData("[ResponseHeader(\"X-A\", \"1\")] class A;", "[ResponseHeader] is on 'A', which has no handler, so it has no effect. Give one of its static functions a verb attribute such as [Get(\"/path\")], or take it off.")]
    [InlineData("Show(); [AfterResponse(\"F\")] static void Show() { }", "[AfterResponse] is on 'Show', which is not a handler, so it has no effect. Give it a verb attribute such as [Get(\"/path\")], or put it on the handlers that are meant or on their class.")]
    public void Nothing_asks_for_it(string code, string message)
    {
        var problem = Assert.Single(Build.Of(code).Problems);

        Assert.Equal(("LIT106", message), (problem.Id, problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("[Guard(nameof(F))] static class A { static bool F() => true; static class B { static class C { [Get(\"/a\")] public static string Show() => \"\"; } } }")]
    [InlineData("[Guard(nameof(F))] partial class A { static bool F() => true; } partial class A { [Get(\"/a\")] static string Show() => \"\"; }")]
    public void A_handler_in_a_class_within_or_elsewhere_in_it_will_do(string code) => Assert.Empty(Build.Of(code).Problems);
}
