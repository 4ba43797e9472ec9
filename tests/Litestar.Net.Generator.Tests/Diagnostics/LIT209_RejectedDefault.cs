namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A default breaks its own rule.</summary>
public sealed class LIT209_RejectedDefault
{
    [Fact]
    public void A_number_out_of_range() => Generated.Verify("LIT209", """
        using System.ComponentModel.DataAnnotations;
        static class Users { [Get("/")] public static string Show([Range(1, 100)] int size = 0) => ""; }
        """, "Range(1, 100)", "'size' of 'Users.Show' is 0 when it is missing, and [Range] rejects that value. Change the default or the rule.");

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

    [Fact]
    public void An_initializer_within_a_group() => Generated.Verify("LIT209", Group("class Page { [Range(1, 100)] public int Size { get; set; } = 0; }"),
        "Range(1, 100)", "'page.Size' of 'Users.Show' is 0 when it is missing, and [Range] rejects that value. Change the default or the rule.");

    [Theory]
    [InlineData("record Page([Range(1, 100)] int Size = 0);", "Range(1, 100)")]
    [InlineData("record Page([property: Range(1, 100)] int Size = 0);", "Range(1, 100)")]
    [InlineData("record Page([Required] string Sort = \"\");", "Required")]
    [InlineData("class Page { [Range(0, 9)] public double Share { get; init; } = -1.5; }", "Range(0, 9)")]
    [InlineData("class Page { [Range(0, 9)] public decimal? Share { get; init; } = -1m; }", "Range(0, 9)")]
    [InlineData("class Page { [StringLength(2)] public string Sort { get; set; } = \"name\"; }", "StringLength(2)")]
    [InlineData("class Page { [MinLength(1)] public string Sort { get; set; } = string.Empty; }", "MinLength(1)")]
    [InlineData("class Page { [AllowedValues(1L, 2L)] public long Shop { get; set; } = 3; }", "AllowedValues(1L, 2L)")]
    [InlineData("class Page { [DeniedValues(true)] public bool All { get; set; } = true; }", "DeniedValues(true)")]
    [InlineData("record Page([AsParameters] Inner Inner); class Inner { [Range(1, 100)] public int Size { get; set; } = 0; }", "Range(1, 100)")]
    public void Other_members_of_groups(string types, string squiggle) => Generated.Verify("LIT209", Group(types), squiggle);

    [Theory]
    [InlineData("class Page { [Range(1, 100)] public int Size { get; set; } = 1; }")]
    [InlineData("class Page { [Range(1, 100)] public int Size { get; set; } }")]
    [InlineData("class Page { [Range(1, 100)] public required int Size { get; set; } = 0; }")]
    [InlineData("class Page { [Required] public string Sort { get; set; } = \"\"; }")]
    [InlineData("class Page { [Required] public string Sort { get; set; } = null!; }")]
    [InlineData("class Page { [AllowedValues(1L, 2L)] public long Shop { get; set; } = 2; }")]
    [InlineData("class Page { [AllowedValues((byte)2)] public byte Shop { get; set; } = 2; }")]
    [InlineData("class Page { [Range(1, 100)] public int Size { get; set; } = Math.Max(0, 1); }")]
    [InlineData("record Page([Range(1, 100)] int? Size = null);")]
    public void Members_of_groups_that_are_fine(string types) => Generated.Ok(Group(types));

    private static string Group(string types) => $$"""
        using System.ComponentModel.DataAnnotations;
        using Microsoft.AspNetCore.Http;
        {{types}}
        static class Users { [Get("/")] public static string Show([AsParameters] Page page) => ""; }
        """;
}
