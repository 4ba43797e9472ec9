namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A type contains itself.</summary>
public sealed class LIT207_RecursiveType
{
    private const string Usings = "using Microsoft.AspNetCore.Http; using Microsoft.AspNetCore.Mvc; ";

    [Fact]
    public void A_group_within_itself() => Generated.Verify("LIT207", Usings + """record Page(int Number, [AsParameters] Page? Next); static class Users { [Get("/")] internal static string List([AsParameters] Page page) => ""; }""", "page", """'page.Next' of 'Users.List' is a 'Page' within a 'Page', without end. Remove it, or in a form make it nullable or a list.""");

    [Fact]
    public void An_object_of_a_form_within_another() => Generated.Verify("LIT207", Usings + """record A(B B); record B(int X, A A); static class Users { [Post("/")] internal static string Add([FromForm] A a) => ""; }""", "a");

    [Fact]
    public void One_that_may_be_missing_ends() => Generated.Ok(Usings + """record Node(int X, Node? Next, Node[] Others, List<Node> More); static class Users { [Post("/")] internal static string Add([FromForm] Node node) => ""; }""");
}
