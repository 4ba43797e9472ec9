namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A handler is on no list.</summary>
public sealed class LIT313_UnlistedHandler
{
    [Theory]
    [InlineData("HandlerList list = []; static class A { [Get(\"/a\")] public static string F() => \"\"; [Get(\"/b\")] static string G() => \"\"; }", "No handler list of this program contains 'A.F', 'A.G', so no app calls them. Put typeof(A) on a list, or remove the verb attribute.")]
    [InlineData("HandlerList list = [A.F]; static class A { [Get(\"/a\")] public static string F() => \"\"; [Get(\"/b\")] static string G() => \"\"; }", "No handler list of this program contains 'A.G', so no app calls it. Put it on a list, or remove the verb attribute.")]
    [InlineData("HandlerList list = []; [Get(\"/a\")] static string F() => \"\";", "No handler list of this program contains 'F', so no app calls it. Put 'F' on a list, or remove the verb attribute.")]
    [InlineData("HandlerList list = []; static class A { static class B { [Get(\"/a\")] public static string F() => nameof(F); } }", "No handler list of this program contains 'A.B.F', so no app calls it. Put typeof(A.B) on a list, or remove the verb attribute.")]
    public void It_is_named(string code, string message) => Assert.Equal([message], Build.Of(code).Notes.Select(note => note.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("HandlerList list = [F, typeof(A), ..More.All]; [Get(\"/f\")] static string F(int x = 1) => \"\"; static class A { static class B { [Get(\"/a\")] static string F() => \"\"; } } static class C { [Get(\"/c\")] public static string F() => \"\"; } static class More { public static HandlerList All => [C.F]; }")]
    [InlineData("var list = new HandlerList { A.F }; list.Add(A.G); HandlerList.Under(\"/x\", [(Delegate)A.H, (Func<string>)A.I], layer => layer.Provide(_ => new object())); static class A { [Get(\"/a\")] public static string F() => \"\"; [Get(\"/b\")] public static string G() => \"\"; [Get(\"/c\")] public static string H() => \"\"; [Get(\"/d\")] public static string I() => \"\"; }")]
    [InlineData("Type[] all = [typeof(A)]; Delegate one = F; HandlerList list = [..all, one]; [Get(\"/f\")] static string F() => \"\"; static class A { [Get(\"/a\")] static string F() => \"\"; }")]
    [InlineData("public static class A { [Get(\"/a\")] public static string F() => \"\"; } static class B { [Get(\"/b\")] static string F() => \"\"; }")]
    public void Others_and_those_of_libraries_are_not(string code)
    {
        var build = Build.Of(code);
        Assert.Empty(build.Notes);
        Assert.Empty(build.Problems);
    }
}
