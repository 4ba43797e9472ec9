namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A route template is malformed.</summary>
public sealed class LIT001_MalformedRoute
{
    [Fact]
    public void A_brace_is_never_closed() => Generated.Verify("LIT001", """static class Users { [Get("/users/{id")] public static string Find(int id) => ""; }""", """Get("/users/{id")""", """'/users/{id' of 'Users.Find' is not a route template: '{' at position 8 is never closed.""");

    [Fact]
    public void A_brace_closes_nothing() => Generated.Verify("LIT001", """static class Users { [Get("/users/id}")] public static string Find() => ""; }""", """Get("/users/id}")""");

    [Fact]
    public void A_parameter_has_no_name() => Generated.Verify("LIT001", """static class Users { [Get("/users/{:int}")] public static string Find() => ""; }""", """Get("/users/{:int}")""");

    [Fact]
    public void A_parameter_stands_twice() => Generated.Verify("LIT001", """static class Users { [Get("/{id}/{ID}")] public static string Find(int id) => ""; }""", """Get("/{id}/{ID}")""");

    [Fact]
    public void A_parameter_stands_in_the_prefix_and_again_behind_it() => Generated.Verify("LIT001", """[Path("/{id}")] static class Users { [Get("/of/{id}")] public static string Find(int id) => ""; }""", """Get("/of/{id}")""", """'/{id}/of/{id}' of 'Users.Find' is not a route template: 'id' occurs in it twice.""");

    [Fact]
    public void The_prefix_itself_speaks_once() => Generated.Verify("LIT001", """[Path("/{id")] static class Users { [Get("/a")] public static string A() => ""; [Get("/b")] public static string B() => ""; }""", """Path("/{id")""", """'/{id' of 'Users' is not a route template: '{' at position 2 is never closed.""");

    [Theory]
    [InlineData("/a?x=1", "'?' at position 3 begins a query, which is not part of a path: its values are parameters of the function.")]
    [InlineData("/a#b", "'#' at position 3 begins a fragment, which no client sends.")]
    [InlineData("~/a", "'~' at its start leaves no module here: take the function out of the module, or leave '~' out.")]
    [InlineData("/a//b", "two slashes at position 3 have nothing between them.")]
    [InlineData("/{a}{b}", "'{a}' and '{b}' touch: put a slash or a text between them.")]
    [InlineData("/{*a}/b", "'{*a}' matches the rest of the path, and more follows it.")]
    [InlineData("/x{*a}", "'{*a}' matches the rest of the path, and does not follow a slash.")]
    [InlineData("/{*a?}", "'{*a?}' matches the rest of the path, which may be empty without a question mark.")]
    [InlineData("/{a=1?}", "'{a=1?}' is optional and has a default: remove one of them.")]
    [InlineData("/{a/b}", "'/' in '{a/b}' cannot be in a name.")]
    public void What_the_app_would_refuse_as_it_starts_or_no_request_could_match(string path, string fault) => Generated.Verify("LIT001",
        $$"""static class Users { [Get("{{path}}")] public static string Find(string? a = null, string? b = null) => ""; }""", $"Get(\"{path}\")", $"'{path}' of 'Users.Find' is not a route template: {fault}");

    [Fact]
    public void Escaped_braces_constraints_and_catch_alls_are_fine() => Generated.Ok("""static class Users { [Get("/{{x}}/{code:regex(^\\d{{3}}$)}/{*rest}")] public static string Find(string code, string rest) => ""; }""");

    [Theory]
    [InlineData("/{id")]
    [InlineData("/id}")]
    [InlineData("/{}")]
    [InlineData("/{a}/{A}")]
    [InlineData("/{{a}}")]
    [InlineData("/{a?}")]
    [InlineData("/{a=1}")]
    [InlineData("/{*a}")]
    [InlineData("/{**a}")]
    [InlineData("/{a:regex(^\\d{{3}}$)}")]
    [InlineData("/{a}.{b}")]
    [InlineData("/a{{b}")]
    [InlineData("/{a:range(1,2)}/x")]
    [InlineData("/a?x=1")]
    [InlineData("/a//b")]
    [InlineData("/a/")]
    [InlineData("/{a}{b}")]
    [InlineData("/{*a}/b")]
    [InlineData("/{*a}/")]
    [InlineData("/x{*a}")]
    [InlineData("/{*a?}")]
    [InlineData("/{*a=b}")]
    [InlineData("/{a=1?}")]
    [InlineData("/{a/b}")]
    [InlineData("/{a*b}")]
    [InlineData("/{a?b}")]
    [InlineData("/{a b}")]
    [InlineData("/{a:}")]
    [InlineData("/{a:regex(a/b)}")]
    [InlineData("/{a:regex(a=b)}")]
    [InlineData("/{a:regex(x?)?}")]
    public void What_it_calls_malformed_aspnet_core_does_too(string template)
    {
        Litestar.Generator.Parse.Routes.RouteTemplate.ParametersOf(template, out var fault);
        var isMalformed = Record.Exception(() => Microsoft.AspNetCore.Routing.Patterns.RoutePatternFactory.Parse(template)) is not null;
        Assert.Equal(isMalformed, fault is not null);
    }
}
