namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A group of parameters cannot be created.</summary>
public sealed class LIT206_UnconstructibleGroup
{
    [Theory]
    [InlineData("class Page { public Page(int a) { } public Page(string b) { } }", "'Page' has 2 public constructors. Leave one of them public, or add one without parameters.")]
    [InlineData("class Page { private Page() { } }", "'Page' has no public constructor. Make one public.")]
    [InlineData("abstract record Page(int Number);", "'Page' is abstract. Use a record, class or struct that can be created.")]
    [InlineData("interface Page { int Number { get; set; } }", "'Page' is an interface. Use a record, class or struct that can be created.")]
    [InlineData("class Page { public Page(in int number) { } }", "'Page' takes 'number' by reference. Pass it by value.")]
    [InlineData("class Page { public int Number => 1; public int Size { get; private set; } }", "'Page' has no members that can be set. Give it constructor parameters, or public properties that can be set.")]
    [InlineData("enum Page { First }", "'Page' is not made of members. Use a record, class or struct of your own that names them.")]
    public void What_it_lacks_is_said(string type, string sentence) => Generated.Verify(
        "LIT206",
        $$"""using Microsoft.AspNetCore.Http; {{type}} static class Users { [Get("/")] internal static string List([AsParameters] Page page) => ""; }""",
        "page",
        $"'page' of 'Users.List' has [AsParameters], and {sentence}");

    [Fact]
    public void A_group_within_one_is_named_with_it() => Generated.Verify(
        "LIT206",
        """using Microsoft.AspNetCore.Http; record Page([AsParameters] string Text); static class Users { [Get("/")] internal static string List([AsParameters] Page page) => ""; }""",
        "page",
        "'page.Text' of 'Users.List' has [AsParameters], and 'string' is not made of members. Use a record, class or struct of your own that names them.");

    [Fact]
    public void A_member_that_cannot_be_read_is_named_with_its_group() => Generated.Verify(
        "LIT203",
        """using Microsoft.AspNetCore.Http; using Microsoft.AspNetCore.Mvc; record Page([FromQuery] Uri[,] At); static class Users { [Get("/")] internal static string List([AsParameters] Page page) => ""; }""",
        "page");
}
