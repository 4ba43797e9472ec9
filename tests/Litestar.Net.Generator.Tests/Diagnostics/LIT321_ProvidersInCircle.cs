namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>Providers need each other.</summary>
public sealed class LIT321_ProvidersInCircle
{
    [Fact]
    public void The_circle_is_told()
    {
        var build = Build.Of("record B; record C; record D; [Provide(nameof(MakeB)), Provide(nameof(MakeC)), Provide(nameof(MakeD))] static class A { [Get(\"/a\")] public static string Show(B b) => \"\"; static B MakeB(C c) => new(); static C MakeC(D d) => new(); static D MakeD(B b) => new(); }");
        Assert.Equal(["LIT321"], build.Problems.Select(problem => problem.Id).Distinct());
        Assert.Equal("'A.MakeB' needs 'A.MakeC' needs 'A.MakeD' needs 'A.MakeB': none of them can run first. Move the shared part to another provider, or mark a parameter with [FromServices] if the container has it.", build.Problems[0].GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task One_that_takes_what_it_makes_wraps_the_next_one_outside() => Generated.Ask(
        """
        [assembly: Provide(nameof(Deps.Outer))]
        Serve([typeof(A), typeof(C)], builder => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddScoped(builder.Services, _ => new Db("container")));
        record Db(string Name);
        static class Deps
        {
            public static Db Outer(Db db) => new($"outer({db.Name})");
            public static Task<Db> Middle(Db db) => Task.FromResult(new Db($"middle({db.Name})"));
            public static async IAsyncEnumerable<Db> Inner(Db db, Db other)
            {
                await Task.Yield();
                yield return new($"inner({db.Name}, {ReferenceEquals(db, other)})");
            }
        }
        [Provide(nameof(Deps.Middle))]
        static class A
        {
            [Get("/plain"), Guard(nameof(Is))] public static string F(Db db) => db.Name;
            [Get("/inner"), Provide(nameof(Deps.Inner))] public static string G(Db db) => db.Name;
            static class B
            {
                [Get("/twice"), Provide(nameof(Deps.Middle))] public static string F(Db db) => db.Name;
            }
            static bool Is(Db db) => db.Name.StartsWith("middle");
        }
        static class C
        {
            [Get("/limit"), Provide(nameof(Limit))] public static int F(int limit) => limit;
            static int Limit(int limit = 20) => Math.Min(limit, 100);
        }
        """,
        ("GET /plain", "middle(outer(container))"),
        ("GET /inner", "inner(middle(outer(container)), True)"),
        ("GET /twice", "middle(middle(outer(container)))"),
        ("GET /limit?limit=500", "100"),
        ("GET /limit", "20"));

    [Fact]
    public async Task Outermost_stands_the_list_s_value()
    {
        using var app = Running.Start("""
            Serve([HandlerList.Under("/x", [F], layer => layer.Provide(async context => { await Task.Yield(); return new Db("list"); }))]);
            [Get("/a"), Provide(nameof(Deps.Begin))] static string F(Db db) => db.Name;
            record Db(string Name);
            static class Deps { public static async IAsyncEnumerable<Db> Begin(Db db) { await Task.Yield(); yield return new($"begun {db.Name}"); } }
            """);
        await app.Ask("GET /x/a", 200, "begun list");
    }

    [Fact]
    public void Two_that_wait_for_each_other_are_refused_where_one_of_them_wraps() => Assert.Equal(["LIT321"], Build.Of(
        "record B; record C; [Provide(nameof(Outer))] static class A { [Get(\"/a\"), Provide(nameof(MakeB)), Provide(nameof(MakeC))] public static string Show(B b) => \"\"; static B Outer() => new(); static B MakeB(B b, C c) => new(); static C MakeC(B b) => new(); }").Problems.Select(problem => problem.Id).Distinct());

    [Fact]
    public void Two_that_wait_for_each_other_by_name_are_refused() => Assert.Equal(["LIT321"], Build.Of(
        "record B; [Provide(nameof(Named), Name = \"other\")] static class A { [Get(\"/a\"), Provide(nameof(Plain))] public static string Show(B b) => \"\"; static B Named(B b) => new(); static B Plain(B other) => new(); }").Problems.Select(problem => problem.Id).Distinct());
}
