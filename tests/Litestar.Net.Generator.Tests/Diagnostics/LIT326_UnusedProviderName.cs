namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A provider has a name that no parameter has.</summary>
public sealed class LIT326_UnusedProviderName
{
    private const string Deps = "record User(string Name); static class Deps { public static User Me() => new(\"me\"); public static User Followed(string name) => new(name); } ";

    [Theory]
    [InlineData("static class A { [Post(\"/a\"), Provide(nameof(Deps.Followed), Name = \"celebrty\")] public static string F(string celebrity) => \"\"; }", "A.F")]
    [InlineData("[Provide(nameof(Deps.Followed), Name = \"celebrty\"), Provide(nameof(Deps.Me))] static class A { [Post(\"/a\")] public static string F(User celebrity) => \"\"; static class B { [Get(\"/b\")] public static string F(User x) => \"\"; } }", "A")]
    [InlineData("[Provide(nameof(Deps.Followed), Name = \"celebrty\")] static class A { [Post(\"/a\")] public static string F(string celebrty) => \"\"; }", "A")]
    [InlineData("HandlerList list = [F]; [Post(\"/a\"), Provide(nameof(Deps.Followed), Name = \"celebrty\")] static string F(string celebrity) => \"\"; ", "F")]
    public void Nothing_asks_for_it(string code, string layer) => Generated.Verify(
        "LIT326",
        code + Deps,
        "Provide(nameof(Deps.Followed), Name = \"celebrty\")",
        $"'Deps.Followed', which [Provide] on '{layer}' names, makes a 'User' for parameters named 'celebrty', and no handler there has such a parameter. Give a parameter that name, or change 'Name'.");

    [Fact]
    public void Of_the_assembly() => Generated.Verify(
        "LIT326",
        "[assembly: Provide(nameof(Deps.Followed), Name = \"\")] HandlerList list = [F]; [Get(\"/a\")] static string F(string celebrity) => \"\"; " + Deps,
        "Provide(nameof(Deps.Followed), Name = \"\")");

    [Theory]
    [InlineData("HandlerList list = [F]; [Get(\"/a\")] static string F(User celebrity) => \"\"; ")]
    [InlineData("static class A { [Get(\"/a\"), Guard(nameof(Is))] static string F() => \"\"; static bool Is(User Celebrity) => true; }")]
    [InlineData("static class A { [Get(\"/a\")] static string F([Microsoft.AspNetCore.Http.AsParameters] G g) => \"\"; } record G(User Celebrity);")]
    public void Something_asks_for_it(string code) => Assert.Empty(Build.Of("[assembly: Provide(nameof(Deps.Followed), Name = \"celebrity\")] " + code + Deps).Problems);

    [Fact]
    public Task They_are_told_apart_by_the_parameter_s_name() => Generated.Ask(
        """
        Serve([typeof(A), typeof(B)]);
        record User(string Name);
        static class Deps
        {
            public static User Me() => new("me");
            public static User Followed(string name, User me) => new($"{name} of {me.Name}");
            public static Task<User> Near() => Task.FromResult(new User("near"));
        }
        [Provide(nameof(Deps.Me)), Provide(nameof(Deps.Followed), Name = "celebrity"), Provide(nameof(Deps.Followed), Name = "other")]
        static class A
        {
            [Get("/a/{name}")] public static string F(User celebrity, User me, User other) => $"{celebrity.Name}, {me.Name}, {other.Name}, {ReferenceEquals(celebrity, other)}";
            [Get("/b/{name}"), Provide(nameof(Deps.Near))] public static string G(User celebrity, User? me) => $"{celebrity.Name}, {me?.Name}";
            [Get("/c"), Provide(nameof(Deps.Near), Name = "CELEBRITY")] public static string H(User celebrity, User me) => $"{celebrity.Name}, {me.Name}";
        }
        static class B
        {
            [Get("/text"), Provide(nameof(Long), Name = "greeting"), Provide(nameof(Size))] public static string F(string greeting, int size, [Microsoft.AspNetCore.Http.AsParameters] Page page) => $"{greeting} {size} {page.Greeting}";
            static string Long() => "hello";
            static int Size() => 7;
            public record Page(string Greeting);
        }
        """,
        ("GET /a/x", "x of me, me, x of me, False"),
        ("GET /b/x", "x of near, near"),
        ("GET /c", "near, me"),
        ("GET /text?greeting=no", "hello 7 hello"));

    [Fact]
    public void Two_of_one_name_on_one_layer_cannot_both_be_meant() => Assert.Equal(["LIT320"], Build.Of(
        "[Provide(nameof(Deps.Followed), Name = \"a\"), Provide(nameof(Deps.Me), Name = \"A\")] static class A { [Get(\"/a\")] public static string F(User a) => \"\"; }" + Deps).Problems.Select(problem => problem.Id).Distinct());
}
