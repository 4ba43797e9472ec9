namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A default is refused by its own rule.</summary>
public sealed class LIT209Tests
{
    [Fact]
    public void A_number_out_of_range() => Generated.Verify("LIT209", """
        using System.ComponentModel.DataAnnotations;
        static class Users { [Get("/")] public static string Show([Range(1, 100)] int size = 0) => ""; }
        """, "Range(1, 100)", "'size' of 'Users.Show' is 0 where it does not come, and [Range] refuses that. Change the default or the rule.");

    [Theory]
    [InlineData("""[Range(0, 1, MaximumIsExclusive = true)] double share = 1""", "Range(0, 1, MaximumIsExclusive = true)")]
    [InlineData("""[Range(typeof(decimal), "0.5", "1")] decimal share = 0.1M""", """Range(typeof(decimal), "0.5", "1")""")]
    [InlineData("""[StringLength(2)] string q = "abc" """, "StringLength(2)")]
    [InlineData("""[MinLength(1)] string q = "" """, "MinLength(1)")]
    [InlineData("""[Length(1, 2)] string q = "" """, "Length(1, 2)")]
    [InlineData("""[Required] string q = " " """, "Required")]
    [InlineData("""[RegularExpression("[a-z]")] string q = "1" """, """RegularExpression("[a-z]")""")]
    [InlineData("""[AllowedValues("a", "b")] string q = "c" """, """AllowedValues("a", "b")""")]
    [InlineData("""[DeniedValues(1)] int q = 1""", "DeniedValues(1)")]
    public void Other_rules(string parameter, string squiggle) => Generated.Verify("LIT209", $$"""
        using System.ComponentModel.DataAnnotations;
        static class Users { [Get("/")] public static string Show({{parameter}}) => ""; }
        """, squiggle);

    [Theory]
    [InlineData("[Range(1, 100)] int size = 1")]
    [InlineData("[Range(1, 100)] int? size = null")]
    [InlineData("[StringLength(2, MinimumLength = 1)] string? q = null")]
    [InlineData("[Required(AllowEmptyStrings = true)] string q = \"\"")]
    [InlineData("[MaxLength] string q = \"abc\"")]
    [InlineData("[AllowedValues(1, 2)] int q = 2")]
    [InlineData("[RegularExpression(\"[\")] string q = \"abc\"")]
    [InlineData("[Range(1, 100)] int size")]
    public void Defaults_that_are_fine(string parameter) => Generated.Ok($$"""
        using System.ComponentModel.DataAnnotations;
        static class Users { [Get("/")] public static string Show({{parameter}}) => ""; }
        """);
}
