using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Litestar.Generator.Tests.Shapes;

/// <summary>Settings of the project that the code belongs to.</summary>
public sealed class ProjectTests
{
    private const string Program = """
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Litestar;
        Serve([Show, typeof(Users)]);
        [Get("/show")] static string Show(string name, int page = 3) => $"{name} {page}";
        class User { public string Name { get; set; } public List<string> Tags { get; set; } }
        static class Users
        {
            [Get("/users/{id}")] public static User Find(int id) => new User { Name = $"{id}", Tags = new List<string>() };
            [Post("/users")] private static async Task<User> Create(User user) { await Task.Yield(); return user; }
        }
        """;

    public static TheoryData<string> Settings => ["oblivious", "no implicit usings", "unsafe", "checked", "warnings", "annotations", "preview"];

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task A_program_under_each_setting(string setting)
    {
        var project = setting switch
        {
            "oblivious" => Project.Default with { Nullable = NullableContextOptions.Disable },
            "no implicit usings" => Project.Default with { ImplicitUsings = false },
            "unsafe" => Project.Default with { Unsafe = true },
            "checked" => Project.Default with { Checked = true },
            "warnings" => Project.Default with { Nullable = NullableContextOptions.Warnings },
            "annotations" => Project.Default with { Nullable = NullableContextOptions.Annotations },
            _ => Project.Default with { Language = LanguageVersion.Preview },
        };
        using var app = Running.Start(Program, project);
        await app.Ask("GET /show?name=a", 200, "a 3");
        await app.Ask("GET /users/4", 200, """{"name":"4","tags":[]}""");
        await app.Ask("POST /users {\"name\":\"a\",\"tags\":[\"b\"]}", 201, """{"name":"a","tags":["b"]}""");
    }

    [Fact]
    public void Nothing_is_written_where_there_are_no_handlers() =>
        Assert.Empty(Build.Of("class Nothing;").Run.GeneratedTrees);

    [Theory]
    [InlineData("/a/{b:regex(^c)}", true)]
    [InlineData("/a/{b:int:RegEx(^c)}", true)]
    [InlineData("/a/{b:int}", false)]
    [InlineData("/regex/{b}", false)]
    public void The_regex_engine_is_asked_for_where_a_path_names_it(string path, bool isAsked)
    {
        var build = Build.Of($$"""static class Users { [Path("{{path}}")] public static class Inner { [Get] public static string Show(string b) => b; } }""");
        Assert.Equal(isAsked, build.Run.GeneratedTrees.Any(tree => tree.ToString().Contains("HandlerRegistry.AddRegexRoutes()")));
    }

    [Fact]
    public void A_signature_that_does_not_compile_is_the_compilers_affair()
    {
        var build = Build.Of("""
            static class Users { [Get("/a")] public static Missing A(Gone gone, List<Lost> list) => null; [Get("/b")] public static string B() => "b"; [Get] public static C }
            """);
        Assert.DoesNotContain(build.Problems, problem => problem.Id is "LIT900" or "CS8785");
        Assert.Contains(build.Run.GeneratedTrees, tree => tree.FilePath.EndsWith("Users_B.g.cs", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[Get(")]
    [InlineData("static class A { [Get(1)] static int B() => 1; }")]
    [InlineData("static class A { [Get(null)] static int B() => 1; }")]
    [InlineData("static class A { [Get(null!, \"/{\")] static int B() => 1; }")]
    [InlineData("static class A { [Verb] static int B() => 1; }")]
    [InlineData("static class A { [Verb(null)] static int B() => 1; }")]
    [InlineData("static class A { [Get(\"/\", Status = \"x\", Foo = 1)] static int B(int a = \"x\", string = 3) => 1; }")]
    [InlineData("static class A { [Get(\"/\")] static B(this) => 1; [Get] static void () {} }")]
    [InlineData("[Path(1)] static class A { [Get(\"/\")] static int B(int) => 1; }")]
    [InlineData("HandlerList list = [Missing, typeof(Gone), () => , ..Lost, 1 +, (string)]; list.Add(); list.Add(1, 2);")]
    [InlineData("static class A { [Get(\"/\"), Get(\"/\")] static int B(int a, int a) => 1; [Get(\"/\")] static int B(int a) => 2; [Get(\"/\")] static int B(int b) => 2; }")]
    public void Half_written_code_breaks_nothing(string code) =>
        Assert.DoesNotContain(Build.Of(code).Problems, problem => problem.Id is "LIT900" or "CS8785" or "AD0001");
}
