namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A rule can never be applied.</summary>
public sealed class LIT210_IdleRule
{
    [Fact]
    public void A_length_of_a_number() => Generated.Verify("LIT210", """
        using System.ComponentModel.DataAnnotations;
        static class Users { [Get("/")] public static string Show([StringLength(3)] int size) => ""; }
        """, "StringLength(3)", "[StringLength] on 'size' of 'Users.Show' can never apply to 'int'. It validates text. It is ignored.");

    [Fact]
    public void On_a_member_that_two_handlers_take() => Generated.Verify("LIT210", """
        using System.ComponentModel.DataAnnotations;
        record User([MaxLength(3)] int Age);
        static class Users
        {
            [Post("/")] public static string Create(User user) => "";
            [Put("/")] public static string Change(List<User> users) => "";
        }
        """, "MaxLength(3)", "[MaxLength] on 'Age' of 'User' can never apply to 'int'. It validates text and collections. It is ignored.");

    [Theory]
    [InlineData("[Range(1, 2)] Guid id", "Range(1, 2)")]
    [InlineData("[EmailAddress] int id", "EmailAddress")]
    [InlineData("[AllowedValues(\"a\")] int id", "AllowedValues(\"a\")")]
    [InlineData("[Range(typeof(DateTime), \"2000-01-01\", \"2001-01-01\")] int id", "Range(typeof(DateTime), \"2000-01-01\", \"2001-01-01\")")]
    [InlineData("[Hidden] int id", "Hidden")]
    public void Other_rules(string parameter, string squiggle) => Generated.Verify("LIT210", $$"""
        using System.ComponentModel.DataAnnotations;
        static class Users
        {
            private sealed class HiddenAttribute : ValidationAttribute;
            [Get("/")] public static string Show({{parameter}}) => "";
        }
        """, squiggle);

    [Fact]
    public void A_comparison_with_nothing() => Generated.Verify("LIT210", """
        using System.ComponentModel.DataAnnotations;
        class User { [Compare("Other")] public int Age { get; set; } }
        static class Users { [Post("/")] public static string Create(User user) => ""; }
        """, "Compare(\"Other\")", "[Compare] on 'Age' of 'User' looks for a member 'Other', and 'User' has none. It is ignored.");

    [Fact]
    public void What_no_request_brings_is_not_judged() => Generated.Ok("""
        using System.ComponentModel.DataAnnotations;
        record Entity([property: MaxLength(3)] int Age);
        static class Users { [Get("/")] public static Entity Show() => new(1); }
        """);

    [Theory]
    [InlineData("[Range(1, 5)] public int N;", "[Range] on 'N' of 'User' is on a field, which no request sets. Make it a property, or let JSON set it by [JsonInclude]. It is ignored.")]
    [InlineData("[Range(1, 5)] public int N { private get; set; }", "[Range] on 'N' of 'User' is on a property whose value cannot be read. Make its getter public. It is ignored.")]
    public void On_what_no_request_sets_or_nobody_reads(string member, string message) => Generated.Verify("LIT210", $$"""
        using System.ComponentModel.DataAnnotations;
        class User { {{member}} }
        static class Users { [Post("/")] public static string Create(User user) => ""; }
        """, "Range(1, 5)", message);

    [Theory]
    [InlineData("[System.Text.Json.Serialization.JsonInclude, Range(1, 5)] public int N;")]
    [InlineData("[Range(1, 5)] public required int N;")]
    [InlineData("[System.Text.Json.Serialization.JsonInclude, Range(1, 5)] internal int N { get; set; }")]
    [InlineData("public int N;")]
    public void Not_on_what_is_set(string member) => Generated.Ok($$"""
        using System.ComponentModel.DataAnnotations;
        class User { {{member}} }
        static class Users { [Post("/")] public static string Create(User user) => ""; }
        """);
}
