namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A provider may return null for a parameter that is not nullable.</summary>
public sealed class LIT323_NullFromProvider
{
    [Theory]
    [InlineData("static User? Find() => null;")]
    [InlineData("static Task<User?> Find() => null!;")]
    [InlineData("static async IAsyncEnumerable<User?> Find() { yield return null; }")]
    public void However_it_comes(string provider)
    {
        var problem = Assert.Single(Build.Of($"record User(string Name); static class A {{ [Get(\"/a\"), Provide(nameof(Find))] public static string Show(User user) => user.Name; {provider} }}").Problems);

        Assert.Equal(("LIT323", "'A.Find' provides 'User?', which may be null, and 'user' of 'A.Show' is not nullable. Make 'user' nullable, or let 'A.Find' throw."), (problem.Id, problem.GetMessage(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public Task A_nullable_parameter_takes_null() => Generated.Ask(
        "Serve([A.Show]); record User(string Name); static class A { [Get(\"/a\"), Provide(nameof(Find))] public static string Show(User? user) => user is null ? \"nobody\" : user.Name; static User? Find(string? name) => name is null ? null : new(name); }",
        ("GET /a", "nobody"), ("GET /a?name=Bob", "Bob"));
}
