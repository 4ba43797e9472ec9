namespace Litestar.CodeFixes.Tests;

/// <summary>A route parameter has no parameter to land in.</summary>
public sealed class LIT201FixTests
{
    [Theory]
    [InlineData("{id}", "string id")]
    [InlineData("{id:int}", "int id")]
    [InlineData("{id:long:min(1)}", "long id")]
    [InlineData("{id:min(1)}", "long id")]
    [InlineData("{id:bool}", "bool id")]
    [InlineData("{id:guid}", "Guid id")]
    [InlineData("{id:datetime}", "DateTime id")]
    [InlineData("{id:alpha}", "string id")]
    [InlineData("{id:int?}", "int? id")]
    [InlineData("{*id}", "string id")]
    public Task A_parameter_is_added_of_the_type_that_the_constraint_says(string part, string parameter) => Fixed.Verify("LIT201",
        $$"""static class Todos { [Get("/todos/{{part}}")] public static string Show() => ""; }""",
        $"Add a parameter '{parameter}'",
        $$"""static class Todos { [Get("/todos/{{part}}")] public static string Show({{parameter}}) => ""; }""");

    [Fact]
    public Task It_stands_before_what_has_a_default() => Fixed.Verify("LIT201",
        """static class Todos { [Get("/todos/{class}")] public static string Show(bool all, int page = 1) => ""; }""",
        "Add a parameter 'string class'",
        """static class Todos { [Get("/todos/{class}")] public static string Show(bool all, string @class, int page = 1) => ""; }""");

    [Fact]
    public Task The_segment_is_taken_from_the_route() => Fixed.Verify("LIT201", """
        LitestarApp.Create([Show]);

        [Get("/todos/{id:int}/lines")]
        static string Show() => "";
        """, "Remove '{id:int}' from the route", """
        LitestarApp.Create([Show]);

        [Get("/todos/lines")]
        static string Show() => "";
        """);

    [Theory]
    [InlineData("/{id}", "/")]
    [InlineData("/a/{id?}", "/a")]
    [InlineData("/a-{id}", "/a-")]
    public Task What_is_left_of_the_route(string before, string after) => Fixed.Verify("LIT201",
        $$"""static class Todos { [Get("{{before}}")] public static string Show() => ""; }""",
        $"Remove '{before[before.IndexOf('{')..]}' from the route",
        $$"""static class Todos { [Get("{{after}}")] public static string Show() => ""; }""");

    [Fact]
    public Task A_parameter_of_that_name_keeps_another_from_being_added() => Fixed.Offers("LIT201", """
        using Microsoft.AspNetCore.Mvc;
        static class Todos { [Get("/todos/{id}")] public static string Show([FromHeader] string id) => id; }
        """, "Remove '{id}' from the route");

    [Fact]
    public Task All_at_once() => Fixed.VerifyAll("LIT201",
        """static class Todos { [Get("/a/{id:int}")] public static string A() => ""; [Get("/b/{id:int}")] public static string B() => ""; }""",
        "Add a parameter 'int id'",
        """static class Todos { [Get("/a/{id:int}")] public static string A(int id) => ""; [Get("/b/{id:int}")] public static string B(int id) => ""; }""");
}
