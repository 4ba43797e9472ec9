namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A route's constraint and its parameter's type disagree.</summary>
public sealed class LIT211_ConstraintAgainstType
{
    [Fact]
    public void Both_are_named() => Generated.Verify("LIT211", """static class Users { [Get("/users/{id:guid}")] public static string Show(int id) => ""; }""", "id", "'id' of 'Users.Show' is of type 'int', and '{id:guid}' in 'GET /users/{id:guid}' accepts no value of that type. Let it be of type 'Guid', or change the constraint to ':int'.");

    [Theory]
    [InlineData("int", "Guid")]
    [InlineData("int", "DateOnly")]
    [InlineData("min(1)", "TimeSpan?")]
    [InlineData("range(1,5)", "Guid")]
    [InlineData("double", "DateTime")]
    [InlineData("bool", "int")]
    [InlineData("bool", "Guid")]
    [InlineData("guid", "DayOfWeek")]
    [InlineData("datetime", "decimal")]
    [InlineData("alpha", "int")]
    [InlineData("alpha:minlength(2)", "double")]
    public void Nothing_passes_both(string constraint, string type) => Generated.Verify("LIT211", Users(constraint, type), "id");

    [Theory]
    [InlineData("int", "int")]
    [InlineData("int", "long")]
    [InlineData("int", "double")]
    [InlineData("int", "Int128")]
    [InlineData("int", "string")]
    [InlineData("int", "DayOfWeek")]
    [InlineData("min(1)", "int")]
    [InlineData("long:range(1,100)", "byte")]
    [InlineData("decimal", "decimal")]
    [InlineData("guid", "Guid?")]
    [InlineData("datetime", "DateOnly")]
    [InlineData("bool", "bool")]
    [InlineData("alpha", "DayOfWeek")]
    [InlineData("length(3)", "int")]
    [InlineData("required", "string")]
    [InlineData("custom", "int")]
    public void What_agrees_is_let_be(string constraint, string type) => Generated.Ok(Users(constraint, type));

    [Fact]
    public void On_a_path_among_others() => Generated.Verify("LIT211", """static class Users { [Get("/users", "/users/{id:guid}")] public static string Show(int id = 1) => ""; }""", "id");

    [Fact]
    public void In_the_path_of_the_module() => Generated.Verify("LIT211", """[Path("/users/{id:guid}")] static class Users { [Get("/name")] public static string Show(int id) => ""; }""", "id");

    [Fact]
    public void A_member_of_a_group() => Generated.Verify("LIT211", """
        using Microsoft.AspNetCore.Http;
        static class Users { [Get("/users/{id:guid}")] public static string Show([AsParameters] Key key) => ""; }
        public record Key(int Id);
        """, "key");

    private static string Users(string constraint, string type) => $$"""static class Users { [Get("/users/{id:{{constraint}}}")] public static string Show({{type}} id) => ""; }""";
}
