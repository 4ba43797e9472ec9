namespace Litestar.CodeFixes.Tests;

/// <summary>An element of a handler list is not a handler.</summary>
public sealed class LIT304FixTests
{
    [Fact]
    public Task A_function_without_a_verb_gets_one() => Fixed.Verify("LIT304", """
        LitestarApp.Create([Greet]).Run();

        // Greets.
        static string Greet(string name) => $"Hi, {name}!";
        """, "Add [Get(\"/greet\")] to 'Greet'", """
        LitestarApp.Create([Greet]).Run();

        // Greets.
        [Get("/greet")]
        static string Greet(string name) => $"Hi, {name}!";
        """);

    [Fact]
    public Task A_method_elsewhere_gets_one() => Fixed.Verify("LIT304", """
        HandlerList list = [Users.List];

        static class Users
        {
            /// <summary>All.</summary>
            public static string List() => "";
        }
        """, "Add [Get(\"/list\")] to 'List'", """
        HandlerList list = [Users.List];

        static class Users
        {
            /// <summary>All.</summary>
            [Get("/list")]
            public static string List() => "";
        }
        """);

    [Fact]
    public Task A_call_becomes_the_name() => Fixed.Verify("LIT304", """
        HandlerList list = [Show()];
        [Get("/")] static string Show() => "";
        """, "Put 'Show' on the list without calling it", """
        HandlerList list = [Show];
        [Get("/")] static string Show() => "";
        """);

    [Fact]
    public Task Of_a_string_nothing_can_be_made() => Fixed.Offers("LIT304", """HandlerList list = ["/users"];""");
}
