namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>The client sends a value that a provider makes.</summary>
public sealed class LIT325_ForgottenProvider
{
    private const string Users = "public record User(int Id, bool IsAdmin); [Provide(nameof(Current))] static class Users { [Get(\"/me\")] public static string Me(User me) => \"\"; public static User Current() => new(1, false); } ";

    [Fact]
    public void In_another_class() => Generated.Verify(
        "LIT325",
        Users + "static class Posts { [Post(\"/posts\")] public static string Write(User me) => \"\"; }",
        "me",
        "'me' of 'Posts.Write' is read from the body, so the client can send any value, and 'Users.Current' makes a 'User' for 'Users', but not for 'Posts.Write'. Add [Provide(nameof(Users.Current))] to 'Posts.Write' or its class, or [FromBody] to 'me' if the client is to send it.");

    [Fact]
    public void In_a_program() => Generated.Verify("LIT325", "HandlerList list = [Write]; [Post(\"/posts\")] static string Write(User me) => \"\"; " + Users, "me");

    [Theory]
    [InlineData("Task<User> Current() => null!")]
    [InlineData("ValueTask<User> Current() => default")]
    [InlineData("User? Current() => null", "User? me")]
    [InlineData("async IAsyncEnumerable<User> Current() { await Task.Yield(); yield return new(1); } static int Z() => 1")]
    [InlineData("async Task<User?> Current() { await Task.Yield(); return null; } static int Z() => 1", "User? me")]
    public void However_it_is_made(string provider, string made = "User me") => Assert.Equal(["LIT325", "LIT325"], Build.Of(
        $"record User(int Id); static class Users {{ [Get(\"/me\"), Provide(nameof(Current))] public static string Me({made}) => \"\"; static {provider}; }} static class A {{ [Put(\"/a\")] public static string F(User me) => \"\"; [Patch(\"/a\")] public static string G(User? me) => \"\"; }}").Problems.Select(problem => problem.Id));

    [Theory]
    [InlineData("record struct Tenant(int Id);", "Tenant", "Tenant")]
    [InlineData("record struct Tenant(int Id);", "Tenant", "Tenant?")]
    [InlineData("class Tenant { public int Id { get; set; } }", "Tenant", "Tenant")]
    [InlineData("record Tenant(int Id);", "Tenant[]", "Tenant[]")]
    [InlineData("record Tenant(int Id);", "List<Tenant>", "List<Tenant>")]
    [InlineData("record Tenant<T>(T Id);", "Tenant<int>", "Tenant<int>")]
    public void Whatever_it_is(string declaration, string made, string asked) => Assert.Equal(["LIT325"], Build.Of(
        $"{declaration} static class A {{ [Get(\"/a\"), Provide(nameof(Make))] public static string F({made} one) => \"\"; [Post(\"/b\")] public static string G({asked} one) => \"\"; static {made} Make() => default!; }}").Problems.Select(problem => problem.Id));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_assembly_is_around_all(int count) => Assert.Equal(count, Build.Of(
        (count is 0 ? "[assembly: Provide(nameof(Users.Current))] " : "") + Users + "static class Posts { [Post(\"/posts\")] public static string Write(User me) => \"\"; }").Problems.Count(problem => problem.Id is "LIT325"));

    [Fact]
    public void A_member_of_a_group() => Generated.Verify(
        "LIT325",
        Users + "record Page(int Size, User Me); static class Posts { [Post(\"/posts\")] public static string Write([Microsoft.AspNetCore.Http.AsParameters] Page page) => \"\"; }",
        "page",
        "'page.Me' of 'Posts.Write' is read from the body, so the client can send any value, and 'Users.Current' makes a 'User' for 'Users', but not for 'Posts.Write'. Add [Provide(nameof(Users.Current))] to 'Posts.Write' or its class, or [FromBody] to 'page.Me' if the client is to send it.");

    [Fact]
    public void Text_of_the_provider_s_name_is_read_from_the_query() => Generated.Verify(
        "LIT325",
        "static class A { [Get(\"/a\"), Provide(nameof(TenantId))] public static string F(int tenantId) => \"\"; [Get(\"/b\")] public static string G(int tenantId, int other) => \"\"; static int TenantId() => 1; }",
        "tenantId",
        "'tenantId' of 'A.G' is read from the query, so the client can send any value, and 'A.TenantId' makes a 'int' for 'A.F', but not for 'A.G'. Add [Provide(nameof(A.TenantId))] to 'A.G' or its class, or [FromQuery] to 'tenantId' if the client is to send it.");

