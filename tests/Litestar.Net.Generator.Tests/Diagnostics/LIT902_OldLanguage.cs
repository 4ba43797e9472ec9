using Microsoft.CodeAnalysis.CSharp;

namespace Litestar.Generator.Tests.Diagnostics;

/// <summary>A language version that generated code cannot be compiled with: one error, and no generated file.</summary>
public sealed class LIT902_OldLanguage
{
    private const string Code = """
        using System;
        using System.Collections.Generic;
        using Litestar;
        namespace App
        {
            public class User { public string Name { get; set; } public List<string> Tags { get; set; } }
            public static class Users
            {
                [Get("/users/{id}")] public static User Find(int id, string more = "a") { return new User { Name = "a" }; }
                [Post("/users")] public static User Create([Microsoft.AspNetCore.Mvc.FromBody] User user) { return user; }
            }
        }
        """;

    private const string Validators = """
        namespace App
        {
            public class User { public string Name { get; set; } }
            public class UserValidator : FluentValidation.AbstractValidator<User> { }
        }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3, "7.3")]
    [InlineData(LanguageVersion.CSharp8, "8.0")]
    [InlineData(LanguageVersion.CSharp9, "9.0")]
    [InlineData(LanguageVersion.CSharp10, "10.0")]
    [InlineData(LanguageVersion.CSharp11, "11.0")]
    public void Below_it_one_error_names_the_property(LanguageVersion version, string said)
    {
        foreach (var code in new[] { Code, Validators })
        {
            var run = Driver(version).RunGeneratorsAndUpdateCompilation(Bare(code, version), out var full, out var diagnostics, TestContext.Current.CancellationToken);

            Assert.Empty(run.GetRunResult().GeneratedTrees);
            Assert.Equal(
                $"error LIT902: Generated code needs C# 12 or newer, and <LangVersion> of this project is {said}. Remove <LangVersion> (a project for net10.0 has C# 14), or set it to 12 or newer.",
                Assert.Single(diagnostics).ToString());
            Assert.DoesNotContain(full.GetDiagnostics(TestContext.Current.CancellationToken), found => found.Severity is Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
        }
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3)]
    [InlineData(LanguageVersion.CSharp11)]
    public void A_project_that_has_neither_handlers_nor_validators_is_left_alone(LanguageVersion version)
    {
        Driver(version).RunGeneratorsAndUpdateCompilation(Bare("class Nothing { }", version), out _, out var diagnostics, TestContext.Current.CancellationToken);

        Assert.Empty(diagnostics);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.CSharp14)]
    [InlineData(LanguageVersion.Latest)]
    [InlineData(LanguageVersion.LatestMajor)]
    [InlineData(LanguageVersion.Default)]
    [InlineData(LanguageVersion.Preview)]
    public async Task From_it_on_all_works(LanguageVersion version)
    {
        using var app = Running.Start("""
            using Microsoft.AspNetCore.Http;
            using Microsoft.AspNetCore.Mvc;
            using System.ComponentModel.DataAnnotations;
            Serve([Find, Create, Form, Defaults, typeof(Layered)]);
            [Get("/users/{id}")] static User Find(int id, [FromHeader] string? more = null) => new("a", []) { Age = id };
            [Post("/users")] static User Create([Microsoft.AspNetCore.Mvc.FromBody] User user) => user;
            [Post("/form")] static string Form([FromForm] Filter? filter = null, [FromForm] Filter[]? more = null) => filter?.Word ?? "none";
            [Get("/defaults")] static string Defaults([AsParameters] Filter filter, params int[] ids) => $"{filter.Word} {ids.Length}";
            record User([property: StringLength(5)] string Name, List<string> Tags) { public int Age { get; init; } = 3; }
            record struct Filter(string? Word, int Page = 1);
            class FilterValidator : FluentValidation.AbstractValidator<Filter>;
            [Guard(nameof(Allow)), Provide(nameof(Make)), OnError(nameof(Caught))]
            static class Layered
            {
                static bool Allow(User user) => true;
                static async IAsyncEnumerable<User> Make() { await Task.Yield(); yield return new("b", []); }
                static string Caught(InvalidOperationException exception) => "caught";
                [Get("/layered", Blocking = true)] static string Show(User user) => user.Name;
            }
            """, Project.Default with { Language = version });
        await app.Ask("GET /users/4", 200, """{"name":"a","tags":[],"age":4}""");
        await app.Ask("POST /users {\"name\":\"a\",\"tags\":[\"b\"]}", 201, """{"name":"a","tags":["b"],"age":3}""");
        await app.Ask("GET /defaults?word=w&ids=1", 200, "w 1");
        await app.Ask("GET /layered", 200, "b");
        using var answer = await app.SendForm("/form", [new("word", "w")]);
        Assert.Equal("w", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static Microsoft.CodeAnalysis.GeneratorDriver Driver(LanguageVersion version) => Build.Driver(Project.Default with { Language = version });

    private static CSharpCompilation Bare(string code, LanguageVersion version) => CSharpCompilation.Create(
        "Old", [CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(version))], References.All, new CSharpCompilationOptions(Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary));
}
