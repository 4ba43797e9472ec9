namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A type's own binding is not called.</summary>
public sealed class LIT214_UnusedBindMethod
{
    [Theory]
    [InlineData("[Post(\"/\")]", "class Me { public static ValueTask<Me?> BindAsync(HttpContext context) => default; }", "from the body, although 'Me' has a 'BindAsync', which minimal APIs call but handlers do not. Add [Provide(nameof(Me.BindAsync))] to the handler or its class, or add [FromBody] to 'me'.")]
    [InlineData("[Get(\"/\")]", "class Me { public static ValueTask<Me?> BindAsync(HttpContext context) => default; }", "from the container, although 'Me' has a 'BindAsync', which minimal APIs call but handlers do not. Add [Provide(nameof(Me.BindAsync))] to the handler or its class, or add [FromServices] to 'me'.")]
    [InlineData("[Post(\"/\")]", "struct Me { public static ValueTask<Me> BindAsync(HttpContext context) => default; }", "Add [Provide(nameof(Me.BindAsync))]")]
    [InlineData("[Post(\"/\")]", "class Me { public static ValueTask<Me?> BindAsync(HttpContext context, ParameterInfo parameter) => default; }", "Add [Provide(nameof(F))] to the handler or its class, where F is a static function that takes the HttpContext and returns a 'Me'")]
    [InlineData("[Post(\"/\")]", "class Me : IBindableFromHttpContext<Me> { static ValueTask<Me?> IBindableFromHttpContext<Me>.BindAsync(HttpContext context, ParameterInfo parameter) => default; }", "[Provide(nameof(F))]")]
    [InlineData("[Post(\"/\")]", "abstract class Own<T> { public static ValueTask<T?> BindAsync(HttpContext context) => default; } class Me : Own<Me>;", "Add [Provide(nameof(Own<Me>.BindAsync))]")]
    [InlineData("[Post(\"/\")]", "struct Me : IParsable<Me> { public static ValueTask<Me> BindAsync(HttpContext context) => default; public static Me Parse(string s, IFormatProvider? p) => default; public static bool TryParse(string? s, IFormatProvider? p, out Me me) { me = default; return true; } }", "from the query, although 'Me' has a 'BindAsync'")]
    [InlineData("[Post(\"/\")]", "class Me { public static bool TryParse(string? text, out Me? me) { me = null; return false; } }", "from the body, although 'Me' has a 'TryParse', which minimal APIs call but handlers do not. Implement IParsable<Me> on it, or add [FromBody] to 'me'.")]
    [InlineData("[Post(\"/\")]", "struct Me { public static bool TryParse(string? text, IFormatProvider? provider, out Me me) { me = default; return false; } }", "'TryParse'")]
    public void It_is_named_with_what_calls_it(string verb, string type, string end) => Assert.Contains(end, Generated.Verify("LIT214", Handler($"{verb} internal static string Show(Me me) => \"\";", type), "me").GetMessage());

    [Fact]
    public void It_is_seen_in_a_group() => Assert.Contains(
        "'page.Me' of 'Users.Show' is read from the body",
        Generated.Verify("LIT214", Handler("[Post(\"/\")] internal static string Show([AsParameters] Page page) => \"\";", "record struct Page(Me Me); class Me { public static ValueTask<Me?> BindAsync(HttpContext context) => default; }"), "page").GetMessage());

    [Fact]
    public void A_struct_that_no_body_comes_for_is_told_the_same() => Assert.Contains(
        "'BindAsync' is called by minimal APIs only. Add [Provide(nameof(Me.BindAsync))] to the handler or its class.",
        Generated.Verify("LIT203", Handler("[Get(\"/\")] internal static string Show(Me me) => \"\";", "struct Me { public static ValueTask<Me> BindAsync(HttpContext context) => default; }"), "me").GetMessage());

    [Theory]
    [InlineData("[Post(\"/\")] internal static string Show([FromBody] Me me) => \"\";")]
    [InlineData("[Post(\"/\")] internal static string Show([FromServices] Me me) => \"\";")]
    [InlineData("[Post(\"/\"), Provide(nameof(Me.BindAsync))] internal static string Show(Me me) => \"\";")]
    [InlineData("[Get(\"/\"), Provide(nameof(Me.BindAsync))] internal static string Show([AsParameters] Page page) => \"\";")]
    public void What_says_where_it_comes_from_is_let_be(string handler) => Generated.Ok(Handler(handler, "record struct Page(Me Me); class Me { public static ValueTask<Me> BindAsync(HttpContext context) => default; }"));

    [Theory]
    [InlineData("class Me { public static ValueTask BindAsync(HttpContext context) => default; }")]
    [InlineData("class Me { public static ValueTask<Me?> BindAsync(string text) => default; }")]
    [InlineData("class Me { internal static ValueTask<Me?> BindAsync(HttpContext context) => default; }")]
    [InlineData("class Me { public ValueTask<Me?> BindAsync(HttpContext context) => default; }")]
    [InlineData("class Me { public static bool TryParse(string text, out int number) { number = 0; return true; } }")]
    public void What_minimal_APIs_do_not_call_is_let_be(string type) => Generated.Ok(Handler("[Post(\"/\")] internal static string Show(Me me) => \"\";", type));

    private static string Handler(string handler, string types) => $$"""
        using System.Reflection;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        static class Users { {{handler}} }
        {{types}}
        """;
}