    [Fact]
    public void Text_with_a_default_is_the_client_s() => Assert.Empty(Build.Of(
        "static class A { [Get(\"/a\"), Provide(nameof(Limit))] public static string F(int limit) => \"\"; [Get(\"/b\")] public static string G(int limit = 20) => \"\"; static int Limit(int limit = 10) => limit; }").Problems);

    [Fact]
    public void A_guard_that_reads_it_from_the_query() => Assert.Equal(["LIT325"], Build.Of(
        "static class A { [Get(\"/a\"), Provide(nameof(TenantId))] public static string F(int tenantId) => \"\"; [Get(\"/b\"), Guard(nameof(Is))] public static string G() => \"\"; static bool Is(int tenantId) => true; static int TenantId() => 1; }").Problems.Select(problem => problem.Id));

    [Theory]
    [InlineData("record Admin(int Id) : User(Id);", "Admin", "User", "'A.Make' of 'A' makes a 'Admin', which fills parameters of that type only. Let 'one' be of that type, or add [FromBody] to it if the client is to send it.")]
    [InlineData("record struct Tenant(int Id);", "Tenant?", "Tenant", "'A.Make' of 'A' makes a 'Tenant?', which fills parameters of that type only. Let 'one' be of that type, or add [FromBody] to it if the client is to send it.")]
    public void In_reach_and_of_another_type(string declaration, string made, string asked, string end) => Assert.EndsWith(end, Generated.Verify(
        "LIT325",
        $"record User(int Id); {declaration} [Provide(nameof(Make))] static class A {{ [Post(\"/b\")] public static string G({asked} one) => \"\"; static {made} Make() => default!; }}",
        "one").GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

    [Theory]
    [InlineData("static class Posts { [Post(\"/posts\")] public static string Write([Microsoft.AspNetCore.Mvc.FromBody] User me) => \"\"; }")]
    [InlineData("static class Posts { [Post(\"/posts\")] public static string Write([Microsoft.AspNetCore.Mvc.FromServices] User me) => \"\"; }")]
    [InlineData("static class Posts { [Post(\"/posts\"), Provide(nameof(Users.Current))] public static string Write(User me) => \"\"; }")]
    [InlineData("static class Posts { [Post(\"/posts\")] public static string Write(NewUser me) => \"\"; } record NewUser(int Id);")]
    [InlineData("static class Posts { [Get(\"/posts\")] public static string List(User me) => \"\"; }")]
    [InlineData("static class Posts { [Post(\"/posts\")] public static string Write(User me) => \"\"; static HandlerList L => HandlerList.Under(\"/x\", [typeof(Posts)], layer => layer.Provide(context => new User(1, false))); }")]
    [InlineData("static class Posts { [Post(\"/posts\")] public static string Write(User me) => \"\"; static void L(LitestarOptions options) => options.Provide(context => Task.FromResult(new User(1, false))); }")]
    [InlineData("static class Posts { [Post(\"/posts\")] public static string Write(User me) => \"\"; static void L(Microsoft.Extensions.DependencyInjection.IServiceCollection services) => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddScoped<User>(services); }")]
    [InlineData("static class Posts { [Post(\"/posts\")] public static string Write(User me) => \"\"; static void L(Microsoft.Extensions.DependencyInjection.IServiceCollection services) => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddScoped(services, _ => new User(1, false)); }")]
    public void It_comes_from_elsewhere(string code) => Assert.Empty(Build.Of(Users + code).Problems);

    [Fact]
    public void A_base_that_is_the_body_beside_what_is_provided() => Assert.Empty(Build.Of(
        "record New(string Title); record Article(string Title, int Id) : New(Title); [Provide(nameof(Find))] static class A { [Put(\"/a/{id}\")] public static string F(Article article, New sent) => \"\"; static Article Find(int id) => new(\"\", id); }").Problems);

    [Fact]
    public void An_alias_of_the_attribute() => Assert.Equal(["LIT325"], Build.Of(
        "using P = Litestar.ProvideAttribute; record User(int Id); static class A { [Get(\"/a\"), P(nameof(Make))] public static string F(User me) => \"\"; [Post(\"/b\")] public static string G(User me) => \"\"; static User Make() => new(1); }").Problems.Select(problem => problem.Id));

    [Fact]
    public void In_another_file() => Assert.Equal(["LIT325"], Build.Of(
        "// file: A.cs\nnamespace Shop; public record User(int Id); static class Users { [Get(\"/a\"), Provide(nameof(Make))] public static string F(User me) => \"\"; public static User Make() => new(1); }\n// file: B.cs\nstatic class B { [Post(\"/b\")] public static string G(Shop.User me) => \"\"; }").Problems.Select(problem => problem.Id));
}
