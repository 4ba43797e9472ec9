namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A route's constraint accepts values that its parameter cannot hold.</summary>
public sealed class LIT212_ConstraintBeyondType
{
    [Fact]
    public void Both_are_named() => Generated.Verify("LIT212", """static class Users { [Get("/users/{id:long}")] public static string Show(int id) => ""; }""", "id", "'id' of 'Users.Show' is of type 'int', and '{id:long}' in 'GET /users/{id:long}' also accepts values outside of it, which are answered with 400 instead of 404. Let it be of type 'long', or change the constraint to ':int'.");

    [Theory]
    [InlineData("int", "byte")]
    [InlineData("int", "uint")]
    [InlineData("long", "ulong")]
    [InlineData("double", "int")]
    [InlineData("decimal", "long?")]
    public void Some_do_not_fit(string constraint, string type) => Generated.Verify("LIT212", $$"""static class Users { [Get("/users/{id:{{constraint}}}")] public static string Show({{type}} id) => ""; }""", "id");
}
