namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A type cannot be read from a form.</summary>
public sealed class LIT208_UnreadableForm
{
    private const string Usings = "using Microsoft.AspNetCore.Http; using Microsoft.AspNetCore.Mvc; ";

    [Theory]
    [InlineData("Dictionary<string, int>", "is neither read from text nor made of members. Use a record, class or struct of your own that names its fields, or IFormCollection.")]
    [InlineData("object", "is neither read from text nor made of members. Use a record, class or struct of your own that names its fields, or IFormCollection.")]
    [InlineData("Shape", "is abstract. Use a record, class or struct that can be created.")]
    [InlineData("Two", "has 2 public constructors. Leave one of them public, or add one without parameters.")]
    public void What_it_lacks_is_said(string type, string sentence) => Generated.Verify(
        "LIT208",
        $$"""{{Usings}} abstract class Shape { } class Two { public Two(int a) { } public Two(string a) { } } static class Users { [Post("/")] internal static string Add([FromForm] {{type}} data) => ""; }""",
        "data",
        $"'data' of 'Users.Add' is read from the form, and '{type}' {sentence}");

    [Fact]
    public void A_member_is_named_with_its_object() => Generated.Verify(
        "LIT208",
        Usings + """record Line(Tuple<int> Sku); record Order(Line[] Lines); static class Users { [Post("/")] internal static string Add([FromForm] Order order) => ""; }""",
        "order",
        "'order.Lines.Sku' of 'Users.Add' is read from the form, and 'Tuple<int>' is neither read from text nor made of members. Use a record, class or struct of your own that names its fields, or IFormCollection.");

    [Fact]
    public void A_form_on_get_carries_none() => Generated.Verify("LIT202", Usings + """static class Users { [Get("/")] internal static string Show(IFormFile file) => ""; }""", "file");
}
