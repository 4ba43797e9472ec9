using Microsoft.CodeAnalysis;

namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>An element of a handler list is not a handler.</summary>
public sealed class LIT304_NoHandler
{
    [Fact]
    public void A_function_without_a_verb() => Generated.Verify("LIT304", """
        HandlerList list = [Show];
        static string Show() => "";
        """, "Show", """'Show' is on a handler list and has no verb attribute. Add one to 'Show', such as [Get("/path")].""");

    [Theory]
    [InlineData("[assembly: Microsoft.FSharp.Core.FSharpInterfaceDataVersion]", "", "F#")]
    [InlineData("", "[Microsoft.VisualBasic.CompilerServices.StandardModule]", "Visual Basic")]
    public void A_function_of_another_language(string assembly, string type, string language)
    {
        var library = Build.Bare($$"""
            {{assembly}}
            namespace Microsoft.FSharp.Core { class FSharpInterfaceDataVersionAttribute : Attribute; }
            namespace Microsoft.VisualBasic.CompilerServices { class StandardModuleAttribute : Attribute; }
            {{type}} public static class Users { [Get("/a")] public static string Show() => ""; }
            """);

        using var image = new MemoryStream();
        Assert.True(library.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        image.Position = 0;
        var build = Build.Of("HandlerList list = [Users.Show, typeof(Users)];", Project.Default with { References = [MetadataReference.CreateFromStream(image)] });

        Assert.Equal(
            new[] { "Users.Show", "typeof(Users)" }.Select(item => $"'{item}' is on a handler list and is written in {language}. Handlers are generated only from C#: write it in a C# project, and call the {language} code from there."),
            build.Problems.Where(problem => problem.Id is "LIT304").Select(problem => problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_class_without_handlers() => Generated.Verify("LIT304", """
        HandlerList list = [typeof(Users)];
        static class Users { public static string Show() => ""; static class Inner { } }
        """, """typeof(Users)""", """'typeof(Users)' is on a handler list and has no handlers. Give one of its static functions a verb attribute such as [Get("/path")], or take it off the list.""");

    [Fact]
    public void A_class_of_an_assembly_that_knows_us_not() => Generated.Verify("LIT304", """HandlerList list = [typeof(Console)];""", """typeof(Console)""");

    [Fact]
    public void A_type_that_is_no_class() => Generated.Verify("LIT304", """HandlerList list = [typeof(int[])];""", """typeof(int[])""");

    [Fact]
    public void A_string() => Generated.Verify("LIT304", """HandlerList list = ["/users"];""", """
        "/users"
        """, """'"/users"' is on a handler list and is a 'string'. Put a function's name, typeof(StaticClass) or another handler list there.""");

    [Fact]
    public void A_number() => Generated.Verify("LIT304", """HandlerList list = []; list.Add(5);""", "5");

    [Fact]
    public void An_instance() => Generated.Verify("LIT304", """
        HandlerList list = [new Users()];
        class Users { [Get("/")] public static string Show() => ""; }
        """, """new Users()""");

    [Fact]
    public void A_function_that_is_called() => Generated.Verify("LIT304", """
        HandlerList list = [Show()];
        [Get("/")] static string Show() => "";
        """, """Show()""", """'Show()' is on a handler list and is the 'string' that a function has returned. Put the function's name on the list without calling it.""");

    [Fact]
    public void Elements_of_a_spread_array() => Generated.Verify("LIT304", """HandlerList list = [..new object[] { "x" }];""", """
        "x"
        """);

    [Fact]
    public void Elements_of_a_spread_array_without_a_type() => Generated.Verify("LIT304", """HandlerList list = [..new[] { "x" }];""", """
        "x"
        """);

    [Fact]
    public void A_spread_of_strings() => Generated.Verify("LIT304", """List<string> names = []; HandlerList list = [..names];""", "names", """'names' is on a handler list and holds elements of type 'string'. Spread handler lists, or arrays of functions and types.""");

    [Fact]
    public void In_an_initializer() => Generated.Verify("LIT304", """var list = new HandlerList { "x" };""", """
        "x"
        """);

    [Fact]
    public void Below_a_prefix() => Generated.Verify("LIT304", """var list = HandlerList.Under("/x", ["y"]);""", """
        "y"
        """);

    [Fact]
    public void Handlers_of_every_kind_are_fine() => Generated.Ok("""
        Delegate kept = Show;
        Type type = typeof(Users);
        object[] all = [kept, type];
        HandlerList more = [Show, Users.List, (Delegate)Show, (Func<string>)Show, typeof(Users), typeof(Outer), kept, type, ..all, ..new Delegate[] { Show }];
        HandlerList list = [more, ..more, HandlerList.Under("/x", more), new HandlerList { Show }];
        list.Add(Show); list.Add(typeof(Users)); list.Add(more);
        [Get("/")] static string Show() => "";
        static class Users { [Get("/list")] internal static string List() => ""; }
        static class Outer { static class Inner { [Get("/inner")] static string List() => ""; } }
        """);

    [Fact]
    public void The_private_handlers_of_another_assembly_are_not_seen_from_here()
    {
        var library = Build.Of("public static class Shop { [Get(\"/\")] private static string Show() => \"\"; }");
        var image = new MemoryStream();
        Assert.True(library.Compilation.Emit(image, options: new(metadataOnly: true, includePrivateMembers: false), cancellationToken: TestContext.Current.CancellationToken).Success);

        Generated.Ok("HandlerList list = [typeof(Shop)];", new Project { References = [Microsoft.CodeAnalysis.MetadataReference.CreateFromImage(image.ToArray())] });
    }
}
