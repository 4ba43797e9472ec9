namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A status without a body, and a value.</summary>
public sealed class LIT401_ValueWithoutBody
{
    [Fact]
    public void No_content() => Generated.Verify("LIT401", """static class Users { [Delete("/", Status = 204)] public static string Show() => ""; }""", "Show", """'Users.Show' answers DELETE / with status 204, which has no body, and returns 'string'. Return nothing, or use another status.""");

    [Fact]
    public void Not_modified_of_a_task() => Generated.Verify("LIT401", """static class Users { [Get("/", Status = 304)] public static Task<int[]> Show() => null!; }""", "Show");

    [Fact]
    public void Early_hints() => Generated.Verify("LIT401", """static class Users { [Get("/", Status = 103)] public static string Show() => ""; }""", "Show");

    [Fact]
    public void Nothing_and_results_are_fine() => Generated.Ok("""static class Users { [Delete("/a", Status = 204)] public static Task A() => Task.CompletedTask; [Delete("/b", Status = 204)] public static Microsoft.AspNetCore.Http.IResult B() => null!; }""");

    [Fact]
    public void A_response_may_say_another_status() => Generated.Ok("""static class Users { [Delete("/", Status = 204)] public static Response<string> Show() => new("gone") { Status = 200 }; }""");
}
