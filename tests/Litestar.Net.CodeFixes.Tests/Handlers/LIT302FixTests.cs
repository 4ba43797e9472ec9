namespace Litestar.CodeFixes.Tests;

/// <summary>A lambda stands where a handler should.</summary>
public sealed class LIT302FixTests
{
    [Fact]
    public Task In_a_program() => Fixed.Verify("LIT302", """
        LitestarApp.Create([() => "Hi!"]).Run();
        """, "Make it the static function 'Show'", """
        LitestarApp.Create([Show]).Run();
        [Get("/show")]
        static string Show() => "Hi!";
        """);

    [Fact]
    public Task With_a_verb_and_parameters() => Fixed.Verify("LIT302", """
        HandlerList list = [];
        list.Add([Get("/users/{id}")] async (int id, bool loud) => { await Task.Yield(); return id; });
        """, "Make it the static function 'Users'", """
        HandlerList list = [];
        list.Add(Users);
        [Get("/users/{id}")]
        static async Task<int> Users(int id, bool loud)
        { await Task.Yield(); return id; }
        """);

    [Fact]
    public Task In_a_class() => Fixed.Verify("LIT302", """
        static class Module
        {
            public static HandlerList Handlers => [() => 1];

            public static string Show => "";
        }
        """, "Make it the static function 'Show2'", """
        static class Module
        {
            public static HandlerList Handlers => [Show2];

            public static string Show => "";

            [Get("/show2")]
            private static int Show2() => 1;
        }
        """);

    [Fact]
    public Task What_captures_a_variable_is_left_to_its_author() => Fixed.Offers("LIT302", """
        var all = new List<int>();
        HandlerList list = [() => all.Count];
        """);
}
