namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A parameter is read from text, and its type cannot be.</summary>
public sealed class LIT203Tests
{
    [Fact]
    public void In_the_route() => Generated.Verify("LIT203", """static class Users { record Point(int X); [Get("/{at}")] internal static string Show(Tuple<int> at) => ""; }""", "at", """'at' of 'Users.Show' is read from the route, and 'Tuple<int>' cannot be read from text. Implement IParsable<Tuple<int>> on it, or take the value from elsewhere.""");

    [Fact]
    public void In_a_header() => Generated.Verify("LIT203", """
        using Microsoft.AspNetCore.Mvc;
        static class Users { [Get("/")] public static string Show([FromHeader] Dictionary<string, int> at) => ""; }
        """, "at");

    [Fact]
    public void A_list_in_the_route() => Generated.Verify("LIT203", """static class Users { [Get("/{ids}")] public static string Show(int[] ids) => ""; }""", "ids");

    [Fact]
    public void A_list_in_a_cookie() => Generated.Verify("LIT203", """static class Users { [Get("/")] public static string Show([FromCookie] int[] ids) => ""; }""", "ids");
}
