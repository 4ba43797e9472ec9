namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A parameter is read from text, and its type cannot be.</summary>
public sealed class LIT203_UnreadableParameter
{
    [Fact]
    public void In_the_route() => Generated.Verify("LIT203", """static class Users { record Point(int X); [Get("/{at}")] internal static string Show(Tuple<int> at) => ""; }""", "at", """'at' of 'Users.Show' is read from the route, and 'Tuple<int>' cannot be read from text. Take a string, or a type of your own that implements IParsable<> of itself.""");

    [Fact]
    public void A_type_of_the_users_in_the_query() => Generated.Verify("LIT203", """
        using Microsoft.AspNetCore.Mvc;
        static class Users { [Get("/")] public static string Show([FromQuery] Paging paging) => ""; }
        public record Paging(int Page);
        """, "paging", "'paging' of 'Users.Show' is read from the query, and 'Paging' cannot be read from text. Implement IParsable<Paging> on it, or read its members one by one with [AsParameters].");

    [Fact]
    public void What_the_framework_hands_over() => Generated.Verify("LIT203", """
        using Microsoft.AspNetCore.Mvc;
        static class Users { [Get("/")] public static string Show([FromHeader] CancellationToken stop) => ""; }
        """, "stop", "'stop' of 'Users.Show' is read from a header, and 'CancellationToken' cannot be read from text. Remove the attribute from 'stop': a 'CancellationToken' needs none.");

    [Fact]
    public void In_a_header() => Generated.Verify("LIT203", """
        using Microsoft.AspNetCore.Mvc;
        static class Users { [Get("/")] public static string Show([FromHeader] Dictionary<string, int> at) => ""; }
        """, "at");

    [Fact]
    public void A_list_in_the_route() => Generated.Verify("LIT203", """static class Users { [Get("/{ids}")] public static string Show(int[] ids) => ""; }""", "ids", "'ids' of 'Users.Show' is read from the route, and 'int[]' cannot be read from text. Lists are read from the query or a header: use one of these, or take a string and split it.");

    [Fact]
    public void A_list_in_a_cookie() => Generated.Verify("LIT203", """static class Users { [Get("/")] public static string Show([FromCookie] int[] ids) => ""; }""", "ids");
}
